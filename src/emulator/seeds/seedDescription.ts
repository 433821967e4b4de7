import type { OrganizationUpdateInput } from '../../client/organization.ts'
import type { ScimIdentityProvider } from '../../client/scim.ts'
import type { RbacResource } from '../../client/types.ts'
import type { StoredProject } from '../records/project.ts'

/**
 * A world of your own for the emulator to begin as: what a seed file (YAML or JSON) holds, or `createEmulator` takes.
 * Where the API has a name for something, it is that name. Ids follow from names, so they stay the same.
 *
 * @example
 * createEmulator({
 *   seed: {
 *     organizations: [
 *       { organization_name: 'Acme', members: [{ name: 'Ana', email_address: 'ana@acme.example', roles: ['stytch_admin'] }] },
 *     ],
 *   },
 * })
 */
export interface SeedDescription {
  /** What the emulator calls it; `custom` when left out. */
  name?: string
  description?: string
  /** Settings of the project that differ from the usual ones. */
  project?: SeedProject
  /** The project's roles, resources and scopes; those of the sample seed when left out. */
  policy?: SeedPolicy
  organizations: readonly SeedOrganization[]
  connected_apps?: readonly SeedConnectedApp[]
  /** People with an account at the OAuth providers who are a member of nothing. */
  strangers?: readonly { name: string; email_address: string }[]
}

export type SeedProject = {
  [Name in keyof Omit<StoredProject, 'rbac_policy'>]?: StoredProject[Name] extends object
    ? Partial<StoredProject[Name]>
    : StoredProject[Name]
}

/** By resource (`{ document: ['read'] }`), or as in the API. */
export type SeedPermissions =
  | Readonly<Record<string, readonly string[]>>
  | readonly { resource_id: string; actions: readonly string[] }[]

export interface SeedRole {
  role_id: string
  description?: string
  permissions?: SeedPermissions
}

/** Resources of the API itself, `stytch_member` and `stytch_admin` are there without being named. */
export interface SeedPolicy {
  resources?: readonly (Omit<RbacResource, 'description'> & { description?: string })[]
  roles?: readonly SeedRole[]
  scopes?: readonly { scope: string; description?: string; permissions?: SeedPermissions }[]
}

/**
 * An organization with any of the settings that the API's `organization.update` takes, checked as the API does. Where
 * a setting wants the id of an SSO connection, write its `display_name`.
 */
export interface SeedOrganization extends Omit<OrganizationUpdateInput, 'organization_name'> {
  organization_name: string
  organization_external_id?: string
  trusted_metadata?: Readonly<Record<string, unknown>>
  claimed_email_domains?: readonly string[]
  custom_roles?: readonly SeedRole[]
  members?: readonly SeedMember[]
  sso_connections?: readonly SeedSsoConnection[]
  scim_connection?: SeedScimConnection
}

export interface SeedMember {
  name?: string
  email_address: string
  /** Makes a persona of the member: `true`, or the id that the persona is to have. */
  persona?: string | boolean
  /** What a persona may do, in a few words. */
  description?: string
  /** Role ids, beside `stytch_member`. */
  roles?: readonly string[]
  /** `active` when left out. */
  status?: 'active' | 'pending' | 'invited' | 'deleted'
  /** Whether the address is proved to be the member's; true for those who are active or deleted, when left out. */
  email_address_verified?: boolean
  password?: string
  mfa_enrolled?: boolean
  /** E.164; verified. */
  mfa_phone_number?: string
  /**
   * Of an authenticator app, in Base32 with 32 characters; or `true` for one that the emulator makes up, which
   * the organization's page shows.
   */
  totp_secret?: string | true
  default_mfa_method?: 'sms_otp' | 'totp'
  is_breakglass?: boolean
  external_id?: string
  trusted_metadata?: Readonly<Record<string, unknown>>
  untrusted_metadata?: Readonly<Record<string, unknown>>
  /** Signed in before through these connections, with these groups. */
  sso_registrations?: readonly { connection: string; groups?: readonly string[] }[]
}

export interface SeedSsoConnection {
  display_name: string
  /** `saml` when left out. It leads to the emulator's own identity provider, ready to use. */
  type?: 'saml' | 'oidc'
  /** Such as `okta`; `generic` when left out. */
  identity_provider?: string
  /** Roles of everybody who signs in through it; SAML only. */
  roles?: readonly string[]
  /** SAML only. Roles of whoever the identity provider says is in a group: `{ Engineering: ['engineer'] }`. */
  group_roles?: Readonly<Record<string, readonly string[]>>
}

export interface SeedScimConnection {
  display_name: string
  /** `generic` when left out. */
  identity_provider?: ScimIdentityProvider
  /** What the directory authenticates with; follows from the organization's slug when left out. */
  bearer_token?: string
  /** How long the token still lasts; 365 when left out. */
  token_expires_in_days?: number
  /** Addresses of the members whom the directory has provisioned, beside those who are in a group. */
  provisioned?: readonly string[]
  groups?: readonly { group_name: string; members?: readonly string[]; roles?: readonly string[] }[]
}

export interface SeedConnectedApp {
  name: string
  description?: string
  /** `third_party` when left out. */
  client_type?: 'first_party' | 'first_party_public' | 'third_party' | 'third_party_public'
  /** Follows from the name when left out. Public apps have none. */
  client_secret?: string
  /** Whether an access token may be exchanged for a session; first-party apps only. */
  full_access_allowed?: boolean
  /** Whether `offline_access` needs no consent; first-party apps only. */
  bypass_consent_for_offline_access?: boolean
  logo_url?: string
  redirect_urls?: readonly string[]
  post_logout_redirect_urls?: readonly string[]
}
