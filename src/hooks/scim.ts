'use client'

import type {
  ScimConnection,
  ScimConnectionOutput,
  ScimCreateConnectionInput,
  ScimCreateConnectionOutput,
  ScimDeleteConnectionOutput,
  ScimRotateStartOutput,
  ScimUpdateConnectionInput,
} from '../client/scim.ts'
import * as scimMutations from './scimMutations.ts'
import * as scimQueries from './scimQueries.ts'
import type { ScimConnectionGroupsInput, ScimConnectionGroupsPage } from './scimQueries.ts'
import { useInfiniteRead, useRead } from './useRead.ts'
import type { InfiniteReadHook, ReadHook, ReadHookOfOptional } from './useRead.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * The organization's active SCIM connection; `data` is null where there is none.
 *
 * @rbac stytch.scim get
 * @example const { data: name } = useScimConnection({ select: (connection) => connection?.display_name })
 */
export const useScimConnection: ReadHook<ScimConnection | null> = (options) =>
  useRead(scimQueries.connection, undefined, options)

/**
 * The first page of the connection's groups.
 *
 * @rbac stytch.scim get
 * @example const groups = useScimConnectionGroups({ limit: 1000 }, { refetchInterval: 5_000 })
 */
export const useScimConnectionGroups: ReadHookOfOptional<
  ScimConnectionGroupsInput,
  ScimConnectionGroupsPage
> = (input, options) => useRead(scimQueries.connectionGroups, input, options)

/**
 * All of the connection's groups, page by page.
 *
 * @rbac stytch.scim get
 * @example const { data, fetchNextPage, hasNextPage } = useScimConnectionGroupsInfinite({ limit: 100 })
 */
export const useScimConnectionGroupsInfinite: InfiniteReadHook<
  ScimConnectionGroupsInput,
  ScimConnectionGroupsPage
> = (input, options) => useInfiniteRead(scimQueries.connectionGroupsInfinite, input, options)

/**
 * Creates the connection. `data.connection.bearer_token` is shown once: `reset()` when it was copied.
 *
 * @rbac stytch.scim create
 * @example create.mutate({ display_name: 'Okta', identity_provider: 'okta' })
 */
export const useScimCreateConnection: WriteHook<
  ScimCreateConnectionOutput,
  ScimCreateConnectionInput
> = (options) => useWrite(scimMutations.createConnection, options)

/**
 * Changes the connection. The assignments that are sent replace the whole list. A new name is shown at once.
 *
 * @rbac stytch.scim update; for assignments stytch.organization update.settings.implicit-roles
 * @example update.mutate({ connection_id, display_name: 'Okta (workforce)' })
 */
export const useScimUpdateConnection: WriteHook<ScimConnectionOutput, ScimUpdateConnectionInput> = (
  options,
) => useWrite(scimMutations.updateConnection, options)

/**
 * Deletes the connection.
 *
 * @rbac stytch.scim delete
 * @example remove.mutate(connection.connection_id)
 */
export const useScimDeleteConnection: WriteHook<ScimDeleteConnectionOutput, string> = (options) =>
  useWrite(scimMutations.deleteConnection, options)

/**
 * Starts a token rotation. `data.connection.next_bearer_token` is shown once: `reset()` when it was copied.
 *
 * @rbac stytch.scim update
 * @example rotate.mutate(connection.connection_id)
 */
export const useScimRotateStart: WriteHook<ScimRotateStartOutput, string> = (options) =>
  useWrite(scimMutations.rotateStart, options)

/**
 * Ends a token rotation with the next token.
 *
 * @rbac stytch.scim update
 * @example complete.mutate(connection.connection_id)
 */
export const useScimRotateComplete: WriteHook<ScimConnectionOutput, string> = (options) =>
  useWrite(scimMutations.rotateComplete, options)

/**
 * Ends a token rotation with the current token.
 *
 * @rbac stytch.scim update
 * @example cancel.mutate(connection.connection_id)
 */
export const useScimRotateCancel: WriteHook<ScimConnectionOutput, string> = (options) =>
  useWrite(scimMutations.rotateCancel, options)
