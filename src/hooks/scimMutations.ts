import type { B2BClient } from '../client/B2BClient.ts'
import type {
  ScimConnection,
  ScimConnectionOutput,
  ScimConnectionWithBearerToken,
  ScimConnectionWithNextBearerToken,
  ScimCreateConnectionInput,
  ScimCreateConnectionOutput,
  ScimDeleteConnectionOutput,
  ScimRotateStartOutput,
  ScimUpdateConnectionInput,
} from '../client/scim.ts'
import type { Organization } from '../client/types.ts'
import { searches } from './memberEffects.ts'
import { NO_SCIM_GROUPS } from './noScimGroups.ts'
import { optimisticOptions } from './optimistic.ts'
import type { Pages } from './readData.ts'
import type { ScimConnectionGroupsPage } from './scimQueries.ts'
import { writeOptions, type WriteOptions } from './write.ts'

/**
 * Creates the connection. Its bearer token is in this result only, and gone when it is reset.
 *
 * @rbac stytch.scim create
 * @example useMutation(scimMutations.createConnection(client))
 */
export function createConnection(
  client: B2BClient,
): WriteOptions<ScimCreateConnectionOutput, ScimCreateConnectionInput> {
  return writeOptions(client, 'scim.createConnection', client.scim.createConnection, {
    effects: {
      writes: {
        'scim.connection': ({ connection }) => withoutBearerToken(connection),
        'scim.connectionGroups': noGroups,
        'scim.connectionGroupsInfinite': noGroupsInfinite,
      },
      records: {
        organization: (before, { connection }) =>
          withActiveConnection(before, withoutBearerToken(connection)),
      },
    },
    secret: true,
  })
}

/**
 * Changes name, identity provider or group role assignments (the whole list) of the connection.
 *
 * @rbac stytch.scim update; for assignments stytch.organization update.settings.implicit-roles
 * @example useMutation(scimMutations.updateConnection(client))
 */
export function updateConnection(
  client: B2BClient,
): WriteOptions<ScimConnectionOutput, ScimUpdateConnectionInput> {
  return optimisticOptions(client, 'scim.updateConnection', client.scim.updateConnection, {
    effects: {
      optimistic: {
        'scim.connection': (before, { display_name = before?.display_name ?? '' }) =>
          before && { ...before, display_name },
      },
      writes: { 'scim.connection': ({ connection }) => connection },
      // A group's roles are its members' roles.
      invalidates: {
        ...searches(['scim_group_implicit_role_assignments']),
        'self.get': ['scim_group_implicit_role_assignments'],
      },
      records: {
        organization: (before, { connection }) => withActiveConnection(before, connection),
      },
    },
  })
}

/**
 * Deletes the connection with its groups and the roles that came from them. Members stay.
 *
 * @rbac stytch.scim delete
 * @example useMutation(scimMutations.deleteConnection(client))
 */
export function deleteConnection(
  client: B2BClient,
): WriteOptions<ScimDeleteConnectionOutput, string> {
  return writeOptions(client, 'scim.deleteConnection', client.scim.deleteConnection, {
    effects: {
      writes: {
        'scim.connection': () => null,
        'scim.connectionGroups': noGroups,
        'scim.connectionGroupsInfinite': noGroupsInfinite,
      },
      invalidates: { ...searches(true), 'self.get': true },
      records: { organization: (before) => withActiveConnection(before, null) },
    },
  })
}

/**
 * Makes the next bearer token; both are then accepted. It is in this result only.
 *
 * @rbac stytch.scim update
 * @example useMutation(scimMutations.rotateStart(client))
 */
export function rotateStart(client: B2BClient): WriteOptions<ScimRotateStartOutput, string> {
  return writeOptions(client, 'scim.rotateStart', client.scim.rotateStart, {
    effects: {
      writes: { 'scim.connection': ({ connection }) => withoutNextBearerToken(connection) },
    },
    secret: true,
  })
}

/**
 * Ends a rotation: the next token becomes the only one.
 *
 * @rbac stytch.scim update
 * @example useMutation(scimMutations.rotateComplete(client))
 */
export function rotateComplete(client: B2BClient): WriteOptions<ScimConnectionOutput, string> {
  return writeOptions(client, 'scim.rotateComplete', client.scim.rotateComplete, {
    effects: {
      writes: { 'scim.connection': ({ connection }) => connection },
      records: {
        organization: (before, { connection }) => withActiveConnection(before, connection),
      },
    },
  })
}

/**
 * Ends a rotation: the next token is dropped, the current one stays.
 *
 * @rbac stytch.scim update
 * @example useMutation(scimMutations.rotateCancel(client))
 */
export function rotateCancel(client: B2BClient): WriteOptions<ScimConnectionOutput, string> {
  return writeOptions(client, 'scim.rotateCancel', client.scim.rotateCancel, {
    effects: { writes: { 'scim.connection': ({ connection }) => connection } },
  })
}

function noGroups(
  _answer: unknown,
  _variables: unknown,
  before: ScimConnectionGroupsPage | undefined,
) {
  return before && NO_SCIM_GROUPS
}

function noGroupsInfinite(
  _answer: unknown,
  _variables: unknown,
  before: Pages<ScimConnectionGroupsPage> | undefined,
) {
  return before && { pages: [NO_SCIM_GROUPS], pageParams: [null] }
}

/** An organization names its active connection, in short. */
function withActiveConnection(
  organization: Organization,
  connection: ScimConnection | null,
): Organization {
  return { ...organization, scim_active_connection: connection && shortened(connection) }
}

function shortened({
  connection_id,
  display_name,
  bearer_token_last_four,
  bearer_token_expires_at,
}: ScimConnection) {
  return { connection_id, display_name, bearer_token_last_four, bearer_token_expires_at }
}

function withoutBearerToken({
  bearer_token,
  ...connection
}: ScimConnectionWithBearerToken): ScimConnection {
  return {
    ...connection,
    bearer_token_last_four: bearer_token.slice(-4),
    // No rotation is running.
    next_bearer_token_last_four: '',
    next_bearer_token_expires_at: null,
  }
}

function withoutNextBearerToken({
  next_bearer_token,
  ...connection
}: ScimConnectionWithNextBearerToken): ScimConnection {
  return { ...connection, next_bearer_token_last_four: next_bearer_token.slice(-4) }
}
