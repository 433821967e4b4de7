import type { EmulatorContext } from '../context.ts'
import type { StoredIdpPerson, StoredSamlConnection } from '../records/sso.ts'
import type { SamlStatement } from '../saml/buildResponse.ts'
import { readRsaKey } from '../saml/rsaKey.ts'
import { idpSigner } from './idpCertificates.ts'
import { attributesOf } from './providerAttributes.ts'
import { callbackUrl, ownUrl, samlIdpPaths } from './ssoAddresses.ts'

const VALID_MS = 5 * 60_000
const NAME_ID_FORMAT = 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress'

/** What an emulated identity provider says of a person to a connection, when all is right. */
export async function statementOf(
  context: Pick<EmulatorContext, 'baseUrl' | 'clock' | 'newSecret' | 'data'>,
  connection: StoredSamlConnection,
  about: { idp: string; person: StoredIdpPerson; inResponseTo: string | undefined },
): Promise<SamlStatement> {
  const { idp, person, inResponseTo } = about
  const now = context.clock.now()
  const key = connection.encryption_private_keys.at(-1)?.private_key
  return {
    responseId: `_${context.newSecret(20)}`,
    assertionId: `_${context.newSecret(20)}`,
    issuer: ownUrl(context, samlIdpPaths(idp).entityId),
    recipient: callbackUrl(context, connection),
    audience: callbackUrl(context, connection),
    inResponseTo,
    nameId: person.email_address,
    nameIdFormat: NAME_ID_FORMAT,
    attributes: attributesOf(person, idp),
    issuedAt: new Date(now),
    notBefore: new Date(now - VALID_MS),
    notOnOrAfter: new Date(now + VALID_MS),
    status: 'Success',
    signer: await idpSigner(context, idp),
    // As if the certificate of the key had been uploaded there.
    encryptFor: key === undefined ? null : await readRsaKey(key),
  }
}
