import type { AuthenticationFactor, AuthMethod } from '../../client/types.ts'
import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import type { EndpointRequest } from '../endpoint.ts'
import { EmulatorError } from '../errors.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import type { StoredIntermediateSession } from '../records/sessions.ts'
import {
  minutes,
  readSessionDuration,
  sessionAnswer,
  startSession,
  touchSession,
} from '../sessions.ts'
import type { SignInAnswer } from '../sessions.ts'
import { findRecord } from '../store.ts'
import { wireMember, wireOrganization } from '../wire.ts'

const INTERMEDIATE_MINUTES = 10

/** What every call that signs in says beside its proof. */
export interface SignInRequest {
  durationMinutes: number | undefined
  /** The begun sign-in that came along. */
  intermediate: StoredIntermediateSession | null
  /** Whose session came along: of the same member it is continued. */
  visitor: Caller | null
}

interface SignIn {
  member: StoredMember
  organization: StoredOrganization
  /** What was proved just now; what the begun sign-in or the session holds is added to it. */
  factors: AuthenticationFactor[]
  request: SignInRequest
}

/** Reads what a call that signs in says beside its proof. Throws when a begun sign-in came along that is over. */
export function readSignIn(
  context: EmulatorContext,
  { body, visitor }: Pick<EndpointRequest, 'body' | 'visitor'>,
): SignInRequest {
  const token = body.optionalString('intermediate_session_token')
  return {
    durationMinutes: readSessionDuration(context, body),
    intermediate: token ? requireIntermediateSession(context, token) : null,
    visitor: visitor(),
  }
}

/** The begun sign-in with this token. Throws 404 when there is none, or when it is over. */
export function requireIntermediateSession(
  context: EmulatorContext,
  token: string,
): StoredIntermediateSession {
  const intermediate = findRecord(context.data.intermediate_sessions, token)
  if (intermediate && Date.parse(intermediate.expires_at) > context.clock.now()) return intermediate
  throw new EmulatorError(
    404,
    'intermediate_session_not_found',
    'The intermediate session does not exist, was used or has expired. Sign in again.',
  )
}

/** A full session when the factors are enough for the organization; else a token to go on with. */
export async function completeSignIn(
  context: EmulatorContext,
  { member, organization, factors: proved, request }: SignIn,
): Promise<SignInAnswer> {
  const { durationMinutes, intermediate, visitor } = request
  const earlier = intermediate && isOf(intermediate, member) ? intermediate : null
  const session = visitor?.member.member_id === member.member_id ? visitor.session : null
  const factors = [
    ...(session?.authentication_factors ?? []),
    ...(earlier?.authentication_factors ?? []),
    ...proved,
  ]
  const missing = missingFactor({ member, organization, factors })
  if (earlier) Reflect.deleteProperty(context.data.intermediate_sessions, earlier.token)
  if (missing) {
    const { token } = startIntermediateSession(context, { member, factors })
    return {
      ...missing,
      member_authenticated: false,
      member_id: member.member_id,
      member: wireMember(context, member),
      organization: wireOrganization(context, organization),
      member_session: null,
      session_token: '',
      session_jwt: '',
      intermediate_session_token: token,
    }
  }
  if (session) {
    session.authentication_factors = factors
    touchSession(context, session, durationMinutes)
  }
  const answer = session
    ? await sessionAnswer(context, { session, member, organization })
    : await startSession(context, { member, organization, factors, durationMinutes })
  return {
    ...answer,
    member_authenticated: true,
    intermediate_session_token: '',
    mfa_required: null,
    primary_required: null,
  }
}

/** A begun sign-in: of a member who lacks a factor or, with an address only, of discovery. */
export function startIntermediateSession(
  context: EmulatorContext,
  {
    member,
    factors,
    ...person
  }: { factors: AuthenticationFactor[] } & (
    { member: StoredMember; emailAddress?: never } | { member?: never; emailAddress: string }
  ) &
    Partial<Pick<StoredIntermediateSession, 'provider_tenants' | 'full_name'>>,
): StoredIntermediateSession {
  const token = context.newSecret()
  const { provider_tenants = [], full_name = '' } = person
  const intermediate: StoredIntermediateSession = {
    token,
    email_address: member?.email_address ?? person.emailAddress ?? '',
    member_id: member?.member_id ?? null,
    organization_id: member?.organization_id ?? null,
    expires_at: context.timestamp(minutes(INTERMEDIATE_MINUTES)),
    authentication_factors: factors,
    provider_tenants,
    full_name,
  }
  context.data.intermediate_sessions[token] = intermediate
  return intermediate
}

/** Begun by the member, or, in discovery, with the member's address. */
function isOf(intermediate: StoredIntermediateSession, member: StoredMember): boolean {
  return intermediate.member_id === null
    ? intermediate.email_address.toLowerCase() === member.email_address.toLowerCase()
    : intermediate.member_id === member.member_id
}

interface Standing {
  member: StoredMember
  organization: StoredOrganization
  factors: readonly AuthenticationFactor[]
}

type MissingFactor = Pick<
  Extract<SignInAnswer, { member_authenticated: false }>,
  'mfa_required' | 'primary_required'
>

/** What the organization still wants to see; null when the factors are enough. */
export function missingFactor({ member, organization, factors }: Standing): MissingFactor | null {
  const primary = missingPrimary(member, organization, factors)
  if (primary) return { primary_required: { allowed_auth_methods: primary }, mfa_required: null }
  const mfaNeeded = organization.mfa_policy === 'REQUIRED_FOR_ALL' || member.mfa_enrolled
  if (!mfaNeeded || factors.some((factor) => factor.sequence_order === 'SECONDARY')) return null
  const { mfa_phone_number, totp_registration_id } = member
  const enrolled = mfa_phone_number !== '' || totp_registration_id !== ''
  return {
    primary_required: null,
    mfa_required: {
      member_options: enrolled ? { mfa_phone_number, totp_registration_id } : null,
      secondary_auth_initiated: null,
    },
  }
}

/** What the organization wants to see first, when none of the factors will do; null when one does. */
function missingPrimary(
  member: StoredMember,
  organization: StoredOrganization,
  factors: readonly AuthenticationFactor[],
): AuthMethod[] | null {
  if (organization.auth_methods !== 'RESTRICTED' || member.is_breakglass) return null
  const allowed = organization.allowed_auth_methods ?? []
  return factors.some((factor) => methodsOf(factor).some((method) => allowed.includes(method)))
    ? null
    : allowed
}

function methodsOf(factor: AuthenticationFactor): AuthMethod[] {
  switch (factor.type) {
    case 'oauth':
      return [`${factor.delivery_method.replace('oauth_', '')}_oauth`]
    case 'trusted_auth_token':
      // The project vouches for these, whatever the organization allows its members to sign in with.
      return ['sso', 'magic_link', 'password']
    default:
      return [factor.type]
  }
}
