import { importJWK, jwtVerify, SignJWT } from 'jose'
import type { AuthenticationFactor, AuthResponse, AuthResponseWithMfa } from '../../client/types.ts'
import { markActive } from '../authentication/people.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, notFound } from '../errors.ts'
import { DEVELOPMENT_SIGNING_KEY } from './signingKey.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import type { StoredProject } from '../records/project.ts'
import type { StoredSession } from '../records/sessions.ts'
import { findRecord } from '../store.ts'
import { wireMember, wireOrganization, wireSession } from '../wire.ts'

const JWT_MINUTES = 5
const DEFAULT_SESSION_MINUTES = 60

type Envelopeless<Response> = Response extends unknown
  ? Omit<Response, 'request_id' | 'status_code'>
  : never

/** An answer as a route gives it: the envelope adds the request id and the status. */
export type SessionAnswer = Envelopeless<AuthResponse>
export type SignInAnswer = Envelopeless<AuthResponseWithMfa>

export interface NewSession {
  member: StoredMember
  organization: StoredOrganization
  factors: AuthenticationFactor[]
  durationMinutes: number | undefined
}

/** Reads `session_duration_minutes`; undefined when it is left out. */
export function readSessionDuration({ data }: EmulatorContext, body: Body): number | undefined {
  const longest = data.project.max_session_minutes
  const minutes = body.raw('session_duration_minutes')
  if (minutes === undefined) return undefined
  const valid =
    typeof minutes === 'number' && Number.isInteger(minutes) && minutes >= 5 && minutes <= longest
  if (valid) return minutes
  throw badRequest(
    `session_duration_minutes must be a whole number from 5 to ${String(longest)}.`,
    'invalid_session_duration_minutes',
  )
}

/** Makes a session. A first sign-in turns an invited or pending member into an active one. */
export async function startSession(
  context: EmulatorContext,
  request: NewSession,
): Promise<SessionAnswer> {
  const { member, organization, factors, durationMinutes = DEFAULT_SESSION_MINUTES } = request
  markActive(context, member)
  const session: StoredSession = {
    member_session_id: context.newId('session'),
    member_id: member.member_id,
    organization_id: organization.organization_id,
    session_token: context.newSecret(),
    started_at: context.timestamp(),
    last_accessed_at: context.timestamp(),
    expires_at: context.timestamp(minutes(durationMinutes)),
    authentication_factors: factors,
    custom_claims: null,
  }
  context.data.sessions[session.member_session_id] = session
  return sessionAnswer(context, { session, member, organization })
}

/** Marks the session as used now and, when minutes are given, moves its end to so far from now. */
export function touchSession(
  context: EmulatorContext,
  session: StoredSession,
  durationMinutes: number | undefined,
): void {
  session.last_accessed_at = context.timestamp()
  // Who acts for a member has the hour that was given, and no more.
  const isFixed = session.authentication_factors.some(({ type }) => type === 'impersonated')
  if (durationMinutes !== undefined && !isFixed)
    session.expires_at = context.timestamp(minutes(durationMinutes))
}

export async function sessionAnswer(
  context: EmulatorContext,
  records: { session: StoredSession; member: StoredMember; organization: StoredOrganization },
): Promise<SessionAnswer> {
  const { session, member, organization } = records
  return {
    member_id: member.member_id,
    member_session: wireSession(context, session),
    member: wireMember(context, member),
    organization: wireOrganization(context, organization),
    session_token: session.session_token,
    session_jwt: await signSessionJwt(context, session, organization),
  }
}

/**
 * Ends all sessions of the member but the one to `spare`, and sign-ins that were begun: what those have proved so far
 * no longer counts.
 */
export function revokeSessionsOf(
  { data }: EmulatorContext,
  memberId: string,
  { spare }: { spare?: StoredSession } = {},
): void {
  for (const session of Object.values(data.sessions)) {
    if (session.member_id !== memberId || session === spare) continue
    Reflect.deleteProperty(data.sessions, session.member_session_id)
  }
  for (const { member_id, token } of Object.values(data.intermediate_sessions)) {
    if (member_id === memberId) Reflect.deleteProperty(data.intermediate_sessions, token)
  }
}

/** The token of the session that a JWT was made for. Throws 400 or 404 when the JWT is not one of ours, or is over. */
export async function sessionTokenOf(
  context: EmulatorContext,
  jwt: string,
  { evenIfExpired = false }: { evenIfExpired?: boolean } = {},
): Promise<string> {
  const { project } = context.data
  const { payload } = await jwtVerify(jwt, await importJWK(publicKey(), 'RS256'), {
    issuer: jwtIssuer(project),
    audience: project.project_id,
    currentDate: new Date(context.clock.now()),
    clockTolerance: evenIfExpired ? Number.MAX_SAFE_INTEGER : 0,
  }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error)
    throw badRequest(`The session JWT is not valid: ${reason}.`, 'unable_to_parse_session_jwt')
  })
  const claim = payload['https://stytch.com/session']
  const id = typeof claim === 'object' && claim !== null && 'id' in claim ? String(claim.id) : ''
  const session = findRecord(context.data.sessions, id)
  if (session) return session.session_token
  throw notFound('session_not_found', 'The session does not exist, was revoked or has expired.')
}

/** The public half of the signing key, as a JSON Web Key Set. */
export function publicKeySet() {
  return { keys: [publicKey()] }
}

function publicKey() {
  const { kid, kty, alg, use, n, e } = DEVELOPMENT_SIGNING_KEY
  return { kid, kty, alg, use, n, e, key_ops: ['verify'] }
}

export function jwtIssuer(project: StoredProject): string {
  return `stytch.com/${project.project_id}`
}

async function signSessionJwt(
  context: EmulatorContext,
  stored: StoredSession,
  organization: StoredOrganization,
): Promise<string> {
  const session = wireSession(context, stored)
  const seconds = Math.floor(context.clock.now() / 1000)
  const claims = {
    ...session.custom_claims,
    'https://stytch.com/session': {
      id: session.member_session_id,
      started_at: session.started_at,
      last_accessed_at: session.last_accessed_at,
      expires_at: session.expires_at,
      attributes: { user_agent: '', ip_address: '' },
      authentication_factors: session.authentication_factors,
      roles: session.roles,
    },
    'https://stytch.com/organization': {
      organization_id: organization.organization_id,
      slug: organization.organization_slug,
    },
  }
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'RS256', kid: DEVELOPMENT_SIGNING_KEY.kid, typ: 'JWT' })
    .setSubject(session.member_id)
    .setIssuer(jwtIssuer(context.data.project))
    .setAudience([context.data.project.project_id])
    .setIssuedAt(seconds)
    .setNotBefore(seconds)
    .setExpirationTime(seconds + JWT_MINUTES * 60)
    .sign(await context.signingKey())
}

/** Turns the development key into what the platform signs with; done once an emulator, at the first need. */
export function importSigningKey() {
  return importJWK(DEVELOPMENT_SIGNING_KEY, 'RS256')
}

export function minutes(count: number): number {
  return count * 60_000
}
