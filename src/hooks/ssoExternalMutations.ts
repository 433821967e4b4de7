import type { B2BClient } from '../client/B2BClient.ts'
import type {
  ExternalConnection,
  ExternalConnectionOutput,
  ExternalCreateConnectionInput,
  ExternalUpdateConnectionInput,
} from '../client/ssoExternal.ts'
import type { Organization } from '../client/types.ts'
import { searches } from './memberEffects.ts'
import { optimisticOptions } from './optimistic.ts'
import type { SsoConnections } from './ssoConnections.ts'
import { renamed, SSO_SIGN_IN, withActiveConnection, withConnection } from './ssoEffects.ts'
import { writeOptions, type WriteOptions } from './write.ts'

/**
 * Lets this organization sign in through a connection of another one.
 *
 * @rbac stytch.sso create
 * @example useMutation(ssoExternalMutations.createConnection(client))
 */
export function createConnection(
  client: B2BClient,
): WriteOptions<ExternalConnectionOutput, ExternalCreateConnectionInput> {
  return writeOptions(
    client,
    'sso.external.createConnection',
    client.sso.external.createConnection,
    {
      effects: {
        writes: { 'sso.connections': put },
        // The answer does not tell the other organization's identity provider.
        invalidates: { ...SSO_SIGN_IN, 'organization.get': true },
        records: { organization: activate },
      },
    },
  )
}

/**
 * Changes what is given; a new name is shown at once.
 *
 * @rbac stytch.sso update
 * @example useMutation(ssoExternalMutations.updateConnection(client))
 */
export function updateConnection(
  client: B2BClient,
): WriteOptions<ExternalConnectionOutput, ExternalUpdateConnectionInput> {
  return optimisticOptions(
    client,
    'sso.external.updateConnection',
    client.sso.external.updateConnection,
    {
      effects: {
        optimistic: { 'sso.connections': renamed },
        writes: { 'sso.connections': put },
        // Roles that follow from the connection are its members' roles.
        invalidates: { ...searches(ASSIGNMENTS), 'self.get': ASSIGNMENTS, ...SSO_SIGN_IN },
        records: { organization: activate },
      },
    },
  )
}

const ASSIGNMENTS = [
  'external_connection_implicit_role_assignments',
  'external_group_implicit_role_assignments',
] as const

function put(
  { connection }: ExternalConnectionOutput,
  _variables: unknown,
  before: SsoConnections | undefined,
) {
  return (
    before && {
      ...before,
      external_connections: withConnection(before.external_connections, connection),
    }
  )
}

function activate(before: Organization, { connection }: { connection: ExternalConnection }) {
  const known = before.sso_active_connections.find(
    ({ connection_id }) => connection_id === connection.connection_id,
  )
  const identity_provider = known?.identity_provider ?? 'generic'
  return withActiveConnection(before, { ...connection, identity_provider })
}
