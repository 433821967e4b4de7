import {
  ROOT,
  anything,
  fields,
  flag,
  list,
  nullable,
  number,
  oneOf,
  optional,
  records,
  text,
  time,
  url,
} from './shape.ts'
import type { Shape } from './shape.ts'
import type {
  InboxMessage,
  Persona,
  ScimRequestLogEntry,
  StoreData,
  StoredAccessToken,
  StoredIntermediateSession,
  StoredMagicLink,
  StoredMember,
  StoredOrganization,
  StoredProject,
  StoredScimConnection,
  StoredScimGroup,
  StoredScimRegistration,
  StoredSession,
  StoredSsoConnection,
  StoredToken,
  StoredTrustedProfile,
  StoredTrustedToken,
} from './store.ts'

/** Takes a value for the emulator's data if it is that. Throws an error that says what is wrong. */
export function parseSnapshot(value: unknown): StoreData {
  if (isStoreData(value)) return value
  const problem = storeData(value, ROOT) ?? 'it has another shape'
  throw new Error(`This is not a snapshot of the emulator: ${problem}.`)
}

function isStoreData(value: unknown): value is StoreData {
  return storeData(value, ROOT) === null
}

/** The shapes of all fields of a type, so that a field that is added to it cannot be forgotten here. */
type ShapesOf<Value> = Record<keyof Value, Shape>

const texts = list(text)
const metadata = records(anything)

const permission = fields({ resource_id: text, actions: texts })
const role = fields({ role_id: text, description: text, permissions: list(permission) })
const resource = fields({ resource_id: text, description: text, actions: texts })
const scope = fields({ scope: text, description: text, permissions: list(permission) })

const project: ShapesOf<StoredProject> = {
  project_id: text,
  public_token: text,
  login_redirect_url: url,
  project_name: text,
  rbac_policy: fields({ roles: list(role), resources: list(resource), scopes: list(scope) }),
  scim_enabled: flag,
  sso_enabled: flag,
  mfa_controls_enabled: flag,
}

const organization: ShapesOf<StoredOrganization> = {
  organization_id: text,
  organization_name: text,
  organization_slug: text,
  organization_external_id: optional(nullable(text)),
  organization_logo_url: text,
  trusted_metadata: metadata,
  custom_roles: optional(list(role)),
  created_at: time,
  updated_at: time,
  sso_default_connection_id: nullable(text),
  sso_jit_provisioning: text,
  sso_jit_provisioning_allowed_connections: texts,
  email_allowed_domains: texts,
  email_jit_provisioning: text,
  email_invites: text,
  oauth_tenant_jit_provisioning: text,
  allowed_oauth_tenants: records(texts),
  auth_methods: text,
  allowed_auth_methods: optional(texts),
  mfa_methods: optional(text),
  allowed_mfa_methods: optional(texts),
  mfa_policy: text,
  rbac_email_implicit_role_assignments: optional(list(fields({ role_id: text, domain: text }))),
  first_party_connected_apps_allowed_type: optional(text),
  allowed_first_party_connected_apps: optional(texts),
  third_party_connected_apps_allowed_type: optional(text),
  allowed_third_party_connected_apps: optional(texts),
  claimed_email_domains: optional(texts),
}

const scimRegistration: ShapesOf<StoredScimRegistration> = {
  connection_id: text,
  registration_id: text,
  external_id: text,
  resource: metadata,
  created_at: time,
  updated_at: time,
}

const member: ShapesOf<StoredMember> = {
  organization_id: text,
  member_id: text,
  external_id: optional(nullable(text)),
  email_address: text,
  email_address_verified: flag,
  retired_email_addresses: list(
    fields({ email_id: optional(text), email_address: optional(text) }),
  ),
  status: text,
  name: text,
  trusted_metadata: metadata,
  untrusted_metadata: metadata,
  created_at: time,
  updated_at: time,
  sso_registrations: list(
    fields({
      connection_id: text,
      external_id: text,
      registration_id: text,
      sso_attributes: metadata,
    }),
  ),
  oauth_registrations: list(fields({ provider_type: text })),
  is_breakglass: flag,
  member_password_id: text,
  mfa_enrolled: flag,
  mfa_phone_number: text,
  mfa_phone_number_verified: flag,
  default_mfa_method: text,
  totp_registration_id: text,
  role_ids: texts,
  scim: nullable(fields(scimRegistration)),
}

const factors = list(fields({ type: text, delivery_method: text, last_authenticated_at: time }))

const session: ShapesOf<StoredSession> = {
  member_session_id: text,
  member_id: text,
  organization_id: text,
  session_token: text,
  started_at: time,
  last_accessed_at: time,
  expires_at: time,
  authentication_factors: factors,
  custom_claims: nullable(metadata),
}

const intermediateSession: ShapesOf<StoredIntermediateSession> = {
  token: text,
  member_id: text,
  organization_id: text,
  expires_at: time,
  authentication_factors: factors,
}

const magicLink: ShapesOf<StoredMagicLink> = {
  token: text,
  method_id: text,
  member_id: text,
  organization_id: text,
  expires_at: time,
  used: flag,
  code_challenge: nullable(text),
}

const accessToken: ShapesOf<StoredAccessToken> = {
  access_token: text,
  client_id: text,
  member_id: text,
  organization_id: text,
  scopes: texts,
  issued_at: time,
  used: flag,
}

const trustedToken: ShapesOf<StoredTrustedToken> = {
  token: text,
  token_id: text,
  profile_id: text,
  email_address: text,
  organization_id: nullable(text),
  expires_at: time,
}

const trustedProfile: ShapesOf<StoredTrustedProfile> = { profile_id: text, display_name: text }

const ssoConnection: ShapesOf<StoredSsoConnection> = {
  organization_id: text,
  connection_id: text,
  display_name: text,
  identity_provider: text,
  status: oneOf('pending', 'active'),
  implicit_role_assignments: list(fields({ role_id: text })),
  group_implicit_role_assignments: list(fields({ role_id: text, group: text })),
}

const token: ShapesOf<StoredToken> = { value: text, expires_at: time }

const scimConnection: ShapesOf<StoredScimConnection> = {
  organization_id: text,
  connection_id: text,
  status: oneOf('active', 'deleted'),
  display_name: text,
  identity_provider: text,
  bearer_token: fields(token),
  next_bearer_token: nullable(fields(token)),
  assignments: list(fields({ role_id: text, group_id: text, group_name: optional(text) })),
  created_at: time,
}

const scimGroup: ShapesOf<StoredScimGroup> = {
  organization_id: text,
  connection_id: text,
  group_id: text,
  group_name: text,
  external_id: text,
  member_ids: texts,
  created_at: time,
  updated_at: time,
}

const persona: ShapesOf<Persona> = {
  id: text,
  name: text,
  email_address: text,
  description: text,
  member_id: text,
  organization_id: text,
}

const scimRequest: ShapesOf<ScimRequestLogEntry> = {
  connection_id: text,
  at: time,
  method: text,
  path: text,
  status: number,
  token: oneOf('current', 'next', 'none'),
}

const message: ShapesOf<InboxMessage> = {
  message_id: text,
  channel: text,
  template: text,
  to: text,
  subject: text,
  text,
  url: text,
  token: text,
  token_type: text,
  sent_at: time,
}

const store: ShapesOf<StoreData> = {
  seed: text,
  random_state: number,
  project: fields(project),
  personas: list(fields(persona)),
  organizations: records(fields(organization)),
  members: records(fields(member)),
  sessions: records(fields(session)),
  intermediate_sessions: records(fields(intermediateSession)),
  magic_links: records(fields(magicLink)),
  access_tokens: records(fields(accessToken)),
  trusted_tokens: records(fields(trustedToken)),
  trusted_profiles: records(fields(trustedProfile)),
  sso_connections: records(fields(ssoConnection)),
  scim_connections: records(fields(scimConnection)),
  scim_groups: records(fields(scimGroup)),
  scim_log: list(fields(scimRequest)),
  inbox: list(fields(message)),
}

const storeData = fields(store)
