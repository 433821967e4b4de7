import { blankMember } from './blankMember.ts'
import { readEmail } from '../authentication/people.ts'
import { checkDomainNotClaimed } from '../authentication/provisioning.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { EmulatorError, badRequest } from '../errors.ts'
import { replaceEmail, requireFreeEmail } from './memberEmails.ts'
import { mergeMetadata } from './metadata.ts'
import { readPhoneNumber, requireFreePhoneNumber } from './phoneNumber.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { knownRoles, MEMBER_ROLE, ssoConnectionOf } from '../roles.ts'
import { memberRoles } from '../wire.ts'

const MFA_METHODS = ['sms_otp', 'totp']

/**
 * Makes a member of the organization as the body wants it: active, or pending, with the address not verified.
 * Throws 400, and changes nothing, when a value is wrong or taken.
 */
export function createMember(
  context: EmulatorContext,
  organization: StoredOrganization,
  body: Body,
): StoredMember {
  const { organization_id } = organization
  const email_address = readEmail(body)
  checkDomainNotClaimed(context, email_address, organization_id)
  requireFreeEmail(context, organization_id, email_address)
  const now = context.timestamp()
  const blank = blankMember({
    organization_id,
    member_id: '',
    email_address,
    status: body.optionalBoolean('create_member_as_pending') === true ? 'pending' : 'active',
    created_at: now,
    updated_at: now,
  })
  const fields = readFields(context, organization, blank, body)
  const member = { ...blank, ...fields, member_id: context.newId('member') }
  context.members.keep(member)
  return member
}

/**
 * Changes what the body names. Throws 400, and changes nothing, when a value is wrong or taken. Roles that are taken
 * away here but also come by SSO end the sessions through it, unless the body wants to preserve them.
 */
export function changeMember(
  context: EmulatorContext,
  organization: StoredOrganization,
  member: StoredMember,
  body: Body,
): void {
  const fields = readFields(context, organization, member, body)
  const preserve = body.optionalBoolean('preserve_existing_sessions') ?? false
  if (preserve && !fields.role_ids) {
    throw badRequest(
      'preserve_existing_sessions only goes with roles.',
      'cannot_preserve_existing_sessions',
    )
  }
  const unlinkFormer = body.optionalBoolean('unlink_email') ?? false
  const address = body.has('email_address') ? readEmail(body) : undefined
  if (address !== undefined) {
    checkDomainNotClaimed(context, address, member.organization_id)
    requireFreeEmail(context, member.organization_id, address, member)
  }

  if (fields.role_ids && !preserve) endSessionsBySso(context, member, fields.role_ids)
  Object.assign(member, fields, { updated_at: context.timestamp() })
  if (address !== undefined) {
    const same = address.toLowerCase() === member.email_address.toLowerCase()
    const verified = same && member.email_address_verified
    replaceEmail(context, member, { address, verified, unlinkFormer })
  }
}

/**
 * Makes an address the member's, who has just shown to receive its mail, and retires the former one.
 * Throws 400 `unable_to_verify_member_email_update` when it has become another member's meanwhile.
 */
export function completeEmailUpdate(
  context: EmulatorContext,
  member: StoredMember,
  newAddress: string,
): void {
  try {
    requireFreeEmail(context, member.organization_id, newAddress, member)
  } catch (error) {
    if (!(error instanceof EmulatorError)) throw error
    throw badRequest(
      'The address has become that of another member meanwhile.',
      'unable_to_verify_member_email_update',
    )
  }
  replaceEmail(context, member, { address: newAddress, verified: true, unlinkFormer: false })
}

type Fields = Partial<
  Pick<
    StoredMember,
    | 'name'
    | 'untrusted_metadata'
    | 'is_breakglass'
    | 'mfa_enrolled'
    | 'mfa_phone_number'
    | 'mfa_phone_number_verified'
    | 'default_mfa_method'
    | 'role_ids'
  >
>

/** The fields that the body names, with their new values. The address has rules of its own. */
function readFields(
  context: EmulatorContext,
  organization: StoredOrganization,
  member: StoredMember,
  body: Body,
): Fields {
  const name = body.optionalString('name')
  const is_breakglass = body.optionalBoolean('is_breakglass')
  const mfa_enrolled = body.optionalBoolean('mfa_enrolled')
  const mfa_phone_number = readNewPhoneNumber(context, member, body)
  const default_mfa_method = readDefaultMfaMethod(organization, member, body)
  const role_ids = readRoles(context, organization, member, body)
  return {
    untrusted_metadata: mergeMetadata(member.untrusted_metadata, body, 'untrusted_metadata'),
    ...(name !== undefined && { name: name.trim() }),
    ...(is_breakglass !== undefined && { is_breakglass }),
    ...(mfa_enrolled !== undefined && { mfa_enrolled }),
    ...(mfa_phone_number !== undefined && { mfa_phone_number, mfa_phone_number_verified: false }),
    ...(default_mfa_method !== undefined && { default_mfa_method }),
    ...(role_ids && { role_ids }),
  }
}

function readNewPhoneNumber(
  context: EmulatorContext,
  member: StoredMember,
  body: Body,
): string | undefined {
  const number = readPhoneNumber(body)
  if (number === undefined) return undefined
  if (member.mfa_phone_number !== '') {
    throw badRequest(
      'The member has an mfa_phone_number already. It must be deleted first.',
      'duplicate_member_phone_number_for_member',
    )
  }
  requireFreePhoneNumber(context, member, number)
  return number
}

function readDefaultMfaMethod(
  organization: StoredOrganization,
  member: StoredMember,
  body: Body,
): string | undefined {
  const method = body.optionalString('default_mfa_method')
  if (method === undefined) return undefined
  if (!MFA_METHODS.includes(method)) {
    throw badRequest(
      `default_mfa_method must be one of ${MFA_METHODS.join(', ')}.`,
      'invalid_mfa_default_method',
    )
  }
  const { mfa_methods, allowed_mfa_methods = [] } = organization
  if (mfa_methods === 'RESTRICTED' && !allowed_mfa_methods.includes(method)) {
    throw badRequest(
      `default_mfa_method ${method} is none of the organization's methods.`,
      'operation_restricted_by_organization_mfa_methods',
    )
  }
  const has =
    method === 'totp'
      ? member.totp_registration_id !== ''
      : member.mfa_phone_number !== '' || body.has('mfa_phone_number')
  if (has) return method
  throw badRequest(
    `default_mfa_method cannot be ${method}: the member has not enrolled in it.`,
    'default_mfa_member_missing_factor',
  )
}

/** Roles that the member holds already are kept even when the policy no longer knows them. */
function readRoles(
  context: EmulatorContext,
  organization: StoredOrganization,
  member: StoredMember,
  body: Body,
): string[] | undefined {
  const roleIds = body.optionalStrings('roles')
  if (!roleIds) return undefined
  const known = knownRoles(context.data, organization)
  for (const roleId of roleIds) {
    if (roleId === MEMBER_ROLE) {
      throw badRequest(
        `roles must not name ${MEMBER_ROLE}, which every member holds.`,
        'cannot_assign_default_rbac_role_id',
      )
    }
    if (!known.has(roleId) && !member.role_ids.includes(roleId)) {
      throw badRequest(`roles names ${roleId}, which is no role.`, 'invalid_role')
    }
  }
  return [...new Set(roleIds)]
}

function endSessionsBySso(
  context: EmulatorContext,
  member: StoredMember,
  roleIds: readonly string[],
): void {
  const { sessions } = context.data
  const connections = memberRoles(context, member)
    .filter(({ role_id }) => member.role_ids.includes(role_id) && !roleIds.includes(role_id))
    .flatMap(({ sources }) => sources)
    .flatMap((source) =>
      source.type === 'sso_connection' || source.type === 'sso_connection_group'
        ? [source.details.connection_id]
        : [],
    )
  for (const session of Object.values(sessions)) {
    const through = session.authentication_factors.map(ssoConnectionOf)
    const ends = connections.some((connectionId) => through.includes(connectionId))
    if (session.member_id === member.member_id && ends) {
      Reflect.deleteProperty(sessions, session.member_session_id)
    }
  }
}
