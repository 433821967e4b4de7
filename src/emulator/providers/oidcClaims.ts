import { SignJWT } from 'jose'
import type { EmulatorContext } from '../context.ts'
import type { StoredIdpGrant, StoredIdpPerson } from '../records/sso.ts'
import { DEVELOPMENT_SIGNING_KEY } from '../sessions/signingKey.ts'
import { nameOf, requirePerson } from '../sso/idpDirectory.ts'
import { oidcIdpPaths, ownUrl } from '../sso/ssoAddresses.ts'

const ID_TOKEN_MINUTES = 5

/** What an OIDC provider says of a person. */
export function claimsOf(person: StoredIdpPerson): Record<string, unknown> {
  const { person_id, email_address, first_name, last_name, groups, attributes } = person
  return {
    ...attributes,
    sub: person_id,
    email: email_address,
    // Whoever is known to be unverified has it among their attributes.
    email_verified: attributes['email_verified'] !== 'false',
    name: nameOf(person),
    given_name: first_name,
    family_name: last_name,
    groups,
  }
}

/** The id token that a code is redeemed for. */
export async function signIdToken(
  context: EmulatorContext,
  { idp, person_id, client_id, nonce }: StoredIdpGrant,
): Promise<string> {
  const seconds = Math.floor(context.clock.now() / 1000)
  const claims = claimsOf(requirePerson(context, idp, person_id))
  return new SignJWT({ ...claims, ...(nonce && { nonce }) })
    .setProtectedHeader({ alg: 'RS256', kid: DEVELOPMENT_SIGNING_KEY.kid, typ: 'JWT' })
    .setIssuer(ownUrl(context, oidcIdpPaths(idp).issuer))
    .setAudience(client_id)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ID_TOKEN_MINUTES * 60)
    .sign(await context.signingKey())
}
