import { compactVerify, decodeJwt, importJWK, SignJWT } from 'jose'
import type { JWTPayload } from 'jose'
import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { minutes } from '../sessions/sessions.ts'
import { DEVELOPMENT_SIGNING_KEY } from '../sessions/signingKey.ts'
import { memberOf, organizationOf } from '../wire.ts'
import { grantOf } from './grants.ts'

export const ACCESS_TOKEN_MINUTES = 60
const REFRESH_TOKEN_DAYS = 30

/** What a member let an app do, for which tokens are made. */
export interface Authorized {
  client_id: string
  member_id: string
  organization_id: string
  scopes: string[]
  resources: string[]
  /** Only at the first time, from the authorization request. */
  nonce: string | null
}

export interface TokenAnswer {
  access_token: string
  token_type: 'bearer'
  /** Seconds. */
  expires_in: number
  scope: string
  /** With the scope `openid`. */
  id_token?: string
  /** With the scope `offline_access`. */
  refresh_token?: string
}

/** Makes the tokens of an app: signed JWTs, and with `offline_access` a refresh token. */
export async function issueTokens(
  context: EmulatorContext,
  authorized: Authorized,
): Promise<TokenAnswer> {
  const { client_id, member_id, organization_id, scopes, resources, nonce } = authorized
  const member = memberOf(context, authorized)
  const organization = organizationOf(context, authorized)
  const access_token = await sign(context, {
    sub: member_id,
    aud: [context.data.project.project_id, ...resources],
    jti: context.newId('access-token'),
    client_id,
    scope: scopes.join(' '),
    ...organizationClaim(organization),
  })
  const id_token = scopes.includes('openid')
    ? await sign(context, {
        aud: client_id,
        ...(nonce !== null && { nonce }),
        ...personClaims(member, organization, scopes),
      })
    : undefined
  // Signing took its time, in which the member may have taken everything back.
  if (!grantOf(context, member, client_id)) {
    throw badRequest('The member has taken back what the app might do.', 'idp_auth_code_not_found')
  }
  context.data.access_tokens[access_token] = {
    access_token,
    client_id,
    member_id,
    organization_id,
    scopes,
    issued_at: context.timestamp(),
    used: false,
  }
  return {
    access_token,
    token_type: 'bearer',
    expires_in: ACCESS_TOKEN_MINUTES * 60,
    scope: scopes.join(' '),
    ...(id_token !== undefined && { id_token }),
    ...(scopes.includes('offline_access') && {
      refresh_token: newRefreshToken(context, authorized),
    }),
  }
}

/** What an app may know of a member, by the scopes that it got. */
export function personClaims(
  member: StoredMember,
  organization: StoredOrganization,
  scopes: readonly string[],
): JWTPayload {
  return {
    sub: member.member_id,
    ...organizationClaim(organization),
    ...(scopes.includes('profile') && { name: member.name }),
    ...(scopes.includes('email') && {
      email: member.email_address,
      email_verified: member.email_address_verified,
    }),
    ...(scopes.includes('phone') &&
      member.mfa_phone_number !== '' && {
        phone_number: member.mfa_phone_number,
        phone_number_verified: member.mfa_phone_number_verified,
      }),
  }
}

/** Whose id token it is and for which app; null when the emulator did not sign it. It may have expired. */
export async function readIdToken(
  token: string,
): Promise<{ memberId: string | undefined; audience: unknown } | null> {
  try {
    const { kty, n, e, alg } = DEVELOPMENT_SIGNING_KEY
    await compactVerify(token, await importJWK({ kty, n, e, alg }), { algorithms: [alg] })
    const { sub, aud } = decodeJwt(token)
    return { memberId: sub, audience: aud }
  } catch {
    // Not a token, or not one of the emulator's.
    return null
  }
}

function newRefreshToken(
  context: EmulatorContext,
  { client_id, member_id, organization_id, scopes, resources }: Authorized,
): string {
  const refresh_token = context.newSecret()
  context.data.refresh_tokens[refresh_token] = {
    refresh_token,
    client_id,
    member_id,
    organization_id,
    scopes,
    resources,
    expires_at: context.timestamp(minutes(REFRESH_TOKEN_DAYS * 24 * 60)),
    used: false,
  }
  return refresh_token
}

function organizationClaim({ organization_id, organization_slug }: StoredOrganization) {
  return { 'https://stytch.com/organization': { organization_id, slug: organization_slug } }
}

async function sign(context: EmulatorContext, claims: JWTPayload): Promise<string> {
  const seconds = Math.floor(context.clock.now() / 1000)
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: DEVELOPMENT_SIGNING_KEY.kid, typ: 'JWT' })
    .setIssuer(context.baseUrl)
    .setIssuedAt(seconds)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + ACCESS_TOKEN_MINUTES * 60)
    .sign(await context.signingKey())
}
