import type { AuthenticationFactor } from '../../client/types.ts'
import { checkUnusedStrings } from '../body.ts'
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
} from '../sessions/sessions.ts'
import type { SignInAnswer } from '../sessions/sessions.ts'
import { findRecord } from '../store.ts'
import { wireMember, wireOrganization } from '../wire.ts'
import { mergeFactors } from './factor.ts'
import { checkNotLocked, forgetFailedAttempts } from './locks.ts'
import { allowsMfaMethod, missingFactor } from './requirements.ts'
import { sendSmsOtp } from './smsOtp.ts'

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
  checkUnusedStrings(body, ['locale', 'captcha_token', 'dfp_telemetry_id'])
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
  checkNotLocked(context, member)
  const earlier = intermediate && isOf(intermediate, member) ? intermediate : null
  const session = visitor?.member.member_id === member.member_id ? visitor.session : null
  const factors = mergeFactors(
    [...(session?.authentication_factors ?? []), ...(earlier?.authentication_factors ?? [])],
    proved,
  )
  const missing = missingFactor({ member, organization, factors })
  if (earlier) Reflect.deleteProperty(context.data.intermediate_sessions, earlier.token)
  if (missing) {
    const { token } = startIntermediateSession(context, { member, factors })
    return {
      primary_required: missing.primary_required,
      mfa_required: missing.mfa_required && {
        ...missing.mfa_required,
        secondary_auth_initiated: initiateSecondFactor(context, { member, organization }),
      },
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
  forgetFailedAttempts(context, member)
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

/** Texts a code to the member's phone, unless it is not verified, not allowed or not preferred. */
function initiateSecondFactor(
  context: EmulatorContext,
  { member, organization }: Pick<SignIn, 'member' | 'organization'>,
): 'sms_otp' | null {
  const wanted =
    member.mfa_phone_number_verified &&
    member.mfa_phone_number !== '' &&
    member.default_mfa_method !== 'totp' &&
    allowsMfaMethod(organization, 'sms_otp')
  if (!wanted) return null
  return sendSmsOtp(context, member) && 'sms_otp'
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
export function isOf(intermediate: StoredIntermediateSession, member: StoredMember): boolean {
  return intermediate.member_id === null
    ? intermediate.email_address.toLowerCase() === member.email_address.toLowerCase()
    : intermediate.member_id === member.member_id
}
