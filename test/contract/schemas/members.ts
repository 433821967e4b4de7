import {
  anyObject,
  exactly,
  flag,
  idOf,
  list,
  nullable,
  oneOf,
  record,
  ref,
  text,
  time,
} from './schema.ts'
import type { Schema } from './schema.ts'

const typedValues = list(record({ 'value?': text, 'type?': text, 'primary?': flag }))

/** Where a role comes from, by its type. */
function source(type: string, details: Record<string, Schema>): Schema {
  return record({ type: exactly(type), details: record(details) })
}

export const memberSchemas: Readonly<Record<string, Schema>> = {
  Member: record({
    organization_id: idOf('organization'),
    member_id: idOf('member'),
    email_address: text,
    email_address_verified: flag,
    retired_email_addresses: list(record({ 'email_id?': text, 'email_address?': text })),
    status: exactly('active', 'invited', 'pending', 'deleted'),
    name: text,
    trusted_metadata: anyObject,
    untrusted_metadata: anyObject,
    created_at: time,
    updated_at: time,
    sso_registrations: list(ref('SSORegistration')),
    is_breakglass: flag,
    is_admin: flag,
    member_password_id: text,
    mfa_enrolled: flag,
    mfa_phone_number: text,
    mfa_phone_number_verified: flag,
    default_mfa_method: exactly('sms_otp', 'totp', ''),
    totp_registration_id: text,
    roles: list(ref('MemberRole')),
    oauth_registrations: list(ref('OAuthRegistration')),
    'external_id?': nullable(text),
    'scim_registration?': nullable(ref('SCIMRegistration')),
    'is_locked?': flag,
    'lock_created_at?': nullable(time),
    'lock_expires_at?': nullable(time),
  }),

  SSORegistration: record({
    connection_id: text,
    external_id: text,
    registration_id: text,
    sso_attributes: anyObject,
  }),

  OAuthRegistration: record({
    member_oauth_registration_id: text,
    provider_subject: text,
    provider_type: text,
    profile_picture_url: nullable(text),
    locale: nullable(text),
    'provider_tenants?': list(record({ tenant_id: text, tenant_name: text })),
  }),

  MemberRole: record({ role_id: text, sources: list(ref('RoleSource')) }),

  RoleSource: oneOf(
    source('direct_assignment', {}),
    source('email_assignment', { email_domain: text }),
    source('sso_connection', { connection_id: text }),
    source('sso_connection_group', { connection_id: text, group: text }),
    source('scim_connection_group', { connection_id: text, group_id: text }),
  ),

  SCIMRegistration: record({
    connection_id: text,
    registration_id: text,
    'external_id?': text,
    'scim_attributes?': ref('SCIMAttributes'),
  }),

  SCIMAttributes: record({
    'user_name?': text,
    'id?': text,
    'external_id?': text,
    'active?': flag,
    'groups?': list(record({ value: text, 'display?': text })),
    'display_name?': text,
    'nick_name?': text,
    'profile_url?': text,
    'user_type?': text,
    'title?': text,
    'preferred_language?': text,
    'locale?': text,
    'timezone?': text,
    'emails?': typedValues,
    'phone_numbers?': typedValues,
    'addresses?': list(
      record({
        'formatted?': text,
        'street_address?': text,
        'locality?': text,
        'region?': text,
        'postal_code?': text,
        'country?': text,
        'type?': text,
        'primary?': flag,
      }),
    ),
    'ims?': typedValues,
    'photos?': typedValues,
    'entitlements?': typedValues,
    'roles?': typedValues,
    'x509certificates?': typedValues,
    'name?': record({
      'formatted?': text,
      'family_name?': text,
      'given_name?': text,
      'middle_name?': text,
      'honorific_prefix?': text,
      'honorific_suffix?': text,
    }),
    'enterprise_extension?': record({
      'employee_number?': text,
      'cost_center?': text,
      'division?': text,
      'department?': text,
      'organization?': text,
      'manager?': record({ 'value?': text, 'ref?': text, 'display_name?': text }),
    }),
  }),

  MemberExistence: record({
    status: exactly('active', 'invited', 'pending', 'deleted'),
    name: text,
    member_password_id: text,
  }),
}
