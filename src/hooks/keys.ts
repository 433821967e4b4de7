import type { InfiniteData } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import type { ScimConnection } from '../client/scim.ts'
import type { SessionIdentity } from '../client/sessionStore.ts'
import type { AdminPortalConfig } from '../client/adminPortal.ts'
import type { Member, Organization } from '../client/types.ts'
import type { OrganizationMembersPage } from './organizationMembers.ts'
import type { ScimConnectionGroupsPage } from './scim.ts'

/**
 * What each read keeps in the query cache, by name: resource, dot, read. `request_id` and
 * `status_code` are left out of it, because they would make every refetch look like a change.
 */
export interface ReadData {
  'scim.connection': ScimConnection | null
  'scim.connectionGroups': ScimConnectionGroupsPage
  'scim.connectionGroupsInfinite': InfiniteData<ScimConnectionGroupsPage, string | null>
  'organization.get': Organization | null
  'organization.members.search': OrganizationMembersPage
  'organization.members.searchInfinite': InfiniteData<OrganizationMembersPage, string | null>
  'self.get': Member | null
  'adminPortal.config': AdminPortalConfig
}

export type ReadName = keyof ReadData

/**
 * Every key of this library: whose data it is, then what. The ids are null where nobody is signed in
 * (such a query never runs), and for mutations that change who is signed in.
 */
export type OrgportalKey = readonly [
  library: 'orgportal',
  publicToken: string,
  organizationId: string | null,
  memberId: string | null,
  ...path: readonly unknown[],
]

/** The key that all data of one member in one organization begins with. */
export function identityKey(
  client: Pick<B2BClient, 'publicToken'>,
  identity: SessionIdentity | null,
): OrgportalKey {
  return [
    'orgportal',
    client.publicToken,
    identity?.organizationId ?? null,
    identity?.memberId ?? null,
  ]
}

/** Adds what the key is for. `name` is split at its last dot: resource, name. */
export function operationKey(owner: OrgportalKey, name: string, input?: unknown): OrgportalKey {
  const dot = name.lastIndexOf('.')
  const path = [name.slice(0, dot), name.slice(dot + 1)]
  return input === undefined ? [...owner, ...path] : [...owner, ...path, input]
}

export function sameIdentity(one: SessionIdentity | null, other: SessionIdentity | null): boolean {
  return one?.organizationId === other?.organizationId && one?.memberId === other?.memberId
}

/** Whether both keys are of the same member in the same organization. */
export function isSameOwner(one: OrgportalKey | undefined, other: OrgportalKey): boolean {
  return one !== undefined && one[2] === other[2] && one[3] === other[3]
}
