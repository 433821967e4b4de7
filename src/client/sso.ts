import {
  createExternalSsoApi,
  type ExternalConnection,
  type ExternalSsoApi,
} from './ssoExternal.ts'
import { createOidcApi, type OidcApi, type OidcConnection } from './ssoOidc.ts'
import { createSamlApi, type SamlApi, type SamlConnection } from './ssoSaml.ts'
import { ADOPTS, INTERMEDIATE, PROTECTED, type Methods } from './method.ts'
import type { Project, RegisteredProject } from './project.ts'
import type { Starts } from './start.ts'
import type {
  AuthResponseWithMfa,
  Locale,
  Open,
  RequestOptions,
  ResponseCommon,
  SsoActiveConnection,
} from './types.ts'

export type { ExternalConnection, OidcConnection, SamlConnection }

/** What people sign in at. SAML and OIDC take the same ones. */
export type SsoIdentityProvider = Open<
  | 'generic'
  | 'okta'
  | 'microsoft-entra'
  | 'google-workspace'
  | 'classlink'
  | 'cyberark'
  | 'duo'
  | 'jumpcloud'
  | 'keycloak'
  | 'miniorange'
  | 'onelogin'
  | 'pingfederate'
  | 'rippling'
  | 'salesforce'
  | 'shibboleth'
>

/** Works only when it is `active`: when all that the identity provider has to tell is there. */
export type SsoConnectionStatus = Open<'pending' | 'active'>

export interface SsoStartInput {
  connection_id: string
  /** Where people come back to who are members already; the project's default when left out. */
  login_redirect_url?: string
  /** Where people come back to who are not members yet; the project's default when left out. */
  signup_redirect_url?: string
}

export interface SsoAuthenticateInput {
  /** The `token` of the address with `stytch_token_type=sso`. */
  sso_token: string
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
  locale?: Locale
}

export type SsoConnectionsOutput = ResponseCommon & {
  saml_connections: SamlConnection[]
  oidc_connections: OidcConnection[]
  external_connections: ExternalConnection[]
}
export type SsoDiscoverConnectionsOutput = ResponseCommon & { connections: SsoActiveConnection[] }
export type SsoDeleteConnectionOutput = ResponseCommon & { connection_id: string }

/** Signing in at the organization's identity provider, and the connections to such providers. */
export interface SsoApi<P extends Project = RegisteredProject> {
  /**
   * Leaves the page for the connection's identity provider. People come back to one of the two addresses,
   * with a token for `sso.authenticate` (or `authenticateByUrl`). Pending until the page is gone.
   */
  start: (input: SsoStartInput) => Promise<void>
  /**
   * Signs in with the token that people come back with.
   *
   * @throws ApiError when the token was used, is too old, or belongs to another browser (PKCE);
   *   `invalid_connection_for_jit_provisioning` for somebody who may not join.
   */
  authenticate: (
    input: SsoAuthenticateInput,
    options?: RequestOptions,
  ) => Promise<AuthResponseWithMfa<P>>
  /**
   * The organization's connections of all three kinds.
   *
   * @rbac stytch.sso get
   */
  getConnections: (options?: RequestOptions) => Promise<SsoConnectionsOutput>
  /**
   * The active connections of the organizations that somebody belongs to; where there are none, of those
   * that the address may join. Needs no session.
   *
   * @throws ApiError `invalid_email`.
   */
  discoverConnections: (
    emailAddress: string,
    options?: RequestOptions,
  ) => Promise<SsoDiscoverConnectionsOutput>
  /**
   * Deletes a connection of any kind.
   *
   * @rbac stytch.sso delete
   * @throws ApiError `sso_connection_not_found`; `cannot_delete_default_sso_connection` while there are others.
   */
  deleteConnection: (
    connectionId: string,
    options?: RequestOptions,
  ) => Promise<SsoDeleteConnectionOutput>
  /** Connections that speak SAML 2.0. */
  readonly saml: SamlApi
  /** Connections that speak OpenID Connect. */
  readonly oidc: OidcApi
  /** Connections of another organization that this one shares. */
  readonly external: ExternalSsoApi
}

export function createSsoApi(methods: Methods, starts: Starts): SsoApi {
  const { method, byId, plain } = methods
  return {
    start: starts('/v1/public/sso/start', 'sso', 'connection_id'),
    authenticate: method(
      'POST /b2b/sso/authenticate sso_token session_duration_minutes',
      { pkce: ['sso'] },
      INTERMEDIATE,
      PROTECTED,
      ADOPTS,
    ),
    getConnections: plain('GET /b2b/sso'),
    discoverConnections: byId('GET /b2b/sso/discovery/connections?email_address={email_address}'),
    deleteConnection: byId('DELETE /b2b/sso/{connection_id}'),
    saml: createSamlApi(methods),
    oidc: createOidcApi(methods),
    external: createExternalSsoApi(methods),
  }
}
