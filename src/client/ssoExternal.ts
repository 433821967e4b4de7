import type { Methods } from './method.ts'
import type { SsoConnectionStatus } from './sso.ts'
import type { SsoConnectionRoleAssignment, SsoGroupRoleAssignment } from './ssoSaml.ts'
import type { RequestOptions, ResponseCommon } from './types.ts'

/** Another organization's connection, as this one sees it. */
export interface ExternalConnection {
  organization_id: string
  connection_id: string
  /** Whose connection it is in truth. */
  external_organization_id: string
  external_connection_id: string
  display_name: string
  /** Always `active`. */
  status: SsoConnectionStatus
  external_connection_implicit_role_assignments: SsoConnectionRoleAssignment[]
  external_group_implicit_role_assignments: SsoGroupRoleAssignment[]
}

export interface ExternalCreateConnectionInput {
  display_name?: string
  external_organization_id: string
  external_connection_id: string
}

export interface ExternalUpdateConnectionInput {
  connection_id: string
  display_name?: string
  /** Replaces the whole list. */
  external_connection_implicit_role_assignments?: SsoConnectionRoleAssignment[]
  /** Replaces the whole list. */
  external_group_implicit_role_assignments?: SsoGroupRoleAssignment[]
}

export type ExternalConnectionOutput = ResponseCommon & { connection: ExternalConnection }

/** Without the permission both methods reject with `session_authorization_error`. */
export interface ExternalSsoApi {
  /**
   * Lets this organization sign in through a connection of another one.
   *
   * @rbac stytch.sso create
   * @throws ApiError `external_connection_id_not_found`, `external_connection_not_active`,
   *   `external_organization_id_same_as_organization_id`, `duplicate_external_sso_connection`.
   */
  createConnection: (
    input: ExternalCreateConnectionInput,
    options?: RequestOptions,
  ) => Promise<ExternalConnectionOutput>
  /**
   * Changes what is given.
   *
   * @rbac stytch.sso update
   * @throws ApiError `sso_connection_not_found`.
   */
  updateConnection: (
    input: ExternalUpdateConnectionInput,
    options?: RequestOptions,
  ) => Promise<ExternalConnectionOutput>
}

const EXTERNAL = '/b2b/sso/external'

export const createExternalSsoApi = ({ method }: Methods): ExternalSsoApi => ({
  createConnection: method(`POST ${EXTERNAL} external_organization_id external_connection_id`),
  updateConnection: method(`PUT ${EXTERNAL}/{connection_id}`),
})
