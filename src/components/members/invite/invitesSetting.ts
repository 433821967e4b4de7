import type { Organization } from '../../../client/types.ts'

/** Whom the organization lets its members invite. */
export type InvitesSetting =
  { type: 'anybody' } | { type: 'domains'; domains: readonly string[] } | { type: 'nobody' }

/** Unless it is known to be forbidden it is for the API to refuse. */
export function invitesSetting(organization: Organization | null): InvitesSetting {
  if (organization?.email_invites === 'NOT_ALLOWED') return { type: 'nobody' }
  if (organization?.email_invites === 'RESTRICTED') {
    return { type: 'domains', domains: organization.email_allowed_domains }
  }
  return { type: 'anybody' }
}
