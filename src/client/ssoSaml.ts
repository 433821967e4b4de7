import type { Methods } from './method.ts'
import type { SsoConnectionStatus, SsoIdentityProvider } from './sso.ts'
import type { RequestOptions, ResponseCommon } from './types.ts'

export interface X509Certificate {
  certificate_id: string
  /** PEM. */
  certificate: string
  issuer: string
  created_at: string
  expires_at: string
  updated_at: string
}

export interface EncryptionPrivateKey {
  private_key_id: string
  private_key: string
  created_at: string
}

/** Every member who signs in through the connection holds the role. */
export interface SsoConnectionRoleAssignment {
  role_id: string
}

/** Every member of the identity provider's group who signs in through the connection holds the role. */
export interface SsoGroupRoleAssignment {
  role_id: string
  group: string
}

export interface SamlConnection {
  organization_id: string
  connection_id: string
  status: SsoConnectionStatus
  display_name: string
  identity_provider: SsoIdentityProvider
  /** From the identity provider; empty until set. */
  idp_entity_id: string
  /** From the identity provider; empty until set. */
  idp_sso_url: string
  /** To copy to the identity provider: where it sends its answers. */
  acs_url: string
  /** To copy to the identity provider: for whom its answers are. */
  audience_uri: string
  /**
   * Which attribute of the identity provider says what: `email`, and `full_name` or `first_name` with
   * `last_name`; if wanted `groups` and `idp_user_id`.
   */
  attribute_mapping: Record<string, string>
  /** What our requests are signed with. */
  signing_certificates: X509Certificate[]
  /** What the identity provider signs with: at most 5. */
  verification_certificates: X509Certificate[]
  saml_connection_implicit_role_assignments: SsoConnectionRoleAssignment[]
  /** Needs `groups` in the attribute mapping. */
  saml_group_implicit_role_assignments: SsoGroupRoleAssignment[]
  /** What encrypted answers are read with. */
  saml_encryption_private_keys: EncryptionPrivateKey[]
  /** In the API, but not in the official client's types; as are the next four. */
  alternative_audience_uri?: string
  alternative_acs_url?: string
  /** A URN; the one of an email address when nothing was set. */
  nameid_format?: string
  /** Whether people may only begin here, not at the identity provider. */
  idp_initiated_auth_disabled?: boolean
  allow_gateway_callback?: boolean
}

export interface SsoCreateConnectionInput {
  display_name?: string
  /** `generic` when left out. */
  identity_provider?: SsoIdentityProvider
}

export interface SamlUpdateConnectionInput {
  connection_id: string
  display_name?: string
  identity_provider?: SsoIdentityProvider
  idp_entity_id?: string
  /** With https. */
  idp_sso_url?: string
  /** PEM. Added to those that are there. */
  x509_certificate?: string
  attribute_mapping?: Record<string, string>
  /** Replaces the whole list. */
  saml_connection_implicit_role_assignments?: SsoConnectionRoleAssignment[]
  /** Replaces the whole list. */
  saml_group_implicit_role_assignments?: SsoGroupRoleAssignment[]
  /** PEM of an RSA key (PKCS #1): what our requests are signed with from now on. */
  signing_private_key?: string
  /** PEM of an RSA key (PKCS #1): added to those that encrypted answers are read with. */
  saml_encryption_private_key?: string
}

export interface SamlUpdateConnectionByUrlInput {
  connection_id: string
  /** Where the identity provider publishes its metadata. */
  metadata_url: string
}

export type SamlConnectionOutput = ResponseCommon & { connection: SamlConnection }
export type SamlDeleteVerificationCertificateOutput = ResponseCommon & { certificate_id: string }
export type SamlDeleteEncryptionPrivateKeyOutput = ResponseCommon & { private_key_id: string }

/** Without the permission all methods reject with `session_authorization_error`. */
export interface SamlApi {
  /**
   * Makes a pending connection. It becomes active once `updateConnection` has told it entity id, address
   * and certificate of the identity provider, and an attribute mapping.
   *
   * @rbac stytch.sso create
   * @throws ApiError `too_many_sso_connections`, `invalid_sso_idp`.
   */
  createConnection: (
    input: SsoCreateConnectionInput,
    options?: RequestOptions,
  ) => Promise<SamlConnectionOutput>
  /**
   * Changes what is given.
   *
   * @rbac stytch.sso update
   * @throws ApiError `saml_connection_not_found`, `invalid_x509_certificate`, `invalid_idp_sso_url`,
   *   `saml_connection_attribute_mapping_missing_groups_key`, `too_many_sso_verification_certificates`.
   */
  updateConnection: (
    input: SamlUpdateConnectionInput,
    options?: RequestOptions,
  ) => Promise<SamlConnectionOutput>
  /**
   * Reads entity id, address and certificates from the identity provider's metadata.
   *
   * @rbac stytch.sso update
   * @throws ApiError `invalid_saml_metadata_url`, `saml_connection_metadata_invalid_format`.
   */
  updateConnectionByURL: (
    input: SamlUpdateConnectionByUrlInput,
    options?: RequestOptions,
  ) => Promise<SamlConnectionOutput>
  /**
   * Deletes a certificate of the identity provider, not the last one.
   *
   * @rbac stytch.sso update
   * @throws ApiError `sso_verification_key_not_found`, `cannot_delete_last_sso_verification_key`.
   */
  deleteVerificationCertificate: (
    input: { connection_id: string; certificate_id: string },
    options?: RequestOptions,
  ) => Promise<SamlDeleteVerificationCertificateOutput>
  /**
   * Deletes a key that encrypted answers are read with.
   *
   * @rbac stytch.sso update
   * @throws ApiError `sso_encryption_private_key_not_found`.
   */
  deleteEncryptionPrivateKey: (
    input: { connection_id: string; private_key_id: string },
    options?: RequestOptions,
  ) => Promise<SamlDeleteEncryptionPrivateKeyOutput>
}

const SAML = '/b2b/sso/saml'
const CONNECTION = `${SAML}/{connection_id}`

export const createSamlApi = ({ method }: Methods): SamlApi => ({
  createConnection: method(`POST ${SAML}`),
  updateConnection: method(`PUT ${CONNECTION}`),
  updateConnectionByURL: method(`PUT ${CONNECTION}/url metadata_url`),
  deleteVerificationCertificate: method(
    `DELETE ${CONNECTION}/verification_certificates/{certificate_id}`,
  ),
  deleteEncryptionPrivateKey: method(
    `DELETE ${CONNECTION}/encryption_private_key/{private_key_id}`,
  ),
})
