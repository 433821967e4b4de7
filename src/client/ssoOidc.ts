import type { Methods } from './method.ts'
import type { SsoConnectionStatus, SsoIdentityProvider } from './sso.ts'
import type { SsoCreateConnectionInput } from './ssoSaml.ts'
import type { RequestOptions, ResponseCommon } from './types.ts'

export interface OidcConnection {
  organization_id: string
  connection_id: string
  status: SsoConnectionStatus
  display_name: string
  identity_provider: SsoIdentityProvider
  /** To copy to the identity provider: where it sends people back to. */
  redirect_url: string
  /** From the identity provider; empty until set, as are the next six. */
  issuer: string
  client_id: string
  client_secret: string
  authorization_url: string
  token_url: string
  userinfo_url: string
  jwks_url: string
  /** Asked for beside the usual ones, with spaces between. */
  custom_scopes: string
  /** Which claim of the identity provider says what. */
  attribute_mapping: Record<string, string>
}

export interface OidcUpdateConnectionInput {
  connection_id: string
  display_name?: string
  identity_provider?: SsoIdentityProvider
  /** The four addresses that are not given are read from the issuer's `/.well-known/openid-configuration`. */
  issuer?: string
  client_id?: string
  client_secret?: string
  authorization_url?: string
  token_url?: string
  userinfo_url?: string
  jwks_url?: string
  /** With spaces between. */
  custom_scopes?: string
  attribute_mapping?: Record<string, string>
}

export type OidcConnectionOutput = ResponseCommon & { connection: OidcConnection }
export type OidcUpdateConnectionOutput = OidcConnectionOutput & {
  /** Says so when the issuer could not be asked for its addresses. */
  warning?: string
}

/** Without the permission all methods reject with `session_authorization_error`. */
export interface OidcApi {
  /**
   * Makes a pending connection. It becomes active once `updateConnection` has told it issuer, client id,
   * client secret and the four addresses.
   *
   * @rbac stytch.sso create
   * @throws ApiError `too_many_sso_connections`, `invalid_sso_idp`.
   */
  createConnection: (
    input: SsoCreateConnectionInput,
    options?: RequestOptions,
  ) => Promise<OidcConnectionOutput>
  /**
   * Changes what is given.
   *
   * @rbac stytch.sso update
   * @throws ApiError `oidc_connection_not_found`, `oidc_connection_issuer_url_invalid_format`, and the same
   *   of each other address.
   */
  updateConnection: (
    input: OidcUpdateConnectionInput,
    options?: RequestOptions,
  ) => Promise<OidcUpdateConnectionOutput>
}

const OIDC = '/b2b/sso/oidc'

export const createOidcApi = ({ method }: Methods): OidcApi => ({
  createConnection: method(`POST ${OIDC}`),
  updateConnection: method(`PUT ${OIDC}/{connection_id}`),
})
