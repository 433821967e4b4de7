import type { Body } from '../body.ts'
import type { Caller } from '../caller.ts'
import { badRequest } from '../errors.ts'
import { mustBeAllowedOn } from './memberTarget.ts'
import type { StoredMember } from '../records/organizations.ts'

/** The action that each field needs, which members may have on themselves by `stytch.self`. */
export const SELF_ACTIONS: Readonly<Record<string, string>> = {
  name: 'update.info.name',
  untrusted_metadata: 'update.info.untrusted-metadata',
  mfa_phone_number: 'update.info.mfa-phone',
  mfa_enrolled: 'update.settings.mfa-enrolled',
  default_mfa_method: 'update.settings.default-mfa-method',
}

/** The action that each field needs, which only `stytch.member` has. */
const MEMBER_ACTIONS: Readonly<Record<string, string>> = {
  is_breakglass: 'update.settings.is-breakglass',
  roles: 'update.settings.roles',
  preserve_existing_sessions: 'update.settings.roles',
  email_address: 'update.info.email',
  unlink_email: 'update.info.email',
}

/** Throws unless the caller may change each field of the member that the body names. */
export function requireMemberUpdate(caller: Caller, member: StoredMember, body: Body): void {
  const isSelf = member.member_id === caller.member.member_id
  const fields = body.names().filter(body.has)
  const ownActions = fields.flatMap((field) => SELF_ACTIONS[field] ?? [])
  const memberActions = fields.flatMap((field) => MEMBER_ACTIONS[field] ?? [])
  for (const action of ownActions) mustBeAllowedOn(caller, member.member_id, action)
  for (const action of memberActions) caller.mustBeAllowed('stytch.member', action)
  // A change of nothing reads the member.
  if (!isSelf && ownActions.length + memberActions.length === 0) {
    caller.mustBeAllowed('stytch.member', 'search')
  }
  checkMetadataFields(body)
  if (isSelf && body.has('email_address')) {
    throw badRequest(
      'email_address: members cannot give themselves another address; an email update can be started instead.',
      'member_cannot_update_their_email_address',
    )
  }
}

/** Throws when the body has metadata that only a backend may write. */
export function checkMetadataFields(body: Body): void {
  if (!body.has('trusted_metadata')) return
  throw badRequest(
    'trusted_metadata is written by the backend of the project only.',
    'cannot_update_trusted_metadata',
  )
}
