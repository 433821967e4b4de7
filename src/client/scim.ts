import { READS, type Methods } from './method.ts'
import type { Open, RequestOptions, ResponseCommon } from './types.ts'

export type ScimIdentityProvider = Open<
  | 'generic'
  | 'okta'
  | 'microsoft-entra'
  | 'cyberark'
  | 'jumpcloud'
  | 'onelogin'
  | 'pingfederate'
  | 'rippling'
>

export interface ScimGroupRoleAssignment {
  role_id: string
  group_id: string
  /** Sent by the server API; informative. */
  group_name?: string
}

interface ScimConnectionBase {
  organization_id: string
  connection_id: string
  status: Open<'active' | 'deleted'>
  display_name: string
  identity_provider: ScimIdentityProvider
  /** Where the identity provider sends its SCIM requests. */
  base_url: string
  /** One row per pair, so a group with two roles has two rows. */
  scim_group_implicit_role_assignments: ScimGroupRoleAssignment[]
}

export interface ScimConnection extends ScimConnectionBase {
  bearer_token_last_four: string
  bearer_token_expires_at: string
  /** Present and not empty while a rotation is running. */
  next_bearer_token_last_four?: string
  next_bearer_token_expires_at?: string | null
}

/** Answer of `createConnection`: the only one that shows the bearer token. */
export interface ScimConnectionWithBearerToken extends ScimConnectionBase {
  bearer_token: string
  bearer_token_expires_at: string
}

/** Answer of `rotateStart`: the only one that shows the next bearer token. */
export interface ScimConnectionWithNextBearerToken extends ScimConnectionBase {
  next_bearer_token: string
  next_bearer_token_expires_at: string
  bearer_token_last_four: string
  bearer_token_expires_at: string
}

export interface ScimGroup {
  group_id: string
  group_name: string
  organization_id: string
  connection_id: string
}

export interface ScimCreateConnectionInput {
  display_name?: string
  identity_provider?: ScimIdentityProvider
}

export interface ScimUpdateConnectionInput {
  connection_id: string
  display_name?: string
  identity_provider?: ScimIdentityProvider
  /** Replaces the whole list. */
  scim_group_implicit_role_assignments?: ScimGroupRoleAssignment[]
}

export type ScimConnectionOutput = ResponseCommon & { connection: ScimConnection }
export type ScimCreateConnectionOutput = ResponseCommon & {
  connection: ScimConnectionWithBearerToken
}
export type ScimRotateStartOutput = ResponseCommon & {
  connection: ScimConnectionWithNextBearerToken
}
export type ScimDeleteConnectionOutput = ResponseCommon & { connection_id: string }
export type ScimConnectionGroupsOutput = ResponseCommon & {
  scim_groups: ScimGroup[]
  next_cursor: string | null
}

/**
 * The organization's connection to a directory that pushes users and groups. An organization has
 * at most one; without one all but `createConnection` reject with `no_active_scim_connection`.
 */
export interface ScimApi {
  /**
   * Makes the connection. This answer alone shows the bearer token: hand it to the person at once,
   * and keep it nowhere.
   *
   * @rbac stytch.scim create
   * @throws ApiError when the organization has a connection already.
   * @example const { connection } = await client.scim.createConnection({ identity_provider: 'okta' })
   */
  createConnection: (
    input: ScimCreateConnectionInput,
    options?: RequestOptions,
  ) => Promise<ScimCreateConnectionOutput>
  /**
   * Changes what is given. The list of role assignments is replaced as a whole: one row per pair of
   * group and role.
   *
   * @rbac stytch.scim update; for the role assignments instead:
   *   stytch.organization update.settings.implicit-roles
   */
  updateConnection: (
    input: ScimUpdateConnectionInput,
    options?: RequestOptions,
  ) => Promise<ScimConnectionOutput>
  /**
   * Deletes the connection: its tokens stop working at once.
   *
   * @rbac stytch.scim delete
   */
  deleteConnection: (
    connectionId: string,
    options?: RequestOptions,
  ) => Promise<ScimDeleteConnectionOutput>
  /**
   * The organization's one connection. The id is not sent; it may be left out or `undefined`.
   *
   * @rbac stytch.scim get
   * @throws ApiError `no_active_scim_connection` when there is none.
   */
  getConnection: (connectionId?: string, options?: RequestOptions) => Promise<ScimConnectionOutput>
  /**
   * A page of the groups that the directory has pushed: `limit` is 1 to 1000, 100 when left out;
   * `cursor` is the `next_cursor` of the page before, which is null on the last one.
   *
   * @rbac stytch.scim get
   */
  getConnectionGroups: (
    input?: { limit?: number; cursor?: string },
    options?: RequestOptions,
  ) => Promise<ScimConnectionGroupsOutput>
  /**
   * Makes a second bearer token beside the first; both work until the rotation is completed or
   * cancelled. This answer alone shows the new token.
   *
   * @rbac stytch.scim update
   */
  rotateStart: (connectionId: string, options?: RequestOptions) => Promise<ScimRotateStartOutput>
  /**
   * Makes the next token the only one. The old one stops working at once.
   *
   * @rbac stytch.scim update
   * @throws ApiError `scim_connection_not_rotating_token` when no rotation is running.
   */
  rotateComplete: (connectionId: string, options?: RequestOptions) => Promise<ScimConnectionOutput>
  /**
   * Withdraws the next token and keeps the old one.
   *
   * @rbac stytch.scim update
   * @throws ApiError `scim_connection_not_rotating_token` when no rotation is running.
   */
  rotateCancel: (connectionId: string, options?: RequestOptions) => Promise<ScimConnectionOutput>
}

const SCIM = '/b2b/scim'
const CONNECTION = `${SCIM}/{connection_id}`

export function createScimApi({ method, byId, plain }: Methods): ScimApi {
  const get = plain<ScimConnectionOutput>(`GET ${SCIM}`)
  return {
    createConnection: method(`POST ${SCIM}`),
    updateConnection: method(`PUT ${CONNECTION}`),
    deleteConnection: byId(`DELETE ${CONNECTION}`),
    getConnection: async (_connectionId, options) => get(options),
    getConnectionGroups: method(`POST ${SCIM}/groups`, READS),
    rotateStart: byId(`POST ${SCIM}/rotate/start connection_id`),
    rotateComplete: byId(`POST ${SCIM}/rotate/complete connection_id`),
    rotateCancel: byId(`POST ${SCIM}/rotate/cancel connection_id`),
  }
}
