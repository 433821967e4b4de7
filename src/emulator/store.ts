import type {
  AuthenticationFactor,
  Member,
  Organization,
  RbacPolicy,
  ScimAttributes,
} from '../client/types.ts'
import type { ScimGroupRoleAssignment, ScimIdentityProvider } from '../client/scim.ts'

/** A member as stored. Roles and what follows from them are computed when it is sent. */
export interface StoredMember extends Omit<Member, 'roles' | 'is_admin' | 'scim_registration'> {
  /** Roles given directly; `stytch_member` is implied. */
  role_ids: string[]
  scim: StoredScimRegistration | null
}

export interface StoredScimRegistration {
  connection_id: string
  registration_id: string
  external_id: string
  /** The SCIM user resource as the directory last sent it, less id, meta and groups. */
  resource: Record<string, unknown>
  created_at: string
  updated_at: string
}

export interface StoredOrganization extends Omit<
  Organization,
  'scim_active_connection' | 'sso_active_connections'
> {
  created_at: string
  updated_at: string
}

export interface StoredToken {
  value: string
  expires_at: string
}

export interface StoredScimConnection {
  organization_id: string
  connection_id: string
  status: 'active' | 'deleted'
  display_name: string
  identity_provider: ScimIdentityProvider
  bearer_token: StoredToken
  /** Set while a rotation is running; both tokens are then accepted. */
  next_bearer_token: StoredToken | null
  assignments: ScimGroupRoleAssignment[]
  created_at: string
}

export interface StoredScimGroup {
  organization_id: string
  connection_id: string
  group_id: string
  group_name: string
  external_id: string
  /** Member ids. */
  member_ids: string[]
  created_at: string
  updated_at: string
}

export interface StoredSsoConnection {
  organization_id: string
  connection_id: string
  display_name: string
  identity_provider: string
  status: 'pending' | 'active'
  /** Roles of whoever signed in through this connection. */
  implicit_role_assignments: { role_id: string }[]
  /** Roles of whoever the identity provider says is in the group. */
  group_implicit_role_assignments: { role_id: string; group: string }[]
}

export interface StoredSession {
  member_session_id: string
  member_id: string
  organization_id: string
  session_token: string
  started_at: string
  last_accessed_at: string
  expires_at: string
  authentication_factors: AuthenticationFactor[]
  custom_claims: Record<string, unknown> | null
}

/** A sign-in that has its first factor and lacks another. */
export interface StoredIntermediateSession {
  token: string
  member_id: string
  organization_id: string
  expires_at: string
  authentication_factors: AuthenticationFactor[]
}

export interface StoredMagicLink {
  token: string
  /** Sent back as `method_id`. */
  method_id: string
  member_id: string
  organization_id: string
  expires_at: string
  used: boolean
  /** PKCE: the verifier must hash to this; null when the link was made without. */
  code_challenge: string | null
}

/** An access token of a connected app, which `sessions/exchange_access_token` takes once. */
export interface StoredAccessToken {
  access_token: string
  client_id: string
  member_id: string
  organization_id: string
  scopes: string[]
  issued_at: string
  used: boolean
}

/** An issuer outside of the project whose tokens `sessions/attest` trusts. */
export interface StoredTrustedProfile {
  profile_id: string
  display_name: string
}

export interface StoredTrustedToken {
  token: string
  token_id: string
  profile_id: string
  email_address: string
  /** null when the token does not name an organization. */
  organization_id: string | null
  expires_at: string
}

/** Somebody of the seed to sign in as. */
export interface Persona {
  id: string
  name: string
  email_address: string
  /** What this person may do, in a few words. */
  description: string
  member_id: string
  organization_id: string
}

/** A mail that the project would have sent; newest last. */
export interface InboxMessage {
  message_id: string
  channel: 'email'
  template: 'magic_link'
  to: string
  subject: string
  text: string
  /** The link in it. */
  url: string
  token: string
  token_type: 'multi_tenant_magic_links'
  sent_at: string
}

export interface StoredProject {
  project_id: string
  public_token: string
  /** Where links in mails lead. */
  login_redirect_url: string
  project_name: string
  rbac_policy: RbacPolicy
  scim_enabled: boolean
  sso_enabled: boolean
  mfa_controls_enabled: boolean
}

/** A request that a directory sent to a SCIM connection; newest last, at most 200 a connection. */
export interface ScimRequestLogEntry {
  connection_id: string
  at: string
  method: string
  path: string
  status: number
  /** Which of the two tokens was used. */
  token: 'current' | 'next' | 'none'
}

/** Everything the emulator knows, as plain JSON. A snapshot is this value, and nothing else. */
export interface StoreData {
  /** Name of the seed that this began as. */
  seed: string
  /** Where the deterministic randomness stands, so that a restored store makes no id twice. */
  random_state: number
  project: StoredProject
  personas: Persona[]
  organizations: Record<string, StoredOrganization>
  members: Record<string, StoredMember>
  /** By member_session_id. */
  sessions: Record<string, StoredSession>
  /** By token, as are the three that follow. */
  intermediate_sessions: Record<string, StoredIntermediateSession>
  magic_links: Record<string, StoredMagicLink>
  access_tokens: Record<string, StoredAccessToken>
  trusted_tokens: Record<string, StoredTrustedToken>
  trusted_profiles: Record<string, StoredTrustedProfile>
  sso_connections: Record<string, StoredSsoConnection>
  scim_connections: Record<string, StoredScimConnection>
  scim_groups: Record<string, StoredScimGroup>
  scim_log: ScimRequestLogEntry[]
  inbox: InboxMessage[]
}

/** A record by id, where the id comes from a request and may be anything, such as `constructor`. */
export function findRecord<Value>(records: Record<string, Value>, id: string): Value | undefined {
  return Object.hasOwn(records, id) ? records[id] : undefined
}

export type { ScimAttributes }
