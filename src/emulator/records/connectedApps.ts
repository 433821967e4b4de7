import { fields, flag, list, nullable, oneOf, records, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

/** Whose app it is, and whether it can keep a secret. */
const CLIENT_TYPES = [
  'first_party',
  'first_party_public',
  'third_party',
  'third_party_public',
] as const

/** An application that members can let in by OAuth, with the project as the identity provider. */
export interface StoredConnectedApp {
  connected_app_id: string
  name: string
  description: string
  client_type: (typeof CLIENT_TYPES)[number]
  /** null for public apps, which can keep none. */
  client_secret: string | null
  /** '' when there is none. */
  logo_url: string
  redirect_urls: string[]
  post_logout_redirect_urls: string[]
  /** Whether an access token may be exchanged for a session; first-party apps only. */
  full_access_allowed: boolean
  /** Whether `offline_access` needs no consent; first-party apps only. */
  bypass_consent_for_offline_access: boolean
}

/** A member has let an app in. */
export interface StoredAppGrant {
  connected_app_id: string
  member_id: string
  organization_id: string
  scopes: string[]
  granted_at: string
}

/** Made by a consent; the app exchanges it for tokens once. */
export interface StoredAuthorizationCode {
  code: string
  connected_app_id: string
  member_id: string
  organization_id: string
  redirect_uri: string
  scopes: string[]
  /** Besides the project, whom the access tokens are for (RFC 8707). */
  resources: string[]
  nonce: string | null
  code_challenge: string | null
  expires_at: string
  used: boolean
}

/** A refresh token. Each use gives a new one; a second use of the same ends all of the app's access. */
export interface StoredRefreshToken {
  refresh_token: string
  client_id: string
  member_id: string
  organization_id: string
  scopes: string[]
  resources: string[]
  expires_at: string
  used: boolean
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

export interface ConnectedAppRecords {
  connected_apps: Record<string, StoredConnectedApp>
  app_grants: StoredAppGrant[]
  /** By code. */
  authorization_codes: Record<string, StoredAuthorizationCode>
  /** By token. */
  access_tokens: Record<string, StoredAccessToken>
  /** By token. */
  refresh_tokens: Record<string, StoredRefreshToken>
}

export const noConnectedApps = (): ConnectedAppRecords => ({
  connected_apps: {},
  app_grants: [],
  authorization_codes: {},
  access_tokens: {},
  refresh_tokens: {},
})

const texts = list(text)

const app: ShapesOf<StoredConnectedApp> = {
  connected_app_id: text,
  name: text,
  description: text,
  client_type: oneOf(...CLIENT_TYPES),
  client_secret: nullable(text),
  logo_url: text,
  redirect_urls: texts,
  post_logout_redirect_urls: texts,
  full_access_allowed: flag,
  bypass_consent_for_offline_access: flag,
}

const grant: ShapesOf<StoredAppGrant> = {
  connected_app_id: text,
  member_id: text,
  organization_id: text,
  scopes: texts,
  granted_at: time,
}

const authorizationCode: ShapesOf<StoredAuthorizationCode> = {
  code: text,
  connected_app_id: text,
  member_id: text,
  organization_id: text,
  redirect_uri: text,
  scopes: texts,
  resources: texts,
  nonce: nullable(text),
  code_challenge: nullable(text),
  expires_at: time,
  used: flag,
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

const refreshToken: ShapesOf<StoredRefreshToken> = {
  refresh_token: text,
  client_id: text,
  member_id: text,
  organization_id: text,
  scopes: texts,
  resources: texts,
  expires_at: time,
  used: flag,
}

export const connectedAppShapes: ShapesOf<ConnectedAppRecords> = {
  connected_apps: records(fields(app)),
  app_grants: list(fields(grant)),
  authorization_codes: records(fields(authorizationCode)),
  access_tokens: records(fields(accessToken)),
  refresh_tokens: records(fields(refreshToken)),
}
