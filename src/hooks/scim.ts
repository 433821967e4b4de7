import type {
  InfiniteData,
  UseInfiniteQueryResult,
  UseMutationResult,
  UseQueryResult,
} from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import { isApiError } from '../client/errors.ts'
import type {
  ScimConnection,
  ScimConnectionGroupsOutput,
  ScimConnectionOutput,
  ScimCreateConnectionInput,
  ScimCreateConnectionOutput,
  ScimDeleteConnectionOutput,
  ScimRotateStartOutput,
  ScimUpdateConnectionInput,
} from '../client/scim.ts'
import type { ResponseCommon } from '../client/types.ts'
import { infiniteReadOptions, readOptions, useInfiniteRead, useRead } from './read.ts'
import type {
  InfiniteReadHookOptions,
  InfiniteReadOptions,
  ReadHookOptions,
  ReadOptions,
} from './read.ts'
import { NO_GROUPS, scimEffects } from './scimEffects.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'
import { useWrite, writeOptions } from './write.ts'
import type { WriteHookOptions, WriteOptions } from './write.ts'

/** One page of a connection's groups. */
export type ScimConnectionGroupsPage = Omit<ScimConnectionGroupsOutput, keyof ResponseCommon>

/** How many groups to ask for at once: 1 to 1000; 100 when left out. */
export interface ScimConnectionGroupsInput {
  limit?: number
}

/** The reads of SCIM, as options for TanStack Query. */
export const scimQueries = {
  /**
   * The organization's active SCIM connection, or null: having none is a state, not an error.
   *
   * @rbac stytch.scim get
   * @example useSuspenseQuery(scimQueries.connection(client))
   */
  connection: (client: B2BClient): ReadOptions<ScimConnection | null> =>
    readOptions(client, 'scim.connection', (signal) =>
      orWithoutConnection(
        client.scim.getConnection(undefined, { signal }).then(({ connection }) => connection),
        null,
      ),
    ),

  /**
   * The first page of the groups that the directory has pushed; none where there is no connection.
   *
   * @rbac stytch.scim get
   * @example useSuspenseQuery(scimQueries.connectionGroups(client, { limit: 1000 }))
   */
  connectionGroups: (
    client: B2BClient,
    input?: ScimConnectionGroupsInput,
  ): ReadOptions<ScimConnectionGroupsPage> =>
    readOptions(
      client,
      'scim.connectionGroups',
      (signal) => groupsPage(client, { ...input }, signal),
      {
        input,
      },
    ),

  /**
   * All groups, page by page.
   *
   * @rbac stytch.scim get
   * @example useSuspenseInfiniteQuery(scimQueries.connectionGroupsInfinite(client))
   */
  connectionGroupsInfinite: (
    client: B2BClient,
    input?: ScimConnectionGroupsInput,
  ): InfiniteReadOptions<ScimConnectionGroupsPage> =>
    infiniteReadOptions(
      client,
      'scim.connectionGroupsInfinite',
      (cursor, signal) =>
        groupsPage(client, cursor === null ? { ...input } : { ...input, cursor }, signal),
      (lastPage) => lastPage.next_cursor,
      { input },
    ),
}

/** The writes of SCIM, as options for TanStack Query. What they do to the cache stands in `scimEffects`. */
export const scimMutations = {
  /**
   * Creates the connection. Its bearer token is in this result only, and gone when it is reset.
   *
   * @rbac stytch.scim create
   * @example useMutation(scimMutations.createConnection(client))
   */
  createConnection: (
    client: B2BClient,
  ): WriteOptions<ScimCreateConnectionOutput, ScimCreateConnectionInput> =>
    writeOptions(client, 'scim.createConnection', (input) => client.scim.createConnection(input), {
      effects: scimEffects.createConnection,
      secret: true,
    }),

  /**
   * Changes name, identity provider or group role assignments (the whole list) of the connection.
   *
   * @rbac stytch.scim update; for assignments stytch.organization update.settings.implicit-roles
   * @example useMutation(scimMutations.updateConnection(client))
   */
  updateConnection: (
    client: B2BClient,
  ): WriteOptions<ScimConnectionOutput, ScimUpdateConnectionInput> =>
    writeOptions(client, 'scim.updateConnection', (input) => client.scim.updateConnection(input), {
      effects: scimEffects.updateConnection,
    }),

  /**
   * Deletes the connection with its groups and the roles that came from them. Members stay.
   *
   * @rbac stytch.scim delete
   * @example useMutation(scimMutations.deleteConnection(client))
   */
  deleteConnection: (client: B2BClient): WriteOptions<ScimDeleteConnectionOutput, string> =>
    writeOptions(client, 'scim.deleteConnection', (id) => client.scim.deleteConnection(id), {
      effects: scimEffects.deleteConnection,
    }),

  /**
   * Makes the next bearer token; both are then accepted. It is in this result only.
   *
   * @rbac stytch.scim update
   * @example useMutation(scimMutations.rotateStart(client))
   */
  rotateStart: (client: B2BClient): WriteOptions<ScimRotateStartOutput, string> =>
    writeOptions(client, 'scim.rotateStart', (id) => client.scim.rotateStart(id), {
      effects: scimEffects.rotateStart,
      secret: true,
    }),

  /**
   * Ends a rotation: the next token becomes the only one.
   *
   * @rbac stytch.scim update
   * @example useMutation(scimMutations.rotateComplete(client))
   */
  rotateComplete: (client: B2BClient): WriteOptions<ScimConnectionOutput, string> =>
    writeOptions(client, 'scim.rotateComplete', (id) => client.scim.rotateComplete(id), {
      effects: scimEffects.rotateComplete,
    }),

  /**
   * Ends a rotation: the next token is dropped, the current one stays.
   *
   * @rbac stytch.scim update
   * @example useMutation(scimMutations.rotateCancel(client))
   */
  rotateCancel: (client: B2BClient): WriteOptions<ScimConnectionOutput, string> =>
    writeOptions(client, 'scim.rotateCancel', (id) => client.scim.rotateCancel(id), {
      effects: scimEffects.rotateCancel,
    }),
}

/**
 * The organization's active SCIM connection; `data` is null where there is none.
 *
 * @rbac stytch.scim get
 * @example const { data: name } = useScimConnection({ select: (connection) => connection?.display_name })
 */
export function useScimConnection<TData = ScimConnection | null>(
  options?: ReadHookOptions<ScimConnection | null, TData>,
): UseQueryResult<TData> {
  return useRead(scimQueries.connection(useOrgportalClient()), options)
}

/**
 * The first page of the connection's groups.
 *
 * @rbac stytch.scim get
 * @example const groups = useScimConnectionGroups({ limit: 1000 }, { refetchInterval: 5_000 })
 */
export function useScimConnectionGroups<TData = ScimConnectionGroupsPage>(
  input?: ScimConnectionGroupsInput,
  options?: ReadHookOptions<ScimConnectionGroupsPage, TData>,
): UseQueryResult<TData> {
  return useRead(scimQueries.connectionGroups(useOrgportalClient(), input), options)
}

/**
 * All of the connection's groups, page by page.
 *
 * @rbac stytch.scim get
 * @example const { data, fetchNextPage, hasNextPage } = useScimConnectionGroupsInfinite({ limit: 100 })
 */
export function useScimConnectionGroupsInfinite<
  TData = InfiniteData<ScimConnectionGroupsPage, string | null>,
>(
  input?: ScimConnectionGroupsInput,
  options?: InfiniteReadHookOptions<ScimConnectionGroupsPage, TData>,
): UseInfiniteQueryResult<TData> {
  return useInfiniteRead(scimQueries.connectionGroupsInfinite(useOrgportalClient(), input), options)
}

/**
 * Creates the connection. `data.connection.bearer_token` is shown once: `reset()` when it was copied.
 *
 * @rbac stytch.scim create
 * @example create.mutate({ display_name: 'Okta', identity_provider: 'okta' })
 */
export function useScimCreateConnection<TOnMutateResult = unknown>(
  options?: WriteHookOptions<
    ScimCreateConnectionOutput,
    ScimCreateConnectionInput,
    TOnMutateResult
  >,
): UseMutationResult<
  ScimCreateConnectionOutput,
  Error,
  ScimCreateConnectionInput,
  TOnMutateResult
> {
  return useWrite(scimMutations.createConnection(useOrgportalClient()), options)
}

/**
 * Changes the connection. The assignments that are sent replace the whole list.
 *
 * @rbac stytch.scim update; for assignments stytch.organization update.settings.implicit-roles
 * @example update.mutate({ connection_id, display_name: 'Okta (workforce)' })
 */
export function useScimUpdateConnection<TOnMutateResult = unknown>(
  options?: WriteHookOptions<ScimConnectionOutput, ScimUpdateConnectionInput, TOnMutateResult>,
): UseMutationResult<ScimConnectionOutput, Error, ScimUpdateConnectionInput, TOnMutateResult> {
  return useWrite(scimMutations.updateConnection(useOrgportalClient()), options)
}

/**
 * Deletes the connection.
 *
 * @rbac stytch.scim delete
 * @example remove.mutate(connection.connection_id)
 */
export function useScimDeleteConnection<TOnMutateResult = unknown>(
  options?: WriteHookOptions<ScimDeleteConnectionOutput, string, TOnMutateResult>,
): UseMutationResult<ScimDeleteConnectionOutput, Error, string, TOnMutateResult> {
  return useWrite(scimMutations.deleteConnection(useOrgportalClient()), options)
}

/**
 * Starts a token rotation. `data.connection.next_bearer_token` is shown once: `reset()` when it was copied.
 *
 * @rbac stytch.scim update
 * @example rotate.mutate(connection.connection_id)
 */
export function useScimRotateStart<TOnMutateResult = unknown>(
  options?: WriteHookOptions<ScimRotateStartOutput, string, TOnMutateResult>,
): UseMutationResult<ScimRotateStartOutput, Error, string, TOnMutateResult> {
  return useWrite(scimMutations.rotateStart(useOrgportalClient()), options)
}

/**
 * Ends a token rotation with the next token.
 *
 * @rbac stytch.scim update
 * @example complete.mutate(connection.connection_id)
 */
export function useScimRotateComplete<TOnMutateResult = unknown>(
  options?: WriteHookOptions<ScimConnectionOutput, string, TOnMutateResult>,
): UseMutationResult<ScimConnectionOutput, Error, string, TOnMutateResult> {
  return useWrite(scimMutations.rotateComplete(useOrgportalClient()), options)
}

/**
 * Ends a token rotation with the current token.
 *
 * @rbac stytch.scim update
 * @example cancel.mutate(connection.connection_id)
 */
export function useScimRotateCancel<TOnMutateResult = unknown>(
  options?: WriteHookOptions<ScimConnectionOutput, string, TOnMutateResult>,
): UseMutationResult<ScimConnectionOutput, Error, string, TOnMutateResult> {
  return useWrite(scimMutations.rotateCancel(useOrgportalClient()), options)
}

function groupsPage(
  client: B2BClient,
  input: { limit?: number; cursor?: string },
  signal: AbortSignal,
): Promise<ScimConnectionGroupsPage> {
  return orWithoutConnection(
    client.scim.getConnectionGroups(input, { signal }).then(page),
    NO_GROUPS,
  )
}

function page({ scim_groups, next_cursor }: ScimConnectionGroupsOutput): ScimConnectionGroupsPage {
  return { scim_groups, next_cursor }
}

async function orWithoutConnection<T>(answer: Promise<T>, fallback: T): Promise<T> {
  try {
    return await answer
  } catch (error) {
    if (isApiError(error) && error.error_type === 'no_active_scim_connection') return fallback
    throw error
  }
}
