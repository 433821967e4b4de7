import type { B2BClient } from '../client/B2BClient.ts'
import { isApiError } from '../client/errors.ts'
import type { ScimConnection } from '../client/scim.ts'
import { NO_SCIM_GROUPS } from './noScimGroups.ts'
import { infiniteReadOptions, readOptions } from './read.ts'
import type { InfiniteReadOptions, ReadOptions } from './read.ts'
import { dataOf, type ReadData } from './readData.ts'

/** One page of a connection's groups. */
export type ScimConnectionGroupsPage = ReadData['scim.connectionGroups']

/** How many groups to ask for at once: 1 to 1000; 100 when left out. */
export interface ScimConnectionGroupsInput {
  limit?: number
}

/**
 * The organization's active SCIM connection, or null: having none is a state, not an error.
 *
 * @rbac stytch.scim get
 * @example useSuspenseQuery(scimQueries.connection(client))
 */
export function connection(client: B2BClient): ReadOptions<ScimConnection | null> {
  return readOptions(client, 'scim.connection', (signal) =>
    orWithoutConnection(
      client.scim.getConnection(undefined, { signal }).then((answer) => answer.connection),
      null,
    ),
  )
}

/**
 * The first page of the groups that the directory has pushed; none where there is no connection.
 *
 * @rbac stytch.scim get
 * @example useSuspenseQuery(scimQueries.connectionGroups(client, { limit: 1000 }))
 */
export function connectionGroups(
  client: B2BClient,
  input?: ScimConnectionGroupsInput,
): ReadOptions<ScimConnectionGroupsPage> {
  return readOptions(
    client,
    'scim.connectionGroups',
    (signal) => groupsPage(client, { ...input }, signal),
    { input },
  )
}

/**
 * All groups, page by page.
 *
 * @rbac stytch.scim get
 * @example useSuspenseInfiniteQuery(scimQueries.connectionGroupsInfinite(client))
 */
export function connectionGroupsInfinite(
  client: B2BClient,
  input?: ScimConnectionGroupsInput,
): InfiniteReadOptions<ScimConnectionGroupsPage> {
  return infiniteReadOptions(
    client,
    'scim.connectionGroupsInfinite',
    (cursor, signal) =>
      groupsPage(client, cursor === null ? { ...input } : { ...input, cursor }, signal),
    (lastPage) => lastPage.next_cursor,
    { input },
  )
}

function groupsPage(
  client: B2BClient,
  input: { limit?: number; cursor?: string },
  signal: AbortSignal,
): Promise<ScimConnectionGroupsPage> {
  return orWithoutConnection(
    client.scim.getConnectionGroups(input, { signal }).then(dataOf),
    NO_SCIM_GROUPS,
  )
}

async function orWithoutConnection<T>(answer: Promise<T>, fallback: T): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (isApiError(error) && error.error_type === 'no_active_scim_connection') return fallback
    throw error
  }
}
