import type { Described } from '../described.ts'
import type { StoredOrganization } from '../records/organizations.ts'
import { emulatedOidcConnection, emulatedSamlConnection } from '../sso/newConnection.ts'
import { readRoleIds } from './readMembers.ts'
import { seedId } from './seedStore.ts'
import type { SeedStore } from './seedStore.ts'
import { slugOf } from '../slugOf.ts'

/** Adds the SSO connections that are described; gives their ids by display name. */
export function readSsoConnections(
  store: SeedStore,
  described: Described,
  organization: StoredOrganization,
): Map<string, string> {
  const { organization_id, organization_slug } = organization
  const ids = new Map<string, string>()
  for (const connection of described.objects('sso_connections')) {
    const display_name = connection.text('display_name')
    if (ids.has(display_name)) {
      connection.wrong('display_name', 'is that of another connection of the organization too.')
    }
    const type = connection.oneOf('type', ['saml', 'oidc']) ?? 'saml'
    const connection_id = seedId(`${type}-connection`, `${organization_slug}/${display_name}`)
    ids.set(display_name, connection_id)
    const given = {
      organization_id,
      connection_id,
      display_name,
      identity_provider: connection.optionalText('identity_provider') ?? 'generic',
    }
    const idp = `${given.identity_provider}-${slugOf(`${organization_slug} ${display_name}`)}`
    const implicit_role_assignments = readRoleIds(store, organization, connection, 'roles').map(
      (role_id) => ({ role_id }),
    )
    const group_implicit_role_assignments = readGroupRoles(store, organization, connection)
    const hasRoles = implicit_role_assignments.length + group_implicit_role_assignments.length > 0
    if (type === 'oidc' && hasRoles) {
      connection.wrong('type', 'must be saml: no roles follow from a connection by OIDC.')
    }
    store.data.sso_connections[connection_id] =
      type === 'oidc'
        ? emulatedOidcConnection(given, { idp })
        : emulatedSamlConnection(
            { ...given, implicit_role_assignments, group_implicit_role_assignments },
            { idp, createdAt: store.inDays(-200) },
          )
  }
  return ids
}

function readGroupRoles(
  store: SeedStore,
  organization: StoredOrganization,
  connection: Described,
): { role_id: string; group: string }[] {
  const byGroup = connection.object('group_roles')
  return (byGroup?.names() ?? []).flatMap((group) =>
    byGroup
      ? readRoleIds(store, organization, byGroup, group).map((role_id) => ({ role_id, group }))
      : [],
  )
}
