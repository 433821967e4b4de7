import type { ScimIdentityProvider } from '../../client/scim.ts'
import type { Described } from '../described.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import type { StoredScimConnection } from '../records/scim.ts'
import { readRoleIds } from './readMembers.ts'
import { addGroup, provision } from './scim.ts'
import { seedId, seedSecret } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'

const PROVIDERS = [
  'generic',
  'okta',
  'microsoft-entra',
  'cyberark',
  'jumpcloud',
  'onelogin',
  'pingfederate',
  'rippling',
] as const satisfies readonly ScimIdentityProvider[]

export function readScimConnection(
  store: SeedStore,
  described: Described,
  organization: StoredOrganization,
): void {
  const { data, inDays } = store
  const { organization_id, organization_slug } = organization
  const days = described.whole('token_expires_in_days', { min: 1, max: 3650 }) ?? 365
  const connection: StoredScimConnection = {
    organization_id,
    connection_id: seedId('scim-connection', organization_slug),
    status: 'active',
    display_name: described.text('display_name'),
    identity_provider: described.oneOf('identity_provider', PROVIDERS) ?? 'generic',
    bearer_token: {
      value: described.optionalText('bearer_token') ?? seedSecret(`scim/${organization_slug}`),
      expires_at: inDays(days),
    },
    next_bearer_token: null,
    assignments: [],
    created_at: inDays(-40),
  }
  data.scim_connections[connection.connection_id] = connection

  const provisioned = new Set(readPeople(store, organization, described, 'provisioned'))
  for (const group of described.objects('groups')) {
    const name = group.text('group_name')
    const people = readPeople(store, organization, group, 'members')
    for (const member of people) provisioned.add(member)
    const group_id = addGroup(store, connection, {
      group_id: seedId('scim-group', `${organization_slug}/${name}`),
      group_name: name,
      member_ids: people.map(({ member_id }) => member_id),
    })
    for (const role_id of readRoleIds(store, organization, group, 'roles')) {
      connection.assignments.push({ role_id, group_id, group_name: name })
    }
  }
  for (const member of provisioned) {
    provision(store, connection, member, { active: member.status !== 'deleted' })
  }
}

/** Members of the organization by their addresses. */
function readPeople(
  { data }: SeedStore,
  organization: StoredOrganization,
  described: Described,
  field: string,
): StoredMember[] {
  return (described.texts(field) ?? []).flatMap((address) => {
    const member = Object.values(data.members).find(
      (candidate) =>
        candidate.organization_id === organization.organization_id &&
        candidate.email_address.toLowerCase() === address.toLowerCase(),
    )
    if (!member) {
      described.wrong(
        field,
        `names ${address}, which is the address of no member of the organization.`,
      )
    }
    return member ?? []
  })
}
