import type { B2BClient } from '../client/B2BClient.ts'
import type {
  OrganizationDeleteOutput,
  OrganizationUpdateInput,
  OrganizationUpdateOutput,
} from '../client/organization.ts'
import { isOlder } from '../client/isOlder.ts'
import type { Organization } from '../client/types.ts'
import { searches } from './memberEffects.ts'
import { optimisticOptions } from './optimistic.ts'
import { SSO_SIGN_IN } from './ssoEffects.ts'
import { signInOptions, type WriteOptions } from './write.ts'

/**
 * Changes the fields that are sent, and shows them changed at once.
 *
 * @rbac stytch.organization, an action for each field: `update.info.name`, `update.settings.mfa-policy`, …
 * @example useMutation(organizationMutations.update(client))
 */
export function update(
  client: B2BClient,
): WriteOptions<OrganizationUpdateOutput, OrganizationUpdateInput> {
  return optimisticOptions(client, 'organization.update', client.organization.update, {
    effects: {
      optimistic: { 'organization.get': (before, input) => before && updated(before, input) },
      writes: {
        'organization.get': ({ organization }, _input, before) =>
          // Of two answers that have overtaken each other the newer one stays.
          before && isOlder(organization, before) ? before : organization,
      },
      invalidates: {
        // Roles by e-mail domain are roles of members.
        ...searches(['rbac_email_implicit_role_assignments']),
        'self.get': ['rbac_email_implicit_role_assignments'],
        // An app that is not allowed any more loses what members have allowed it.
        'organization.connectedApps': APPS,
        'organization.connectedApp': APPS,
        'organization.members.connectedApps': APPS,
        'self.connectedApps': APPS,
        'idp.oauthAuthorizeStart': APPS,
        ...SSO_SIGN_IN,
      },
    },
  })
}

/**
 * Deletes the organization with all its members, and signs out.
 *
 * @rbac stytch.organization delete
 * @example useMutation(organizationMutations.delete(client))
 */
function deleteOrganization(client: B2BClient): WriteOptions<OrganizationDeleteOutput, void> {
  return signInOptions(client, 'organization.delete', () => client.organization.delete(), {
    'organization.bySlug': true,
  })
}
export { deleteOrganization as delete }

const APPS = [
  'first_party_connected_apps_allowed_type',
  'allowed_first_party_connected_apps',
  'third_party_connected_apps_allowed_type',
  'allowed_third_party_connected_apps',
] as const

function updated(
  before: Organization,
  { sso_default_connection_id: connectionId, ...input }: OrganizationUpdateInput,
): Organization {
  return {
    ...before,
    ...input,
    // An empty id takes the default away.
    ...(connectionId !== undefined && { sso_default_connection_id: connectionId || null }),
  }
}
