/** An entry of a list that SCIM calls multi-valued, such as a phone number. */
export interface ScimValue {
  value?: string
  /** For example `work`. */
  type?: string
  primary?: boolean
}

/** What a directory told about a member. */
export interface ScimAttributes {
  user_name?: string
  id?: string
  external_id?: string
  active?: boolean
  display_name?: string
  nick_name?: string
  profile_url?: string
  user_type?: string
  title?: string
  preferred_language?: string
  locale?: string
  timezone?: string
  name?: {
    formatted?: string
    family_name?: string
    given_name?: string
    middle_name?: string
    honorific_prefix?: string
    honorific_suffix?: string
  }
  groups?: { value: string; display: string }[]
  emails?: ScimValue[]
  phone_numbers?: ScimValue[]
  /** Each with `formatted`, `street_address`, `locality`, `region`, `postal_code`, `country`. */
  addresses?: Record<string, unknown>[]
  ims?: ScimValue[]
  photos?: ScimValue[]
  entitlements?: ScimValue[]
  roles?: ScimValue[]
  x509certificates?: ScimValue[]
  enterprise_extension?: {
    employee_number?: string
    cost_center?: string
    division?: string
    department?: string
    organization?: string
    manager?: { value?: string; ref?: string; display_name?: string }
  }
  [attribute: string]: unknown
}

/** That a directory manages a member. */
export interface ScimRegistration {
  connection_id: string
  registration_id: string
  external_id?: string
  scim_attributes?: ScimAttributes
}
