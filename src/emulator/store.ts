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

export interface StoredOrganization extends Omit<Organization, 'scim_active_connection' | 'sso_active_connections'> {
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

export interface StoredMagicLink {
  token: string
  member_id: string
  organization_id: string
  expires_at: string
  used: boolean
}

export interface StoredProject {
  public_token: string
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
  project: StoredProject
  organizations: Record<string, StoredOrganization>
  members: Record<string, StoredMember>
  sessions: Record<string, StoredSession>
  magic_links: Record<string, StoredMagicLink>
  sso_connections: Record<string, StoredSsoConnection>
  scim_connections: Record<string, StoredScimConnection>
  scim_groups: Record<string, StoredScimGroup>
  scim_log: ScimRequestLogEntry[]
}

export type { ScimAttributes }
