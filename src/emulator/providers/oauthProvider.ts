import { createLocalJWKSet, jwtVerify, SignJWT } from 'jose'
import type { EmulatorContext } from '../context.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import { OAUTH_PROVIDERS } from '../records/oauth.ts'
import type { OAuthProvider, StoredOAuthAccount, StoredOAuthCode } from '../records/oauth.ts'
import { publicKeySet } from '../sessions/sessions.ts'
import { DEVELOPMENT_SIGNING_KEY } from '../sessions/signingKey.ts'
import { findRecord } from '../store.ts'

const CODE_MINUTES = 1
const ACCESS_TOKEN_MINUTES = 60

/** How people call each provider; the API calls its registrations so too. */
export const PROVIDER_NAMES: Record<OAuthProvider, string> = {
  google: 'Google',
  microsoft: 'Microsoft',
  hubspot: 'HubSpot',
  slack: 'Slack',
  github: 'GitHub',
}

/** What a provider gives for a code. */
export interface ProviderTokens {
  account: StoredOAuthAccount
  access_token: string
  refresh_token: string
  id_token: string
  scopes: string[]
  expires_at: string
}

/** Throws 404 unless the emulator has a provider of this name. */
export function requireProvider(name: string): OAuthProvider {
  const provider = OAUTH_PROVIDERS.find((known) => known === name)
  if (provider) return provider
  throw notFound(
    'oauth_config_not_found',
    `There is no OAuth provider ${name}. There are: ${OAUTH_PROVIDERS.join(', ')}.`,
  )
}

/**
 * Throws unless the project is registered at the provider: 400 `oauth_config_not_found` or, where it must be as
 * itself, `default_provider_not_allowed`.
 */
export function requireRegistration(
  { data }: EmulatorContext,
  provider: OAuthProvider,
  { asItself = false }: { asItself?: boolean } = {},
): void {
  const registration = data.project.oauth_providers[provider]
  const name = PROVIDER_NAMES[provider]
  if (registration === 'none') {
    throw badRequest(`The project is not registered at ${name}.`, 'oauth_config_not_found')
  }
  if (asItself && registration === 'default') {
    throw badRequest(
      `This needs a registration of the project's own at ${name}, not that of the platform.`,
      'default_provider_not_allowed',
    )
  }
}

export const issuerOf = ({ baseUrl }: EmulatorContext, provider: OAuthProvider): string =>
  `${baseUrl}/idp/oauth/${provider}`

/** What the project is registered as at the provider. */
export const clientIdOf = (provider: OAuthProvider): string =>
  `orgportal-emulator.apps.${provider}.example`
export const clientSecretOf = (provider: OAuthProvider): string => `client-secret-of-${provider}`

export const callbackUrl = ({ baseUrl }: EmulatorContext, provider: OAuthProvider): string =>
  `${baseUrl}/v1/b2b/oauth/callback/${provider}`

/** The account of the provider. Throws 404 when there is none. */
export function requireAccount(
  { data }: EmulatorContext,
  provider: OAuthProvider,
  accountId: string,
): StoredOAuthAccount {
  const account = findRecord(data.oauth_accounts, accountId)
  if (account?.provider === provider) return account
  throw notFound('oauth_account_not_found', `${PROVIDER_NAMES[provider]} knows no ${accountId}.`)
}

/** The account with this address; made where there is none yet, for whoever is typed in on the provider's page. */
export function accountOfEmail(
  { data, newId }: EmulatorContext,
  provider: OAuthProvider,
  emailAddress: string,
  name: string,
): StoredOAuthAccount {
  if (!/^[^\s@]+@[^\s@]+$/.test(emailAddress)) {
    throw badRequest(`${emailAddress} is not an email address.`, 'invalid_email')
  }
  const wanted = emailAddress.toLowerCase()
  const known = Object.values(data.oauth_accounts).find(
    (account) => account.provider === provider && account.email_address.toLowerCase() === wanted,
  )
  if (known) return known
  const provider_subject = newId('subject')
  const account: StoredOAuthAccount = {
    account_id: `${provider}:${provider_subject}`,
    provider,
    provider_subject,
    email_address: emailAddress,
    name: name || (emailAddress.split('@')[0] ?? ''),
    tenants: [],
  }
  data.oauth_accounts[account.account_id] = account
  return account
}

/** The provider lets the account in to a client: the code that the browser takes there. */
export function issueCode(
  context: EmulatorContext,
  grant: Omit<StoredOAuthCode, 'code' | 'expires_at'>,
): string {
  const code = context.newSecret()
  context.data.oauth_codes[code] = {
    ...grant,
    code,
    expires_at: context.timestamp(CODE_MINUTES * 60_000),
  }
  return code
}

/** The provider's token endpoint: gives tokens for a code, once, to the client that it was made for. */
export async function redeemCode(
  context: EmulatorContext,
  provider: OAuthProvider,
  request: { code: string; client_id: string; client_secret: string; redirect_uri: string },
): Promise<ProviderTokens> {
  const { client_id, client_secret, redirect_uri } = request
  if (client_id !== clientIdOf(provider) || client_secret !== clientSecretOf(provider)) {
    throw new EmulatorError(401, 'invalid_client', 'The client id or the client secret is wrong.')
  }
  const grant = findRecord(context.data.oauth_codes, request.code)
  Reflect.deleteProperty(context.data.oauth_codes, request.code)
  const usable =
    grant?.provider === provider &&
    grant.client_id === client_id &&
    grant.redirect_uri === redirect_uri &&
    Date.parse(grant.expires_at) > context.clock.now()
  if (!grant || !usable) {
    throw badRequest('The code is unknown, was used or has expired.', 'invalid_grant')
  }
  const account = requireAccount(context, provider, grant.account_id)
  return {
    account,
    access_token: context.newSecret(),
    refresh_token: context.newSecret(),
    id_token: await signIdToken(context, account, grant.nonce),
    scopes: grant.scopes,
    expires_at: context.timestamp(ACCESS_TOKEN_MINUTES * 60_000),
  }
}

/** What the provider says of the account, signed: in the answer to a code, and as the credential of One Tap. */
export async function signIdToken(
  context: EmulatorContext,
  account: StoredOAuthAccount,
  nonce?: string,
): Promise<string> {
  const { provider, provider_subject, email_address, name } = account
  const seconds = Math.floor(context.clock.now() / 1000)
  return new SignJWT({ email: email_address, email_verified: true, name, ...(nonce && { nonce }) })
    .setProtectedHeader({ alg: 'RS256', kid: DEVELOPMENT_SIGNING_KEY.kid, typ: 'JWT' })
    .setIssuer(issuerOf(context, provider))
    .setSubject(provider_subject)
    .setAudience(clientIdOf(provider))
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ACCESS_TOKEN_MINUTES * 60)
    .sign(await context.signingKey())
}

/** The account that an id token is about. Throws 400 unless the provider has signed it for this project, and lately. */
export async function verifyIdToken(
  context: EmulatorContext,
  provider: OAuthProvider,
  idToken: string,
  nonce?: string,
): Promise<StoredOAuthAccount> {
  const claims = await jwtVerify(idToken, createLocalJWKSet(publicKeySet()), {
    issuer: issuerOf(context, provider),
    audience: clientIdOf(provider),
    currentDate: new Date(context.clock.now()),
  }).catch((error: unknown) => {
    throw badRequest(
      `The id token was refused: ${error instanceof Error ? error.message : String(error)}.`,
      'oauth_flow_callback_error',
    )
  })
  const { sub = '', nonce: given } = claims.payload
  if (nonce !== undefined && given !== nonce) {
    throw badRequest('The id token was made for another sign-in.', 'oauth_flow_callback_error')
  }
  return requireAccount(context, provider, `${provider}:${sub}`)
}
