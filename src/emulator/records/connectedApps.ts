import { fields, flag, list, nullable, records, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

/** An application that members can let in by OAuth, with the project as the identity provider. */
export interface StoredConnectedApp {
  connected_app_id: string
  name: string
  description: string
  client_type: string
  logo_url: string
  redirect_urls: string[]
  post_logout_redirect_urls: string[]
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
  nonce: string | null
  code_challenge: string | null
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
}

export const noConnectedApps = (): ConnectedAppRecords => ({
  connected_apps: {},
  app_grants: [],
  authorization_codes: {},
  access_tokens: {},
})

const texts = list(text)

const app: ShapesOf<StoredConnectedApp> = {
  connected_app_id: text,
  name: text,
  description: text,
  client_type: text,
  logo_url: text,
  redirect_urls: texts,
  post_logout_redirect_urls: texts,
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

export const connectedAppShapes: ShapesOf<ConnectedAppRecords> = {
  connected_apps: records(fields(app)),
  app_grants: list(fields(grant)),
  authorization_codes: records(fields(authorizationCode)),
  access_tokens: records(fields(accessToken)),
}
