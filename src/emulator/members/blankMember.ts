import type { StoredMember } from '../records/organizations.ts'

type Given = Pick<
  StoredMember,
  'organization_id' | 'member_id' | 'email_address' | 'created_at' | 'updated_at'
>

/** A member with nothing but what is `given`: active, the address not verified, no role, no factor. */
export function blankMember(given: Given & Partial<StoredMember>): StoredMember {
  return {
    external_id: null,
    email_address_verified: false,
    retired_email_addresses: [],
    status: 'active',
    name: '',
    trusted_metadata: {},
    untrusted_metadata: {},
    sso_registrations: [],
    oauth_registrations: [],
    is_breakglass: false,
    member_password_id: '',
    mfa_enrolled: false,
    mfa_phone_number: '',
    mfa_phone_number_verified: false,
    default_mfa_method: '',
    totp_registration_id: '',
    role_ids: [],
    scim: null,
    ...given,
  }
}
