import type { Organization } from '../../../client/types.ts'
import { withoutConnection } from '../../../hooks/ssoEffects.ts'
import type { SsoConnection } from '../connections.ts'

/** What goes with a connection, beside the way in. */
export interface DeletionLosses {
  /** Ids of roles that everybody has who comes by it. */
  rolesOfAll: readonly string[]
  /** How many roles follow from groups. */
  rolesOfGroups: number
  /** Whether people join by it: not, as one of several ways, or as the last. */
  joining: 'not' | 'one-of-several' | 'last'
  /** The default connection goes with it, being the only one. */
  lastDefault: boolean
}

/** Says what deleting a connection takes away. */
export function deletionLosses(
  connection: SsoConnection,
  organization: Organization | null,
): DeletionLosses {
  const { ofAll, ofGroups } = assignments(connection)
  return {
    rolesOfAll: ofAll.map(({ role_id }) => role_id),
    rolesOfGroups: ofGroups.length,
    joining: organization ? joining(connection, organization) : 'not',
    lastDefault: organization?.sso_default_connection_id === connection.connection_id,
  }
}

function assignments(connection: SsoConnection) {
  switch (connection.protocol) {
    case 'saml':
      return {
        ofAll: connection.saml_connection_implicit_role_assignments,
        ofGroups: connection.saml_group_implicit_role_assignments,
      }
    case 'external':
      return {
        ofAll: connection.external_connection_implicit_role_assignments,
        ofGroups: connection.external_group_implicit_role_assignments,
      }
    case 'oidc':
      return { ofAll: [], ofGroups: [] }
  }
}

function joining(connection: SsoConnection, organization: Organization): DeletionLosses['joining'] {
  const { sso_jit_provisioning, sso_active_connections } = organization
  const isActive = connection.status === 'active'
  if (sso_jit_provisioning === 'ALL_ALLOWED' && isActive) {
    const others = sso_active_connections.filter(
      ({ connection_id }) => connection_id !== connection.connection_id,
    )
    return others.length > 0 ? 'one-of-several' : 'last'
  }
  const isListed = organization.sso_jit_provisioning_allowed_connections.includes(
    connection.connection_id,
  )
  if (sso_jit_provisioning !== 'RESTRICTED' || !isListed) return 'not'
  const after = withoutConnection(organization, connection)
  return after.sso_jit_provisioning === 'RESTRICTED' ? 'one-of-several' : 'last'
}
