import { findMemberByEmail } from '../authentication/people.ts'
import type { EmulatorContext } from '../context.ts'
import { EmulatorError } from '../errors.ts'
import type { OAuthProvider, StoredOAuthFlow, StoredOAuthToken } from '../records/oauth.ts'
import { redirectUrl } from '../authentication/redirectUrl.ts'
import { findRecord } from '../store.ts'
import {
  callbackUrl,
  clientIdOf,
  clientSecretOf,
  PROVIDER_NAMES,
  redeemCode,
  verifyIdToken,
} from './oauthProvider.ts'
import type { ProviderTokens } from './oauthProvider.ts'

const TOKEN_MINUTES = 5

type Outcome =
  { type: 'finished'; url: string } | { type: 'failed'; title: string; message: string }

/** Somebody comes back from a provider: the address in the app to go on to, or what went wrong. */
export async function finishOAuth(
  context: EmulatorContext,
  provider: OAuthProvider,
  query: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const name = PROVIDER_NAMES[provider]
  const failed = (message: string): Outcome => ({
    type: 'failed',
    title: `Signing in with ${name} did not work`,
    message,
  })
  const flow = takeFlow(context, provider, query['state'] ?? '')
  if (!flow) return failed('This sign-in is unknown, was finished or took too long. Begin again.')
  if (query['error']) return failed(`${name} said: ${query['error']}. Nobody was signed in.`)
  try {
    const tokens = await redeemCode(context, provider, {
      code: query['code'] ?? '',
      client_id: clientIdOf(provider),
      client_secret: clientSecretOf(provider),
      redirect_uri: callbackUrl(context, provider),
    })
    await verifyIdToken(context, provider, tokens.id_token, flow.nonce)
    return { type: 'finished', url: issueOAuthToken(context, flow, tokens) }
  } catch (error) {
    if (error instanceof EmulatorError) return failed(error.message)
    throw error
  }
}

/** A token for the app to sign in with, and the address that carries it: that for members, or that for others. */
export function issueOAuthToken(
  context: EmulatorContext,
  destination: Pick<
    StoredOAuthFlow,
    'kind' | 'organization_id' | 'login_redirect_url' | 'signup_redirect_url' | 'code_challenge'
  >,
  { account, ...tokens }: ProviderTokens,
): string {
  const { kind, organization_id, code_challenge } = destination
  const token: StoredOAuthToken = {
    token: context.newSecret(),
    kind,
    organization_id,
    account_id: account.account_id,
    provider_access_token: tokens.access_token,
    provider_refresh_token: tokens.refresh_token,
    provider_id_token: tokens.id_token,
    scopes: tokens.scopes,
    provider_expires_at: tokens.expires_at,
    expires_at: context.timestamp(TOKEN_MINUTES * 60_000),
    used: false,
    code_challenge,
  }
  context.data.oauth_tokens[token.token] = token
  const isMember =
    organization_id === null ||
    findMemberByEmail(context, organization_id, account.email_address)?.status === 'active'
  return redirectUrl(isMember ? destination.login_redirect_url : destination.signup_redirect_url, {
    tokenType: kind,
    token: token.token,
  })
}

function takeFlow(
  { data, clock }: EmulatorContext,
  provider: OAuthProvider,
  state: string,
): StoredOAuthFlow | null {
  const flow = findRecord(data.oauth_flows, state)
  Reflect.deleteProperty(data.oauth_flows, state)
  return flow?.provider === provider && Date.parse(flow.expires_at) > clock.now() ? flow : null
}
