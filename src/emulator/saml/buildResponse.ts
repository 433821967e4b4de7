import type { JWK } from 'jose'
import { encryptAssertion } from './encryption.ts'
import { signXml } from './signXml.ts'
import type { XmlSigner } from './signXml.ts'
import { SAML, SAMLP, xml } from './xml.ts'
import type { XmlText } from './xml.ts'

const STATUS = 'urn:oasis:names:tc:SAML:2.0:status:'

/** What an identity provider says, and to whom. */
export interface SamlStatement {
  responseId: string
  assertionId: string
  /** Entity id of the identity provider. */
  issuer: string
  /** The ACS URL that it is posted to. */
  recipient: string
  audience: string
  /** The id of the request; missing when the sign-in began at the identity provider. */
  inResponseTo: string | undefined
  nameId: string
  nameIdFormat: string
  attributes: Readonly<Record<string, string | readonly string[]>>
  issuedAt: Date
  /** The assertion holds from here … */
  notBefore: Date
  /** … to here. */
  notOnOrAfter: Date
  /** The second part of the status, such as `Success` or `Responder`. */
  status: string
  /** What the assertion is signed with; null leaves it unsigned. */
  signer: XmlSigner | null
  /** For whom the assertion is encrypted; null leaves it as it is. */
  encryptFor: JWK | null
}

/** A SAML Response as XML. */
export async function buildResponse(statement: SamlStatement): Promise<string> {
  const { signer, encryptFor, status } = statement
  const plain = assertionOf(statement)
  const assertion = signer ? await signXml(plain, signer) : plain
  const sent = encryptFor ? await encryptAssertion(assertion, encryptFor) : assertion
  const { responseId, recipient, issuer, issuedAt } = statement
  return xml`<samlp:Response xmlns:samlp="${SAMLP}" xmlns:saml="${SAML}" ID="${responseId}" Version="2.0" IssueInstant="${issuedAt.toISOString()}" Destination="${recipient}"${answering(statement)}><saml:Issuer>${issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="${STATUS}${status}"/></samlp:Status>${status === 'Success' ? sent : ''}</samlp:Response>`
    .xml
}

function assertionOf(statement: SamlStatement): XmlText {
  const { assertionId, issuer, recipient, audience, nameId, nameIdFormat, attributes } = statement
  const issuedAt = statement.issuedAt.toISOString()
  const notBefore = statement.notBefore.toISOString()
  const notOnOrAfter = statement.notOnOrAfter.toISOString()
  return xml`<saml:Assertion xmlns:saml="${SAML}" ID="${assertionId}" Version="2.0" IssueInstant="${issuedAt}"><saml:Issuer>${issuer}</saml:Issuer><saml:Subject><saml:NameID Format="${nameIdFormat}">${nameId}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="${recipient}" NotOnOrAfter="${notOnOrAfter}"${answering(statement)}/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${notBefore}" NotOnOrAfter="${notOnOrAfter}"><saml:AudienceRestriction><saml:Audience>${audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="${issuedAt}" SessionIndex="${assertionId}"><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement><saml:AttributeStatement>${Object.entries(
    attributes,
  ).map(([name, values]) => attribute(name, values))}</saml:AttributeStatement></saml:Assertion>`
}

function answering({ inResponseTo }: SamlStatement): XmlText {
  return inResponseTo === undefined ? xml`` : xml` InResponseTo="${inResponseTo}"`
}

function attribute(name: string, values: string | readonly string[]): XmlText {
  const list = typeof values === 'string' ? [values] : values
  return xml`<saml:Attribute Name="${name}">${list.map(
    (value) => xml`<saml:AttributeValue>${value}</saml:AttributeValue>`,
  )}</saml:Attribute>`
}
