import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import type { SsoIdentity, StoredSamlConnection } from '../records/sso.ts'
import { callbackUrl, ownUrl } from '../sso/ssoAddresses.ts'
import { checkConditions } from './conditions.ts'
import { decryptAssertion } from './encryption.ts'
import { fromBase64 } from './pem.ts'
import { readIdentity } from './readIdentity.ts'
import { readRsaKey } from './rsaKey.ts'
import { isSigned, SignatureError, verifySignature } from './verifySignature.ts'
import { attributeOf, childOf, childrenOf, parseXml, SAML, SAMLP, textOf } from './xml.ts'

const MAX_LENGTH = 500_000

/** What a Response says that was found to be right. */
export interface SamlAnswer {
  /** Names the assertion among those of all identity providers. */
  assertionKey: string
  /** When the assertion ends by itself. */
  expiresAt: string
  identity: SsoIdentity
}

/**
 * Reads a SAML Response as it was posted (base64). `requestId` is the id of the request that was sent with its
 * RelayState; null when there is none, so that only a sign-in that began at the identity provider can be right.
 * Throws a 400 that names the step that failed.
 */
export async function readResponse(
  context: EmulatorContext,
  connection: StoredSamlConnection,
  { encoded, requestId }: { encoded: string; requestId: string | null },
): Promise<SamlAnswer> {
  const response = await parseResponse(encoded)
  checkStatus(response)
  checkEnvelope(context, connection, response)
  const assertion = await findAssertion(connection, response)
  checkIssuer(context, connection, childOf(assertion, SAML, 'Issuer'))
  const assertionKey = `${connection.connection_id}:${attributeOf(assertion, 'ID') ?? ''}`
  if (Object.hasOwn(context.data.saml_assertions_seen, assertionKey)) {
    throw badRequest('The assertion was used before.', 'duplicate_saml_response')
  }
  const expiresAt = checkConditions(context, connection, { response, assertion, requestId })
  return { assertionKey, expiresAt, identity: readIdentity(connection, assertion) }
}

async function parseResponse(encoded: string): Promise<Element> {
  if (encoded.trim() === '') {
    throw badRequest('The form has no SAMLResponse.', 'missing_saml_response')
  }
  if (encoded.length > MAX_LENGTH) {
    throw badRequest('The SAML response is too long.', 'saml_response_too_long')
  }
  const bytes = fromBase64(encoded)
  if (!bytes) throw badRequest('The SAML response is not base64.', 'invalid_xml_saml_response')
  const response = await parseXml(new TextDecoder().decode(bytes)).catch((error: unknown) => {
    throw badRequest(
      `The SAML response cannot be read. ${error instanceof Error ? error.message : ''}`,
      'invalid_xml_saml_response',
    )
  })
  if (response.localName === 'Response' && response.namespaceURI === SAMLP) return response
  throw badRequest('It is no SAML response.', 'invalid_saml_response')
}

function checkStatus(response: Element): void {
  const status = childOf(response, SAMLP, 'Status')
  const value = attributeOf(childOf(status, SAMLP, 'StatusCode'), 'Value') ?? 'no status'
  if (value === 'urn:oasis:names:tc:SAML:2.0:status:Success') return
  const message = textOf(childOf(status, SAMLP, 'StatusMessage'))
  throw badRequest(
    `The identity provider did not let the person in: ${message || value}.`,
    'failed_saml_response',
  )
}

function checkEnvelope(
  context: EmulatorContext,
  connection: StoredSamlConnection,
  response: Element,
): void {
  const issuer = childOf(response, SAML, 'Issuer')
  if (issuer) checkIssuer(context, connection, issuer)
  const destination = attributeOf(response, 'Destination')
  const known = [callbackUrl(context, connection), connection.alternative_acs_url]
  if (destination === undefined || known.includes(destination)) return
  throw badRequest(
    `The SAML response is meant for ${destination}, not for ${callbackUrl(context, connection)}.`,
    'invalid_saml_response',
  )
}

function checkIssuer(
  context: EmulatorContext,
  connection: StoredSamlConnection,
  issuer: Element | undefined,
): void {
  const expected = ownUrl(context, connection.idp_entity_id)
  if (textOf(issuer) === expected) return
  throw badRequest(
    `The issuer is ${textOf(issuer) || 'missing'}; the connection's identity provider is ${expected}.`,
    'invalid_saml_response',
  )
}

/** The one assertion, whose signature, or that of the response around it, was verified. */
async function findAssertion(
  connection: StoredSamlConnection,
  response: Element,
): Promise<Element> {
  const responseIsSigned = isSigned(response)
  if (responseIsSigned) await verify(connection, response)
  const plain = childrenOf(response, SAML, 'Assertion')
  const encrypted = childrenOf(response, SAML, 'EncryptedAssertion')
  const [only, second] = [...plain, ...encrypted]
  if (!only || second) {
    throw badRequest('The response must have one assertion.', 'invalid_saml_response')
  }
  const assertion = encrypted.length > 0 ? await open(connection, only) : only
  if (!responseIsSigned || isSigned(assertion)) await verify(connection, assertion)
  return assertion
}

async function verify(connection: StoredSamlConnection, element: Element): Promise<void> {
  const certificates = connection.verification_certificates.map(({ certificate }) => certificate)
  try {
    await verifySignature(element, certificates)
  } catch (error) {
    if (!(error instanceof SignatureError)) throw error
    throw badRequest(
      `The signature of the ${element.localName} was refused. ${error.message}`,
      error.kind === 'missing'
        ? 'missing_signature_saml_response'
        : 'invalid_signature_saml_response',
    )
  }
}

async function open(connection: StoredSamlConnection, encrypted: Element): Promise<Element> {
  const keys = await Promise.all(
    connection.encryption_private_keys.map(({ private_key }) => readRsaKey(private_key)),
  )
  const text = await decryptAssertion(
    encrypted,
    keys.filter((key) => key !== null),
  )
  if (text === null) {
    throw badRequest(
      "The assertion is encrypted, and none of the connection's encryption keys opens it.",
      'invalid_saml_response',
    )
  }
  const assertion = await parseXml(text).catch(() => null)
  if (assertion?.localName === 'Assertion' && assertion.namespaceURI === SAML) return assertion
  throw badRequest('What was encrypted is no assertion.', 'invalid_saml_response')
}
