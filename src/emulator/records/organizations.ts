import type { Member, Organization } from '../../client/types.ts'
import { anything, fields, flag, list, nullable, optional, records, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'
import { role } from './project.ts'

export interface StoredOrganization extends Omit<
  Organization,
  'scim_active_connection' | 'sso_active_connections'
> {
  created_at: string
  updated_at: string
}

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

export interface OrganizationRecords {
  organizations: Record<string, StoredOrganization>
  members: Record<string, StoredMember>
}

export const noOrganizations = (): OrganizationRecords => ({ organizations: {}, members: {} })

const texts = list(text)
const metadata = records(anything)

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
  is_locked: optional(flag),
  lock_created_at: optional(nullable(time)),
  lock_expires_at: optional(nullable(time)),
}

export const organizationShapes: ShapesOf<OrganizationRecords> = {
  organizations: records(fields(organization)),
  members: records(fields(member)),
}
