import type { B2BClient } from '../client/B2BClient.ts'
import type { DiscoveryOrganizationsCreateInput } from '../client/discovery.ts'
import type { AuthResponseWithMfa } from '../client/types.ts'
import { signInOptions, type WriteOptions } from './write.ts'

/**
 * Makes an organization and signs in to it, as its first member. Needs a begun sign-in.
 *
 * @example useMutation(discoveryOrganizationsMutations.create(client))
 */
export function create(
  client: B2BClient,
): WriteOptions<AuthResponseWithMfa, DiscoveryOrganizationsCreateInput> {
  return signInOptions(
    client,
    'discovery.organizations.create',
    client.discovery.organizations.create,
    { 'organization.bySlug': true },
  )
}
