/**
 * The records that travel on the wire and that more than one resource uses.
 * Field names are the API's own; timestamps are RFC 3339 strings in UTC.
 */

/** A known value with completion in the editor, or any other string the API may add later. */
export type Open<Known extends string> = Known | (string & Record<never, never>)

/** What every answer carries. */
export interface ResponseCommon {
  /** Id of this API call. Quote it when you ask the API's support about the call. */
  request_id: string
  /** The HTTP status, repeated. */
  status_code: number
}

/** Last argument of every method that sends a request. */
export interface RequestOptions {
  /** Aborts the request; the promise then rejects with the signal's reason. */
  signal?: AbortSignal | undefined
}

export type MemberStatus = Open<'active' | 'invited' | 'pending' | 'deleted'>
export type JitSetting = Open<'ALL_ALLOWED' | 'RESTRICTED' | 'NOT_ALLOWED'>
export type RestrictedSetting = Open<'RESTRICTED' | 'NOT_ALLOWED'>
export type MethodsSetting = Open<'ALL_ALLOWED' | 'RESTRICTED'>
export type MfaPolicy = Open<'OPTIONAL' | 'REQUIRED_FOR_ALL'>
export type AuthMethod = Open<
  | 'sso'
  | 'magic_link'
  | 'email_otp'
  | 'password'
  | 'google_oauth'
  | 'microsoft_oauth'
  | 'hubspot_oauth'
  | 'slack_oauth'
  | 'github_oauth'
>
export type MfaMethod = Open<'sms_otp' | 'totp'>
export type Metadata = Record<string, unknown>

/** Why a member holds a role. One role can have several sources. */
export type RoleSource =
  | { type: 'direct_assignment'; details: Record<string, never> }
  | { type: 'email_assignment'; details: { email_domain: string } }
  | { type: 'sso_connection'; details: { connection_id: string } }
  | { type: 'sso_connection_group'; details: { connection_id: string; group: string } }
  | { type: 'scim_connection_group'; details: { connection_id: string; group_id: string } }

export interface MemberRole {
  role_id: string
  sources: RoleSource[]
}

export interface SsoRegistration {
  connection_id: string
  external_id: string
  registration_id: string
  sso_attributes: Metadata
}

export interface OAuthRegistration {
  member_oauth_registration_id: string
  provider_subject: string
  provider_type: string
  profile_picture_url: string | null
  locale: string | null
  provider_tenants?: { tenant_id: string; tenant_name: string }[]
}

/** What a directory told about a member. Only the parts that this library reads are typed. */
export interface ScimAttributes {
  user_name?: string
  id?: string
  external_id?: string
  active?: boolean
  display_name?: string
  groups?: { value: string; display: string }[]
  [attribute: string]: unknown
}

export interface ScimRegistration {
  connection_id: string
  registration_id: string
  external_id?: string
  scim_attributes?: ScimAttributes
}

export interface Member {
  organization_id: string
  member_id: string
  external_id?: string | null
  email_address: string
  email_address_verified: boolean
  retired_email_addresses: { email_id?: string; email_address?: string }[]
  status: MemberStatus
  name: string
  /** Written by the project's backend only. */
  trusted_metadata: Metadata
  untrusted_metadata: Metadata
  created_at: string
  updated_at: string
  sso_registrations: SsoRegistration[]
  oauth_registrations: OAuthRegistration[]
  /** Present when a directory manages this member. In the API, but not in the official client's types. */
  scim_registration?: ScimRegistration | null
  /** Exempt from the organization's sign-in policy. */
  is_breakglass: boolean
  /** Whether the member holds `stytch_admin`. */
  is_admin: boolean
  /** Empty when the member has no password. */
  member_password_id: string
  mfa_enrolled: boolean
  /** E.164, or empty. */
  mfa_phone_number: string
  mfa_phone_number_verified: boolean
  default_mfa_method: Open<'sms_otp' | 'totp' | ''>
  /** Empty when there is none. */
  totp_registration_id: string
  /** Explicit and implicit roles with where they come from. */
  roles: MemberRole[]
}

export interface SsoActiveConnection {
  connection_id: string
  display_name: string
  identity_provider: string
}

export interface ScimActiveConnection {
  connection_id: string
  display_name: string
  bearer_token_last_four?: string
  bearer_token_expires_at?: string
}

export interface Organization {
  organization_id: string
  organization_name: string
  organization_slug: string
  organization_external_id?: string | null
  /** Empty when there is none. */
  organization_logo_url: string
  trusted_metadata: Metadata
  /** Roles of this organization only, added to the project's policy. */
  custom_roles?: RbacRole[]
  created_at?: string
  updated_at?: string
  sso_default_connection_id: string | null
  sso_jit_provisioning: JitSetting
  sso_jit_provisioning_allowed_connections: string[]
  sso_active_connections: SsoActiveConnection[]
  scim_active_connection: ScimActiveConnection | null
  email_allowed_domains: string[]
  email_jit_provisioning: JitSetting
  email_invites: JitSetting
  oauth_tenant_jit_provisioning: RestrictedSetting
  allowed_oauth_tenants: Record<string, string[]>
  auth_methods: MethodsSetting
  allowed_auth_methods?: AuthMethod[]
  mfa_methods?: MethodsSetting
  allowed_mfa_methods?: MfaMethod[]
  mfa_policy: MfaPolicy
  rbac_email_implicit_role_assignments?: { role_id: string; domain: string }[]
  first_party_connected_apps_allowed_type?: JitSetting
  allowed_first_party_connected_apps?: string[]
  third_party_connected_apps_allowed_type?: JitSetting
  allowed_third_party_connected_apps?: string[]
  claimed_email_domains?: string[]
}

export interface AuthenticationFactor {
  type: string
  delivery_method: string
  last_authenticated_at: string
  created_at?: string
  updated_at?: string
  sequence_order?: Open<'PRIMARY' | 'SECONDARY'>
  [detail: string]: unknown
}

export interface MemberSession {
  member_session_id: string
  member_id: string
  organization_id: string
  organization_slug: string
  started_at: string
  last_accessed_at: string
  /** The session cookie expires with it. */
  expires_at: string
  authentication_factors: AuthenticationFactor[]
  custom_claims?: Metadata | null
  /** The roles that count now; what permission checks start from. */
  roles: string[]
}

export interface RbacPermission {
  resource_id: string
  /** Action ids, or `*` for all of the resource's. */
  actions: string[]
}

export interface RbacRole {
  role_id: string
  description: string
  permissions: RbacPermission[]
}

export interface RbacResource {
  resource_id: string
  description: string
  actions: string[]
}

export interface RbacScope {
  scope: string
  description: string
  permissions: RbacPermission[]
}

/** The project's policy, from bootstrap. */
export interface RbacPolicy {
  roles: RbacRole[]
  resources: RbacResource[]
  scopes: RbacScope[]
}

/** A session was made (or confirmed), with everything it stands for. */
export interface AuthResponse extends ResponseCommon {
  member_id: string
  member_session: MemberSession
  member: Member
  organization: Organization
  /** Empty in HttpOnly-cookie projects. */
  session_token: string
  /** Empty in HttpOnly-cookie projects. */
  session_jwt: string
}

export interface MfaRequired {
  member_options: { mfa_phone_number: string; totp_registration_id: string } | null
  secondary_auth_initiated: 'sms_otp' | null
}

export interface PrimaryRequired {
  allowed_auth_methods: AuthMethod[]
}

/** Answer of a sign-in step: either a full session, or what is still required. */
export type AuthResponseWithMfa =
  | (AuthResponse & {
      member_authenticated: true
      intermediate_session_token: ''
      mfa_required: null
      primary_required: null
    })
  | (ResponseCommon & {
      member_id: string
      member: Member
      organization: Organization
      member_authenticated: false
      member_session: null
      session_token: ''
      session_jwt: ''
      intermediate_session_token: string
      mfa_required: MfaRequired | null
      primary_required: PrimaryRequired | null
    })

/** Permissions by resource and action. */
export type PermissionsMap = Record<string, Record<string, boolean>>

/** Project settings that decide what the portal may offer. */
export interface AdminPortalConfig {
  sso_config: {
    sso_enabled: boolean
    can_create_saml_connection: boolean
    can_create_oidc_connection: boolean
  }
  organization_config: { mfa_controls_enabled: boolean }
  scim_config: { scim_enabled: boolean }
}
