import { fromPem } from './pem.ts'
import { attributeOf, childOf, childrenOf, loadDsig, withDescendants, XMLDSIG } from './xml.ts'

const ENVELOPED = `${XMLDSIG}enveloped-signature`
const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const INCLUSIVE = 'http://www.w3.org/TR/2001/REC-xml-c14n-20010315'
const SIGNATURE_METHODS =
  /^http:\/\/www\.w3\.org\/2001\/04\/xmldsig-more#(rsa|ecdsa)-sha(256|384|512)$/
const DIGEST_METHODS =
  /^http:\/\/www\.w3\.org\/2001\/04\/(xmlenc#sha(256|512)|xmldsig-more#sha384)$/

/** Why a signature is not to be believed. */
export class SignatureError extends Error {
  override readonly name = 'SignatureError'
  /** `missing` when there is none at all. */
  readonly kind: 'missing' | 'wrong'

  constructor(kind: 'missing' | 'wrong', message: string) {
    super(message)
    this.kind = kind
  }
}

export function isSigned(element: Element): boolean {
  return childrenOf(element, XMLDSIG, 'Signature').length > 0
}

/**
 * Throws a `SignatureError` unless the element carries one signature, over itself and nothing else, by the key of one
 * of the certificates (PEM). The key that the signature brings along is never looked at.
 *
 * What is read afterwards must be read from this very element: it is the only one in the document with its id, so
 * that a signature over one element cannot vouch for another (signature wrapping).
 */
export async function verifySignature(
  element: Element,
  certificates: readonly string[],
): Promise<void> {
  const signature = requireOwnSignature(element)
  for (const certificate of certificates) {
    if (await isSignedBy(element, signature, certificate)) return
  }
  throw wrong('It was not signed with the key of any of the certificates, or was altered since.')
}

async function isSignedBy(element: Element, signature: Element, certificate: string) {
  const bytes = fromPem(certificate, 'CERTIFICATE')
  if (!bytes) return false
  const dsig = await loadDsig()
  const signed = new dsig.SignedXml(element.ownerDocument)
  try {
    signed.LoadXml(signature)
    const algorithm = signed.Algorithm
    if (!algorithm) return false
    const key = await new dsig.X509Certificate(bytes).exportKey(algorithm)
    return await signed.Verify({ key, content: element })
  } catch {
    // A digest that does not match, or a key of another kind.
    return false
  }
}

function requireOwnSignature(element: Element): Element {
  const [signature, second] = childrenOf(element, XMLDSIG, 'Signature')
  if (!signature) throw new SignatureError('missing', 'It is not signed.')
  if (second) throw wrong('It has more than one signature.')
  const id = attributeOf(element, 'ID')
  if (id === undefined || !isOnlyOne(element, id)) throw wrong('Its id is not its own.')

  const info = childOf(signature, XMLDSIG, 'SignedInfo')
  const [reference, another] = childrenOf(info, XMLDSIG, 'Reference')
  if (another || attributeOf(reference, 'URI') !== `#${id}`) {
    throw wrong('The signature is about something else.')
  }
  const method = algorithmOf(childOf(info, XMLDSIG, 'SignatureMethod'))
  const digest = algorithmOf(childOf(reference, XMLDSIG, 'DigestMethod'))
  if (!SIGNATURE_METHODS.test(method) || !DIGEST_METHODS.test(digest)) {
    throw wrong(`The signature is made with ${method} and ${digest}, which is too weak or unknown.`)
  }
  const canonical = algorithmOf(childOf(info, XMLDSIG, 'CanonicalizationMethod'))
  const transforms = childrenOf(
    childOf(reference, XMLDSIG, 'Transforms'),
    XMLDSIG,
    'Transform',
  ).map(algorithmOf)
  const [first, then = INCLUSIVE, ...others] = transforms
  const isUsual = first === ENVELOPED && isCanonical(then) && others.length === 0
  if (!isUsual || !isCanonical(canonical)) throw wrong('The signature transforms what it signs.')
  return signature
}

/** Without comments: what is signed is what is read. */
function isCanonical(algorithm: string): boolean {
  return algorithm === EXCLUSIVE || algorithm === INCLUSIVE
}

function isOnlyOne(element: Element, id: string): boolean {
  const root = element.ownerDocument.documentElement
  const named = withDescendants(root).filter((other) =>
    ['ID', 'Id', 'id'].some((name) => other.getAttribute(name) === id),
  )
  return named.length === 1 && named[0] === element
}

function algorithmOf(element: Element | undefined): string {
  return attributeOf(element, 'Algorithm') ?? ''
}

function wrong(message: string): SignatureError {
  return new SignatureError('wrong', message)
}
