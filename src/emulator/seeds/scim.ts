import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import type { StoredScimConnection } from '../records/scim.ts'
import { addMember, seedId, seedSecret } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'
import { directoryMembers } from './northwind.ts'

/** Groups as the directory pushed them; members are numbers in the list of `directoryMembers`. */
const GROUPS: readonly { name: string; members: number[]; roles: string[] }[] = [
  { name: 'Everyone', members: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13], roles: [] },
  { name: 'Finance', members: [2, 8], roles: ['billing_admin'] },
  { name: 'Fleet Operations', members: [5, 9, 12], roles: ['fleet_operator'] },
  { name: 'IT Operations', members: [3, 11], roles: ['it_admin'] },
  { name: 'Robotics Engineering', members: [0, 1, 4, 5, 10], roles: ['engineer', 'viewer'] },
  { name: 'Sales', members: [6, 7, 13], roles: [] },
]

/** A connection that the directory has not pushed anything to yet. */
export function addScimConnection(
  { data, inDays }: SeedStore,
  organization: StoredOrganization,
  { tokenExpiresInDays = 325 }: { tokenExpiresInDays?: number } = {},
): StoredScimConnection {
  const connection: StoredScimConnection = {
    organization_id: organization.organization_id,
    connection_id: seedId('scim-connection', organization.organization_slug),
    status: 'active',
    display_name: 'Northwind Okta directory',
    identity_provider: 'okta',
    bearer_token: {
      value: seedSecret(`scim/${organization.organization_slug}`),
      expires_at: inDays(tokenExpiresInDays),
    },
    next_bearer_token: null,
    assignments: [],
    created_at: inDays(tokenExpiresInDays - 365),
  }
  data.scim_connections[connection.connection_id] = connection
  return connection
}

/**
 * Six groups and fourteen provisioned members. One group carries two roles, and one assignment is of a group that
 * the directory has deleted since.
 */
export function addDirectory(store: SeedStore, connection: StoredScimConnection): void {
  const people = directoryMembers(store)
  for (const member of people) provision(store, connection, member)
  for (const { name, members, roles } of GROUPS) {
    const memberIds = members.flatMap((index) => people[index]?.member_id ?? [])
    const group_id = addGroup(store, connection, { group_name: name, member_ids: memberIds })
    for (const role_id of roles)
      connection.assignments.push({ role_id, group_id, group_name: name })
  }
  connection.assignments.push({
    role_id: 'viewer',
    group_id: seedId('scim-group', 'Contractors 2024'),
    group_name: 'Contractors 2024',
  })
}

/** A directory of a large company: more groups than fit on a page. */
export function addManyGroups(
  store: SeedStore,
  connection: StoredScimConnection,
  count: number,
): void {
  const sites = [
    'Gothenburg',
    'Lagos',
    'Kyoto',
    'Porto',
    'Toronto',
    'Pune',
    'Nairobi',
    'Lyon',
    'Austin',
    'Gdańsk',
  ]
  const teams = [
    'Assembly',
    'Calibration',
    'Drives',
    'Field Service',
    'Firmware',
    'Grippers',
    'Logistics',
    'Navigation',
    'Safety',
    'Vision',
  ]
  const people = directoryMembers(store)
  for (let index = 0; index < count; index += 1) {
    const site = sites[index % sites.length] ?? ''
    const team = teams[Math.floor(index / sites.length) % teams.length] ?? ''
    const shift = Math.floor(index / (sites.length * teams.length)) + 1
    const member = people[index % people.length]
    addGroup(store, connection, {
      group_name: `${site} ${team} ${String(shift)}`,
      member_ids: member ? [member.member_id] : [],
    })
  }
}

export function startRotation({ inDays }: SeedStore, connection: StoredScimConnection): void {
  connection.next_bearer_token = {
    value: seedSecret(`scim-next/${connection.connection_id}`),
    expires_at: inDays(365),
  }
}

/** Somebody whom the directory has switched off since, so the list of members has one such. */
export function addDeprovisionedMember(
  store: SeedStore,
  organization: StoredOrganization,
  connection: StoredScimConnection,
): void {
  const member = addMember(store, organization, {
    name: 'Viktor Hansen',
    email_address: 'viktor.hansen@northwind.example',
    status: 'deleted',
  })
  provision(store, connection, member, { active: false })
}

/** Adds a group as the directory pushed it, and returns its id. */
export function addGroup(
  { data, inDays }: SeedStore,
  { organization_id, connection_id }: StoredScimConnection,
  group: { group_id?: string; group_name: string; member_ids: string[] },
): string {
  const { group_name, member_ids, group_id = seedId('scim-group', group_name) } = group
  data.scim_groups[group_id] = {
    organization_id,
    connection_id,
    group_id,
    group_name,
    external_id: seedId('okta-group', group_name),
    member_ids,
    created_at: inDays(-39),
    updated_at: inDays(-2),
  }
  return group_id
}

/** Makes a member one whom the directory has pushed. */
export function provision(
  { inDays }: SeedStore,
  { connection_id }: StoredScimConnection,
  member: StoredMember,
  { active = true }: { active?: boolean } = {},
): void {
  const [givenName = member.name, ...rest] = member.name.split(' ')
  const externalId = seedId('okta-user', member.email_address)
  member.scim = {
    connection_id,
    registration_id: seedId('scim-registration', member.email_address),
    external_id: externalId,
    resource: {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: member.email_address,
      externalId,
      active,
      displayName: member.name,
      name: { givenName, familyName: rest.join(' '), formatted: member.name },
      emails: [{ value: member.email_address, type: 'work', primary: true }],
    },
    created_at: inDays(-39),
    updated_at: inDays(-2),
  }
}
