import { fields, flag, list, nullable, oneOf, optional, records, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

export const OAUTH_PROVIDERS = ['google', 'microsoft', 'hubspot', 'slack', 'github'] as const
export type OAuthProvider = (typeof OAUTH_PROVIDERS)[number]

/** Somebody who has an account at one of the emulated providers. Its address is taken to be verified there. */
export interface StoredOAuthAccount {
  account_id: string
  provider: OAuthProvider
  provider_subject: string
  email_address: string
  name: string
  /** Workspaces of Slack, hubs of HubSpot, organizations of GitHub. */
  tenants: { tenant_id: string; tenant_name: string }[]
}

/** What the person came from, and where they are led back to. */
interface Destination {
  kind: 'oauth' | 'discovery_oauth'
  /** null for discovery. */
  organization_id: string | null
  login_redirect_url: string
  signup_redirect_url: string
  code_challenge: string | null
}

/** The project has sent somebody to a provider, and waits for them to come back. */
export interface StoredOAuthFlow extends Destination {
  state: string
  nonce: string
  provider: OAuthProvider
  scopes: string[]
  expires_at: string
}

/** What a provider gives the browser for the project to redeem. */
export interface StoredOAuthCode {
  code: string
  provider: OAuthProvider
  account_id: string
  client_id: string
  redirect_uri: string
  scopes: string[]
  nonce?: string | undefined
  expires_at: string
}

/** What the address that a provider leads back to carries, with what the provider said. */
export interface StoredOAuthToken {
  token: string
  kind: 'oauth' | 'discovery_oauth'
  organization_id: string | null
  account_id: string
  /** Empty for One Tap, as is the refresh token. */
  provider_access_token: string
  provider_refresh_token: string
  provider_id_token: string
  scopes: string[]
  provider_expires_at: string
  expires_at: string
  used: boolean
  code_challenge: string | null
}

export interface OAuthRecords {
  /** By account_id. */
  oauth_accounts: Record<string, StoredOAuthAccount>
  /** By state. */
  oauth_flows: Record<string, StoredOAuthFlow>
  /** By code. */
  oauth_codes: Record<string, StoredOAuthCode>
  /** By token. */
  oauth_tokens: Record<string, StoredOAuthToken>
}

export const noOAuth = (): OAuthRecords => ({
  oauth_accounts: {},
  oauth_flows: {},
  oauth_codes: {},
  oauth_tokens: {},
})

const provider = oneOf(...OAUTH_PROVIDERS)
const kind = oneOf('oauth', 'discovery_oauth')

const account: ShapesOf<StoredOAuthAccount> = {
  account_id: text,
  provider,
  provider_subject: text,
  email_address: text,
  name: text,
  tenants: list(fields({ tenant_id: text, tenant_name: text })),
}

const flow: ShapesOf<StoredOAuthFlow> = {
  state: text,
  nonce: text,
  provider,
  kind,
  organization_id: nullable(text),
  login_redirect_url: text,
  signup_redirect_url: text,
  code_challenge: nullable(text),
  scopes: list(text),
  expires_at: time,
}

const code: ShapesOf<StoredOAuthCode> = {
  code: text,
  provider,
  account_id: text,
  client_id: text,
  redirect_uri: text,
  scopes: list(text),
  nonce: optional(text),
  expires_at: time,
}

const token: ShapesOf<StoredOAuthToken> = {
  token: text,
  kind,
  organization_id: nullable(text),
  account_id: text,
  provider_access_token: text,
  provider_refresh_token: text,
  provider_id_token: text,
  scopes: list(text),
  provider_expires_at: time,
  expires_at: time,
  used: flag,
  code_challenge: nullable(text),
}

export const oauthShapes: ShapesOf<OAuthRecords> = {
  oauth_accounts: records(fields(account)),
  oauth_flows: records(fields(flow)),
  oauth_codes: records(fields(code)),
  oauth_tokens: records(fields(token)),
}
