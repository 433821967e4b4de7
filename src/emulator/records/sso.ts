import type { OidcConnection } from '../../client/ssoOidc.ts'
import type {
  EncryptionPrivateKey,
  SsoConnectionRoleAssignment,
  SsoGroupRoleAssignment,
  X509Certificate,
} from '../../client/ssoSaml.ts'
import type { RsaPrivateJwk } from '../saml/signXml.ts'
import { fields, flag, list, nullable, oneOf, records, text, time } from '../shape.ts'
import type { Shape, ShapesOf } from '../shape.ts'

interface SsoConnectionBase {
  organization_id: string
  connection_id: string
  display_name: string
  status: 'pending' | 'active'
}

/** Roles that follow from a sign-in through a connection. */
interface ImplicitRoles {
  /** Roles of whoever signed in through this connection. */
  implicit_role_assignments: SsoConnectionRoleAssignment[]
  /** Roles of whoever the identity provider says is in the group. */
  group_implicit_role_assignments: SsoGroupRoleAssignment[]
}

/**
 * An address of a SAML or OIDC connection that begins with a slash is one of the emulator's own identity providers:
 * seeds and snapshots do not know where the emulator will be reached. See `ownUrl`.
 */
export interface StoredSamlConnection extends SsoConnectionBase, ImplicitRoles {
  type: 'saml'
  identity_provider: string
  idp_entity_id: string
  idp_sso_url: string
  attribute_mapping: Record<string, string>
  verification_certificates: X509Certificate[]
  /** PEM of the key that requests are signed with; null while it is the project's. */
  signing_private_key: string | null
  signing_certificates: X509Certificate[]
  encryption_private_keys: EncryptionPrivateKey[]
  alternative_audience_uri: string
  alternative_acs_url: string
  nameid_format: string
  idp_initiated_auth_disabled: boolean
  allow_gateway_callback: boolean
}

/** Where people are sent back to follows from the id. */
export interface StoredOidcConnection
  extends SsoConnectionBase, Omit<OidcConnection, 'redirect_url' | keyof SsoConnectionBase> {
  type: 'oidc'
}

/** A connection of another organization, as this one uses it. */
export interface StoredExternalConnection extends SsoConnectionBase, ImplicitRoles {
  type: 'external'
  external_organization_id: string
  external_connection_id: string
}

export type StoredSsoConnection =
  StoredSamlConnection | StoredOidcConnection | StoredExternalConnection

/** Where somebody who signs in comes from, and is led back to. */
interface SsoDestination {
  /** The connection that was asked for; for an external one the identity provider is the other organization's. */
  connection_id: string
  login_redirect_url: string
  signup_redirect_url: string
  code_challenge: string | null
}

/** The project has sent somebody to an identity provider, and waits for them to come back. */
export interface StoredSsoFlow extends SsoDestination {
  /** The SAML RelayState, or the OIDC state. */
  state: string
  /** The id of the SAML request, or the OIDC nonce. */
  request_id: string
  /** The PKCE verifier of the OIDC request; empty for SAML. */
  code_verifier: string
  expires_at: string
}

/** What an identity provider said of somebody, by the names of the attribute mapping. */
export interface SsoIdentity {
  external_id: string
  email_address: string
  name: string
  /** With `groups` as a list of texts. */
  attributes: Record<string, string | string[]>
}

/** What the address that leads back to the app carries. */
export interface StoredSsoToken extends Pick<SsoDestination, 'connection_id' | 'code_challenge'> {
  token: string
  type: 'saml' | 'oidc'
  identity: SsoIdentity
  expires_at: string
  used: boolean
}

/** Somebody whom an emulated identity provider knows. */
export interface StoredIdpPerson {
  person_id: string
  /** The name of the identity provider, as in its addresses. */
  idp: string
  email_address: string
  first_name: string
  last_name: string
  groups: string[]
  /** Whatever else the identity provider says of them. */
  attributes: Record<string, string>
}

/** A certificate of an emulated SAML identity provider, with its key. */
export interface StoredIdpCertificate {
  certificate_id: string
  /** PEM. */
  certificate: string
  issuer: string
  created_at: string
  expires_at: string
  private_key: RsaPrivateJwk
  /** Whether answers are signed with it; of those that the identity provider publishes, one is. */
  signs: boolean
}

/** What an emulated OIDC provider gives the browser for the project to redeem, and then as access token. */
export interface StoredIdpGrant {
  code: string
  idp: string
  person_id: string
  client_id: string
  redirect_uri: string
  nonce: string
  code_challenge: string
  /** What is to be wrong with what is told; empty for nothing. */
  mishap: string
  /** Empty until the code was redeemed. */
  access_token: string
  expires_at: string
}

export interface SsoRecords {
  sso_connections: Record<string, StoredSsoConnection>
  /** By state. */
  sso_flows: Record<string, StoredSsoFlow>
  /** By token. */
  sso_tokens: Record<string, StoredSsoToken>
  /** Ids of the assertions that were taken, with when they end by themselves: none is taken twice. */
  saml_assertions_seen: Record<string, string>
  /** By person_id. */
  idp_people: Record<string, StoredIdpPerson>
  /** By the name of the identity provider; those that are not named here have the usual one. */
  idp_certificates: Record<string, StoredIdpCertificate[]>
  /** By code. */
  idp_grants: Record<string, StoredIdpGrant>
}

export const noSso = (): SsoRecords => ({
  sso_connections: {},
  sso_flows: {},
  sso_tokens: {},
  saml_assertions_seen: {},
  idp_people: {},
  idp_certificates: {},
  idp_grants: {},
})

const base = {
  organization_id: text,
  connection_id: text,
  display_name: text,
  status: oneOf('pending', 'active'),
}

const roles = {
  implicit_role_assignments: list(fields({ role_id: text })),
  group_implicit_role_assignments: list(fields({ role_id: text, group: text })),
}

const certificate: ShapesOf<X509Certificate> = {
  certificate_id: text,
  certificate: text,
  issuer: text,
  created_at: time,
  expires_at: time,
  updated_at: time,
}

const saml: ShapesOf<StoredSamlConnection> = {
  ...base,
  ...roles,
  type: oneOf('saml'),
  identity_provider: text,
  idp_entity_id: text,
  idp_sso_url: text,
  attribute_mapping: records(text),
  verification_certificates: list(fields(certificate)),
  signing_private_key: nullable(text),
  signing_certificates: list(fields(certificate)),
  encryption_private_keys: list(
    fields({ private_key_id: text, private_key: text, created_at: time }),
  ),
  alternative_audience_uri: text,
  alternative_acs_url: text,
  nameid_format: text,
  idp_initiated_auth_disabled: flag,
  allow_gateway_callback: flag,
}

const oidc: ShapesOf<StoredOidcConnection> = {
  ...base,
  type: oneOf('oidc'),
  identity_provider: text,
  issuer: text,
  client_id: text,
  client_secret: text,
  authorization_url: text,
  token_url: text,
  userinfo_url: text,
  jwks_url: text,
  custom_scopes: text,
  attribute_mapping: records(text),
}

const external: ShapesOf<StoredExternalConnection> = {
  ...base,
  ...roles,
  type: oneOf('external'),
  external_organization_id: text,
  external_connection_id: text,
}

/** By what the connection says it is. */
const connection: Shape = (value, where) => {
  const problem = fields({ type: oneOf('saml', 'oidc', 'external') })(value, where)
  if (problem !== null) return problem
  const isA = (type: string) => fields({ type: oneOf(type) })(value, where) === null
  if (isA('saml')) return fields(saml)(value, where)
  return isA('oidc') ? fields(oidc)(value, where) : fields(external)(value, where)
}

const flow: ShapesOf<StoredSsoFlow> = {
  state: text,
  request_id: text,
  code_verifier: text,
  connection_id: text,
  login_redirect_url: text,
  signup_redirect_url: text,
  code_challenge: nullable(text),
  expires_at: time,
}

const textOrTexts: Shape = (value, where) =>
  Array.isArray(value) ? list(text)(value, where) : text(value, where)

const identity: ShapesOf<SsoIdentity> = {
  external_id: text,
  email_address: text,
  name: text,
  attributes: records(textOrTexts),
}

const token: ShapesOf<StoredSsoToken> = {
  token: text,
  type: oneOf('saml', 'oidc'),
  connection_id: text,
  code_challenge: nullable(text),
  identity: fields(identity),
  expires_at: time,
  used: flag,
}

const person: ShapesOf<StoredIdpPerson> = {
  person_id: text,
  idp: text,
  email_address: text,
  first_name: text,
  last_name: text,
  groups: list(text),
  attributes: records(text),
}

const key: ShapesOf<RsaPrivateJwk> = {
  kty: text,
  n: text,
  e: text,
  d: text,
  p: text,
  q: text,
  dp: text,
  dq: text,
  qi: text,
}

const idpCertificate: ShapesOf<StoredIdpCertificate> = {
  certificate_id: text,
  certificate: text,
  issuer: text,
  created_at: time,
  expires_at: time,
  private_key: fields(key),
  signs: flag,
}

const grant: ShapesOf<StoredIdpGrant> = {
  code: text,
  idp: text,
  person_id: text,
  client_id: text,
  redirect_uri: text,
  nonce: text,
  code_challenge: text,
  mishap: text,
  access_token: text,
  expires_at: time,
}

export const ssoShapes: ShapesOf<SsoRecords> = {
  sso_connections: records(connection),
  sso_flows: records(fields(flow)),
  sso_tokens: records(fields(token)),
  saml_assertions_seen: records(time),
  idp_people: records(fields(person)),
  idp_certificates: records(list(fields(idpCertificate))),
  idp_grants: records(fields(grant)),
}
