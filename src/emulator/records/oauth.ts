import { fields, flag, list, nullable, records, text, time } from '../shape.ts'
import type { ShapesOf } from '../shape.ts'

/** Somebody who has an account at one of the emulated OAuth providers. */
export interface StoredOAuthAccount {
  provider: string
  provider_subject: string
  email_address: string
  email_verified: boolean
  name: string
  /** Workspaces of Slack, hubs of HubSpot, organizations of GitHub. */
  tenants: { tenant_id: string; tenant_name: string }[]
}

/** What the address that a provider leads back to carries. */
export interface StoredOAuthToken {
  token: string
  kind: 'oauth' | 'discovery_oauth'
  account_id: string
  organization_id: string | null
  scopes: string[]
  expires_at: string
  used: boolean
  code_challenge: string | null
}

export interface OAuthRecords {
  /** By account id, `<provider>:<subject>`. */
  oauth_accounts: Record<string, StoredOAuthAccount>
  /** By token. */
  oauth_tokens: Record<string, StoredOAuthToken>
}

export const noOAuth = (): OAuthRecords => ({ oauth_accounts: {}, oauth_tokens: {} })

const account: ShapesOf<StoredOAuthAccount> = {
  provider: text,
  provider_subject: text,
  email_address: text,
  email_verified: flag,
  name: text,
  tenants: list(fields({ tenant_id: text, tenant_name: text })),
}

const token: ShapesOf<StoredOAuthToken> = {
  token: text,
  kind: text,
  account_id: text,
  organization_id: nullable(text),
  scopes: list(text),
  expires_at: time,
  used: flag,
  code_challenge: nullable(text),
}

export const oauthShapes: ShapesOf<OAuthRecords> = {
  oauth_accounts: records(fields(account)),
  oauth_tokens: records(fields(token)),
}
