/** Whether this property of a device is new for the member. */
export interface DeviceAttributeDetails {
  is_new: boolean
  first_seen_at?: string
  last_seen_at?: string
}

/**
 * What the API knows of the device that a sign-in came from. Present only when a device fingerprint
 * was sent along and could be resolved.
 */
export interface DeviceHistory {
  ip_address?: string
  ip_address_details?: DeviceAttributeDetails
  ip_geo_city?: string
  ip_geo_region?: string
  /** Two letters. */
  ip_geo_country?: string
  ip_geo_country_details?: DeviceAttributeDetails
  /** In the API, but not in the official client's types; as is the next one. */
  visitor_id?: string
  visitor_id_details?: DeviceAttributeDetails
}
