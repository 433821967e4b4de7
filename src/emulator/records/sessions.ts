import type { AuthenticationFactor } from '../../client/types.ts'
import { anything, fields, list, nullable, number, records, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

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

/**
 * A sign-in that is not finished: of a member who lacks another factor, or, without member and organization,
 * of a person who has proved an address and is about to choose one (discovery).
 */
export interface StoredIntermediateSession {
  token: string
  /** The address that was proved. */
  email_address: string
  member_id: string | null
  organization_id: string | null
  expires_at: string
  authentication_factors: AuthenticationFactor[]
  /** Tenants of OAuth providers that the person was seen to belong to. */
  provider_tenants: { provider: string; tenant_id: string; tenant_name: string }[]
  /** As an OAuth provider gave it; '' when none did. */
  full_name: string
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

export interface StoredMemberDevice {
  first_seen_at: string
  last_seen_at: string
}

export interface SessionRecords {
  /** By member_session_id. */
  sessions: Record<string, StoredSession>
  /** By token. */
  intermediate_sessions: Record<string, StoredIntermediateSession>
  trusted_profiles: Record<string, StoredTrustedProfile>
  trusted_tokens: Record<string, StoredTrustedToken>
  /** Wrong passwords and codes since the last sign-in, by member_id. */
  failed_attempts: Record<string, number>
  /** When the device was seen that each member signs in from, by member_id. */
  member_devices: Record<string, StoredMemberDevice>
}

export const noSessions = (): SessionRecords => ({
  sessions: {},
  intermediate_sessions: {},
  trusted_profiles: {},
  trusted_tokens: {},
  failed_attempts: {},
  member_devices: {},
})

const metadata = records(anything)
const tenant = fields({ provider: text, tenant_id: text, tenant_name: text })

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
  email_address: text,
  member_id: nullable(text),
  organization_id: nullable(text),
  expires_at: time,
  authentication_factors: factors,
  provider_tenants: list(tenant),
  full_name: text,
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

const memberDevice: ShapesOf<StoredMemberDevice> = { first_seen_at: time, last_seen_at: time }

export const sessionShapes: ShapesOf<SessionRecords> = {
  sessions: records(fields(session)),
  intermediate_sessions: records(fields(intermediateSession)),
  trusted_profiles: records(fields(trustedProfile)),
  trusted_tokens: records(fields(trustedToken)),
  failed_attempts: records(number),
  member_devices: records(fields(memberDevice)),
}
