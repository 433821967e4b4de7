import type { AuthenticationFactor, MfaMethod } from '../../client/types.ts'
import { checkNotLocked } from '../authentication/locks.ts'
import { allowsMfaMethod } from '../authentication/requirements.ts'
import { completeSignIn, isOf, readSignIn } from '../authentication/signIn.ts'
import type { SignInRequest } from '../authentication/signIn.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import type { EndpointRequest } from '../endpoint.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import type { SessionAnswer, SignInAnswer } from '../sessions/sessions.ts'
import { memberOf, organizationOf } from '../wire.ts'

/** A call about a second factor of one member. */
export interface MfaRequest {
  member: StoredMember
  organization: StoredOrganization
  /** The session or the begun sign-in that came along. */
  request: SignInRequest
}

type Incoming = Pick<EndpointRequest, 'body' | 'visitor'>

/** For a call that registers a factor or asks for a code: who has a factor already must have begun a sign-in. */
export function readMfaStart(context: EmulatorContext, incoming: Incoming): MfaRequest {
  const mfa = readMfaRequest(context, incoming)
  const { mfa_phone_number_verified, totp_registration_id } = mfa.member
  if (mfa_phone_number_verified || totp_registration_id !== '') requireBegunSignIn(mfa)
  return mfa
}

/** For a call that gives a code, which completes a begun sign-in or adds to a session. Refused while locked. */
export function readMfaProof(context: EmulatorContext, incoming: Incoming): MfaRequest {
  const mfa = readMfaRequest(context, incoming)
  requireBegunSignIn(mfa)
  checkNotLocked(context, mfa.member)
  return mfa
}

/** Throws 403 when the organization does not take this as a second factor. */
export function requireMfaMethod(organization: StoredOrganization, method: MfaMethod): void {
  if (allowsMfaMethod(organization, method)) return
  throw new EmulatorError(
    403,
    'operation_restricted_by_organization_mfa_methods',
    `The organization does not take ${method} as a second factor.`,
  )
}

/** Reads `set_mfa_enrollment`. Throws 400 `invalid_set_mfa_enrollment`. */
export function readEnrollment(body: Body): 'enroll' | 'unenroll' | undefined {
  const value = body.raw('set_mfa_enrollment')
  if (value === undefined || value === 'enroll' || value === 'unenroll') return value
  throw badRequest('set_mfa_enrollment must be enroll or unenroll.', 'invalid_set_mfa_enrollment')
}

/** The member has proved a second factor for the first time or again: what follows from that for the next sign-ins. */
export function keepMfaSettings(
  context: EmulatorContext,
  { member, organization }: MfaRequest,
  settings: {
    method: MfaMethod
    isDefault: boolean
    enrollment: 'enroll' | 'unenroll' | undefined
  },
): void {
  const { method, isDefault, enrollment } = settings
  if (isDefault || member.default_mfa_method === '') member.default_mfa_method = method
  // Where everybody has to, nobody chooses.
  if (organization.mfa_policy === 'REQUIRED_FOR_ALL') member.mfa_enrolled = true
  else if (enrollment !== undefined) member.mfa_enrolled = enrollment === 'enroll'
  member.updated_at = context.timestamp()
}

/**
 * The session that the factor completes or adds to. Unlike a first factor's, the answer does not say what is
 * required: nothing is, unless the organization has changed its mind about the first factor meanwhile.
 */
export async function completeMfa(
  context: EmulatorContext,
  mfa: MfaRequest,
  factor: AuthenticationFactor,
): Promise<SessionAnswer | SignInAnswer> {
  const answer = await completeSignIn(context, { ...mfa, factors: [factor] })
  if (!answer.member_authenticated) return answer
  const {
    member_authenticated: _authenticated,
    intermediate_session_token: _token,
    mfa_required: _mfa,
    primary_required: _primary,
    ...session
  } = answer
  return session
}

function readMfaRequest(context: EmulatorContext, { body, visitor }: Incoming): MfaRequest {
  const organization = organizationOf(context, { organization_id: body.string('organization_id') })
  const member = memberOf(context, { member_id: body.string('member_id') })
  if (member.organization_id !== organization.organization_id || member.status === 'deleted') {
    throw notFound('member_not_found', `There is no member ${member.member_id}.`)
  }
  return { member, organization, request: readSignIn(context, { body, visitor }) }
}

function requireBegunSignIn({ member, request }: MfaRequest): void {
  const { intermediate, visitor } = request
  if (visitor?.member.member_id === member.member_id) return
  if (intermediate) {
    if (isOf(intermediate, member)) return
    throw notFound(
      'intermediate_session_not_found',
      'The intermediate session is not one of this member.',
    )
  }
  if (visitor) {
    throw badRequest(
      'The session that came along is of another member.',
      'member_session_member_id_mismatch',
    )
  }
  throw badRequest(
    'This call needs a session, or a begun sign-in, of the member.',
    'no_session_arguments',
  )
}
