import type { AuthenticationFactor } from './authenticationFactor.ts'
import type { DeviceHistory } from './deviceHistory.ts'
import type {
  CustomClaims,
  MemberTrustedMetadata,
  MemberUntrustedMetadata,
  Metadata,
  OrganizationTrustedMetadata,
  Project,
  RoleId,
  RegisteredProject,
} from './project.ts'
import type { ScimRegistration } from './scimRegistration.ts'

export type { AuthenticationFactor } from './authenticationFactor.ts'
export type { Metadata } from './project.ts'
export type { ScimAttributes, ScimRegistration } from './scimRegistration.ts'

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

/** Language of a mail or a text; each project has templates for some. */
export type Locale = Open<'en' | 'es' | 'pt-br' | 'fr'>

/** Where a member stands: invited and pending ones have never signed in, deleted ones can be reactivated. */
export type MemberStatus = Open<'active' | 'invited' | 'pending' | 'deleted'>
/** Who may join: anybody, only what a list beside it names, or nobody. */
export type JitSetting = Open<'ALL_ALLOWED' | 'RESTRICTED' | 'NOT_ALLOWED'>
export type RestrictedSetting = Open<'RESTRICTED' | 'NOT_ALLOWED'>
export type MethodsSetting = Open<'ALL_ALLOWED' | 'RESTRICTED'>
export type MfaPolicy = Open<'OPTIONAL' | 'REQUIRED_FOR_ALL'>
/** A way to prove who one is as the first step of a sign-in. */
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
/** A way to prove it as the second step. */
export type MfaMethod = Open<'sms_otp' | 'totp'>

/** Why a member holds a role. One role can have several sources. */
export type RoleSource =
  | { type: 'direct_assignment'; details: Record<string, never> }
  | { type: 'email_assignment'; details: { email_domain: string } }
  | { type: 'sso_connection'; details: { connection_id: string } }
  | { type: 'sso_connection_group'; details: { connection_id: string; group: string } }
  | { type: 'scim_connection_group'; details: { connection_id: string; group_id: string } }

export interface MemberRole<P extends Project = RegisteredProject> {
  role_id: RoleId<P>
  /** Roles from single sign-on count only in sessions that were begun through that connection. */
  sources: RoleSource[]
}

/** That a member has signed in through an SSO connection. */
export interface SsoRegistration {
  connection_id: string
  /** The person's id at the identity provider. */
  external_id: string
  registration_id: string
  /** What the identity provider told of the person. */
  sso_attributes: Metadata
}

/** That a member has signed in through an OAuth provider. */
export interface OAuthRegistration {
  member_oauth_registration_id: string
  /** The person's id at the provider. */
  provider_subject: string
  /** For example `Google`. */
  provider_type: string
  profile_picture_url: string | null
  locale: string | null
  /** The person's workspaces at the provider (Slack, HubSpot, GitHub). */
  provider_tenants?: { tenant_id: string; tenant_name: string }[]
}

export interface Member<P extends Project = RegisteredProject> {
  organization_id: string
  member_id: string
  /** The project's own id of the member. */
  external_id?: string | null
  /** The current primary address. */
  email_address: string
  email_address_verified: boolean
  /** Former addresses that nobody else in the organization can take. */
  retired_email_addresses: { email_id?: string; email_address?: string }[]
  status: MemberStatus
  name: string
  /** Written by the project's backend only. */
  trusted_metadata: MemberTrustedMetadata<P>
  /** Written by the browser too: nothing to rely on. */
  untrusted_metadata: MemberUntrustedMetadata<P>
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
  /** Whether the member has to give a second factor at each sign-in. */
  mfa_enrolled: boolean
  /** E.164, or empty. */
  mfa_phone_number: string
  mfa_phone_number_verified: boolean
  default_mfa_method: Open<'sms_otp' | 'totp' | ''>
  /** Empty when there is none. */
  totp_registration_id: string
  /** Explicit and implicit roles with where they come from. */
  roles: MemberRole<P>[]
  /** Locked for a while after too many failed attempts. In the API, but not in the official client's types. */
  is_locked?: boolean
  lock_created_at?: string | null
  lock_expires_at?: string | null
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

export interface Organization<P extends Project = RegisteredProject> {
  organization_id: string
  /** 1 to 128 characters. */
  organization_name: string
  /** 2 to 128 characters of `a-z 0-9 - . _ ~`; unique in the project. */
  organization_slug: string
  /** The project's own id of the organization. */
  organization_external_id?: string | null
  /** Empty when there is none. */
  organization_logo_url: string
  /** Written by the project's backend only. */
  trusted_metadata: OrganizationTrustedMetadata<P>
  /** Roles of this organization only, added to the project's policy. */
  custom_roles?: RbacRole[]
  created_at?: string
  updated_at?: string
  /** The connection that a sign-in by SSO takes when none is named. */
  sso_default_connection_id: string | null
  /** Whether people whom an SSO connection vouches for join at their first sign-in. */
  sso_jit_provisioning: JitSetting
  /** For RESTRICTED: the connections that may. */
  sso_jit_provisioning_allowed_connections: string[]
  sso_active_connections: SsoActiveConnection[]
  scim_active_connection: ScimActiveConnection | null
  /** For RESTRICTED `email_jit_provisioning` and `email_invites`. Public mail domains are refused. */
  email_allowed_domains: string[]
  /** Whether people with an address in an allowed domain join at their first sign-in. */
  email_jit_provisioning: JitSetting
  /** Whom members may invite. */
  email_invites: JitSetting
  /** Whether people of a workspace in `allowed_oauth_tenants` join at their first sign-in. */
  oauth_tenant_jit_provisioning: RestrictedSetting
  /** Ids of workspaces, by provider: `slack`, `hubspot`, `github`. */
  allowed_oauth_tenants: Record<string, string[]>
  auth_methods: MethodsSetting
  /** For RESTRICTED: the first factors that members may use. */
  allowed_auth_methods?: AuthMethod[]
  mfa_methods?: MethodsSetting
  /** For RESTRICTED: the second factors that members may use. */
  allowed_mfa_methods?: MfaMethod[]
  mfa_policy: MfaPolicy
  /** Roles that everybody with a verified address in a domain holds. */
  rbac_email_implicit_role_assignments?: { role_id: string; domain: string }[]
  first_party_connected_apps_allowed_type?: JitSetting
  allowed_first_party_connected_apps?: string[]
  third_party_connected_apps_allowed_type?: JitSetting
  allowed_third_party_connected_apps?: string[]
  /** Domains that only this organization's members can have. In the API, but not in the official client's types. */
  claimed_email_domains?: string[]
}

export interface MemberSession<P extends Project = RegisteredProject> {
  member_session_id: string
  member_id: string
  organization_id: string
  organization_slug: string
  started_at: string
  last_accessed_at: string
  /** The session cookie expires with it. */
  expires_at: string
  /** All that was proved for this session, first and second steps. */
  authentication_factors: AuthenticationFactor[]
  custom_claims?: CustomClaims<P> | null
  /** The roles that count now; what permission checks start from. */
  roles: RoleId<P>[]
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

/** Answer of a change to a member. */
export interface MemberResponse<P extends Project = RegisteredProject> extends ResponseCommon {
  member_id: string
  /** The whole member after the change. */
  member: Member<P>
  organization: Organization<P>
}

/** A session was made (or confirmed), with everything it stands for. */
export interface AuthResponse<P extends Project = RegisteredProject> extends MemberResponse<P> {
  member_session: MemberSession<P>
  /** Empty in HttpOnly-cookie projects. */
  session_token: string
  /** Empty in HttpOnly-cookie projects. */
  session_jwt: string
  /** Where the sign-in came from, when a device fingerprint was sent. */
  member_device?: DeviceHistory
}

/** A second factor is missing. */
export interface MfaRequired {
  /** What the member has enrolled in, empty text for what not; null when in nothing. */
  member_options: { mfa_phone_number: string; totp_registration_id: string } | null
  /** A code was sent to the member's phone already. */
  secondary_auth_initiated: 'sms_otp' | null
}

/** The organization does not accept the first factor that was given. */
export interface PrimaryRequired {
  /** One of these is needed. Empty: the organization's policy leaves no way in. */
  allowed_auth_methods: AuthMethod[]
}

/** Answer of a sign-in step: either a full session, or what is still required. */
export type AuthResponseWithMfa<P extends Project = RegisteredProject> =
  | (AuthResponse<P> & {
      member_authenticated: true
      intermediate_session_token: ''
      mfa_required: null
      primary_required: null
    })
  | (MemberResponse<P> & {
      member_authenticated: false
      member_session: null
      session_token: ''
      session_jwt: ''
      /** Good for 10 minutes; the client keeps it. Empty in HttpOnly-cookie projects. */
      intermediate_session_token: string
      mfa_required: MfaRequired | null
      primary_required: PrimaryRequired | null
      member_device?: DeviceHistory
    })

/** Permissions by resource and action. */
export type PermissionsMap = Record<string, Record<string, boolean>>
