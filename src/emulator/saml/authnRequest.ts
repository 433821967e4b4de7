import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import type { StoredSamlConnection } from '../records/sso.ts'
import { DEVELOPMENT_SIGNING_KEY } from '../sessions/signingKey.ts'
import { callbackUrl, ownUrl } from '../sso/ssoAddresses.ts'
import { deflate, inflate } from './deflate.ts'
import { fromBase64, fromPem, toBase64 } from './pem.ts'
import { readRsaKey } from './rsaKey.ts'
import { importRsaKey } from './signXml.ts'
import { attributeOf, childOf, loadDsig, parseXml, SAML, SAMLP, textOf, xml } from './xml.ts'

const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256'
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }

/** What the parameters of a request with the redirect binding say; the signature is missing when there is none. */
export interface RequestQuery {
  SAMLRequest: string
  RelayState: string
  SigAlg: string
  Signature: string
}

/** What a service provider asks an identity provider. */
export interface AuthnRequest {
  id: string
  /** Who asks: the audience of the answer. */
  issuer: string
  /** Where the answer is posted. */
  acsUrl: string
  nameIdFormat: string
}

/** The address at the identity provider that asks it who somebody is, signed with the connection's key. */
export async function authnRequestUrl(
  context: EmulatorContext,
  connection: StoredSamlConnection,
  { id, relayState }: { id: string; relayState: string },
): Promise<string> {
  const url = new URL(ownUrl(context, connection.idp_sso_url))
  const ours = callbackUrl(context, connection)
  const request = xml`<samlp:AuthnRequest xmlns:samlp="${SAMLP}" xmlns:saml="${SAML}" ID="${id}" Version="2.0" IssueInstant="${context.timestamp()}" Destination="${url.href}" AssertionConsumerServiceURL="${ours}" ProtocolBinding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST"><saml:Issuer>${ours}</saml:Issuer><samlp:NameIDPolicy Format="${connection.nameid_format}" AllowCreate="true"/></samlp:AuthnRequest>`
  const signed = signedPart({
    SAMLRequest: toBase64(await deflate(request.xml)),
    RelayState: relayState,
    SigAlg: RSA_SHA256,
  })
  const own =
    connection.signing_private_key === null
      ? DEVELOPMENT_SIGNING_KEY
      : await readRsaKey(connection.signing_private_key)
  const key = await importRsaKey(own ?? DEVELOPMENT_SIGNING_KEY)
  const signature = await crypto.subtle.sign(RSA.name, key, new TextEncoder().encode(signed))
  const query = new URLSearchParams(signed)
  query.set('Signature', toBase64(new Uint8Array(signature)))
  for (const [name, value] of query) url.searchParams.set(name, value)
  return url.href
}

/** Reads a request at the identity provider. Throws a 400 when it is none. */
export async function readAuthnRequest({ SAMLRequest }: RequestQuery): Promise<AuthnRequest> {
  const bytes = fromBase64(SAMLRequest)
  const text = bytes && (await inflate(bytes))
  const request = text === null ? null : await parseXml(text).catch(() => null)
  const acsUrl = attributeOf(request ?? undefined, 'AssertionConsumerServiceURL')
  const id = attributeOf(request ?? undefined, 'ID')
  if (request?.localName !== 'AuthnRequest' || acsUrl === undefined || id === undefined) {
    throw badRequest('SAMLRequest is no SAML request.', 'invalid_saml_request')
  }
  const policy = childOf(request, SAMLP, 'NameIDPolicy')
  return {
    id,
    acsUrl,
    issuer: textOf(childOf(request, SAML, 'Issuer')),
    nameIdFormat:
      attributeOf(policy, 'Format') ?? 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified',
  }
}

/** Whether the request is signed with the key of one of the certificates (PEM). */
export async function isRequestSigned(
  { Signature, ...query }: RequestQuery,
  certificates: readonly string[],
): Promise<boolean> {
  const signature = fromBase64(Signature)
  const signed = new TextEncoder().encode(signedPart(query))
  if (!signature || query.SigAlg !== RSA_SHA256) return false
  const dsig = await loadDsig()
  for (const certificate of certificates) {
    const bytes = fromPem(certificate, 'CERTIFICATE')
    const key = bytes && (await new dsig.X509Certificate(bytes).exportKey(RSA).catch(() => null))
    if (key && (await crypto.subtle.verify(RSA.name, key, signature, signed))) return true
  }
  return false
}

/** The part of the query that the signature is about, in this order and encoded as it is sent. */
function signedPart({ SAMLRequest, RelayState, SigAlg }: Omit<RequestQuery, 'Signature'>): string {
  return new URLSearchParams([
    ['SAMLRequest', SAMLRequest],
    ...(RelayState === '' ? [] : [['RelayState', RelayState]]),
    ['SigAlg', SigAlg],
  ]).toString()
}
