import { SignJWT } from 'jose'
import type { EmulatorContext } from '../context.ts'
import type { StoredIdpGrant, StoredIdpPerson } from '../records/sso.ts'
import { IDP_SIGNING_KEY } from '../saml/developmentKeys.ts'
import { importRsaKey } from '../saml/signXml.ts'
import { DEVELOPMENT_SIGNING_KEY } from '../sessions/signingKey.ts'
import { nameOf, requirePerson } from '../sso/idpDirectory.ts'
import { oidcIdpPaths, ownUrl } from '../sso/ssoAddresses.ts'

const ID_TOKEN_MINUTES = 5

/** What an OIDC provider says of a person; of the mishaps, those that are about the person. */
export function claimsOf(person: StoredIdpPerson, mishap: string): Record<string, unknown> {
  const { person_id, email_address, first_name, last_name, groups, attributes } = person
  return {
    ...attributes,
    sub: person_id,
    ...(mishap !== 'no-email' && { email: email_address }),
    // Whoever is known to be unverified has it among their attributes.
    email_verified: mishap !== 'unverified-email' && attributes['email_verified'] !== 'false',
    name: nameOf(person),
    given_name: first_name,
    family_name: last_name,
    groups,
  }
}

/** The id token that a code is redeemed for, with the mishap that the grant was made with. */
export async function signIdToken(
  context: EmulatorContext,
  { idp, person_id, client_id, nonce, mishap }: StoredIdpGrant,
): Promise<string> {
  const now = Math.floor(context.clock.now() / 1000)
  const seconds = mishap === 'expired' ? now - 60 * 60 : now
  const claims = claimsOf(requirePerson(context, idp, person_id), mishap)
  const issuer = mishap === 'wrong-issuer' ? 'https://another.example' : oidcIdpPaths(idp).issuer
  return new SignJWT({ ...claims, ...(nonce && { nonce }) })
    .setProtectedHeader({ alg: 'RS256', kid: DEVELOPMENT_SIGNING_KEY.kid, typ: 'JWT' })
    .setIssuer(ownUrl(context, issuer))
    .setAudience(mishap === 'wrong-audience' ? 'another-client' : client_id)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ID_TOKEN_MINUTES * 60)
    .sign(mishap === 'other-key' ? await importRsaKey(IDP_SIGNING_KEY) : await context.signingKey())
}
