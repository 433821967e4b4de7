import { Hono } from 'hono'
import type { AuthenticationFactor } from '../../client/types.ts'
import { discoveryAnswer } from '../authentication/discovery.ts'
import { createFactor, emailIdOf } from '../authentication/factor.ts'
import { checkCodeVerifier, readCodeChallenge, readCodeVerifier } from '../authentication/pkce.ts'
import { completeSignIn, readSignIn } from '../authentication/signIn.ts'
import { checkUnusedStrings } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import { issueOAuthToken } from '../providers/oauthCallback.ts'
import { oauthMember } from '../providers/oauthMember.ts'
import {
  clientIdOf,
  PROVIDER_NAMES,
  requireAccount,
  requireRegistration,
  verifyIdToken,
} from '../providers/oauthProvider.ts'
import type { OAuthProvider, StoredOAuthAccount, StoredOAuthToken } from '../records/oauth.ts'
import { checkRedirectUrl } from '../authentication/redirectUrl.ts'
import { findRecord } from '../store.ts'
import { organizationOf } from '../wire.ts'

const UNUSED = ['dfp_telemetry_id', 'captcha_token', 'locale']

/** Mounted at `/b2b/oauth`. */
export function oauthRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/authenticate',
    publicEndpoint(context, async ({ body, visitor }) => {
      const value = body.string('oauth_token')
      const request = readSignIn(context, { body, visitor })
      checkUnusedStrings(body, UNUSED)
      const token = await takeToken(context, 'oauth', value, body)
      const account = accountOf(context, token)
      const organization = organizationOf(context, {
        organization_id: token.organization_id ?? '',
      })
      const { member, registration } = oauthMember(context, organization, account)
      const answer = await completeSignIn(context, {
        member,
        organization,
        factors: [oauthFactor(context, account, registration.member_oauth_registration_id)],
        request,
      })
      return {
        ...answer,
        provider_values: providerValues(token),
        provider_subject: account.provider_subject,
        provider_type: PROVIDER_NAMES[account.provider],
      }
    }),
  )

  app.post(
    '/discovery/authenticate',
    publicEndpoint(context, async ({ body }) => {
      const value = body.string('discovery_oauth_token')
      checkUnusedStrings(body, UNUSED)
      const token = await takeToken(context, 'discovery_oauth', value, body)
      const account = accountOf(context, token)
      const [tenant] = account.tenants
      return {
        ...discoveryAnswer(context, {
          emailAddress: account.email_address,
          factors: [oauthFactor(context, account, context.newId('oauth-registration'))],
          provider_tenants: account.tenants.map((one) => ({ provider: account.provider, ...one })),
          full_name: account.name,
        }),
        provider_type: PROVIDER_NAMES[account.provider],
        provider_tenant_id: tenant?.tenant_id ?? '',
        provider_tenant_ids: account.tenants.map(({ tenant_id }) => tenant_id),
        full_name: account.name,
      }
    }),
  )

  app.get(
    '/google/onetap/start',
    publicEndpoint(context, () => {
      requireRegistration(context, 'google', { asItself: true })
      return { google_client_id: clientIdOf('google') }
    }),
  )

  app.post(
    '/google/onetap/submit',
    publicEndpoint(context, async ({ body }) => {
      const { organization_id } = organizationOf(context, {
        organization_id: body.string('organization_id'),
      })
      const { login, signup } = context.data.project.redirect_urls
      return oneTap(context, body, {
        kind: 'oauth',
        organization_id,
        login_redirect_url: checkRedirectUrl(body.optionalString('login_redirect_url') ?? login),
        signup_redirect_url: checkRedirectUrl(body.optionalString('signup_redirect_url') ?? signup),
      })
    }),
  )

  app.post(
    '/google/onetap/discovery/submit',
    publicEndpoint(context, async ({ body }) => {
      const to = checkRedirectUrl(
        body.optionalString('discovery_redirect_url') ??
          context.data.project.redirect_urls.discovery,
      )
      return oneTap(context, body, {
        kind: 'discovery_oauth',
        organization_id: null,
        login_redirect_url: to,
        signup_redirect_url: to,
      })
    }),
  )

  return app
}

/** One Tap proves who somebody is, and gives no access to anything at Google. */
async function oneTap(
  context: EmulatorContext,
  body: Body,
  destination: Omit<Parameters<typeof issueOAuthToken>[1], 'code_challenge'>,
) {
  requireRegistration(context, 'google', { asItself: true })
  const id_token = body.string('id_token')
  const { pkce_required } = context.data.project
  const code_challenge = readCodeChallenge(body, { required: pkce_required.oauth })
  const account = await verifyIdToken(context, 'google', id_token)
  const url = issueOAuthToken(
    context,
    { ...destination, code_challenge },
    {
      account,
      access_token: '',
      refresh_token: '',
      id_token,
      scopes: ['openid', 'email', 'profile'],
      expires_at: context.timestamp(60 * 60_000),
    },
  )
  return { redirect_url: url }
}

/** Checks the token and uses it up, so that of two requests at the same time one is refused. */
async function takeToken(
  context: EmulatorContext,
  kind: StoredOAuthToken['kind'],
  value: string,
  body: Body,
): Promise<StoredOAuthToken> {
  const token = findRecord(context.data.oauth_tokens, value)
  if (token?.kind !== kind) {
    throw notFound('oauth_token_not_found', 'There is no OAuth sign-in with this token.')
  }
  await checkCodeVerifier(token, readCodeVerifier(body))
  if (token.used || Date.parse(token.expires_at) <= context.clock.now()) {
    throw new EmulatorError(
      401,
      'oauth_token_not_found',
      'The OAuth sign-in was finished already or took too long. Begin again.',
    )
  }
  token.used = true
  return token
}

function accountOf(context: EmulatorContext, { account_id }: StoredOAuthToken): StoredOAuthAccount {
  const account = findRecord(context.data.oauth_accounts, account_id)
  if (!account) throw badRequest('The account is gone at the provider.', 'oauth_token_not_found')
  return requireAccount(context, account.provider, account_id)
}

function providerValues(token: StoredOAuthToken) {
  return {
    access_token: token.provider_access_token,
    id_token: token.provider_id_token,
    refresh_token: token.provider_refresh_token,
    scopes: token.scopes,
    expires_at: token.provider_expires_at,
  }
}

function oauthFactor(
  context: EmulatorContext,
  account: StoredOAuthAccount,
  registrationId: string,
): AuthenticationFactor {
  return createFactor(context, {
    type: 'oauth',
    delivery_method: `oauth_${account.provider}`,
    [`${account.provider}_oauth_factor`]: {
      id: registrationId,
      email_id: emailIdOf(account.email_address),
      provider_subject: account.provider_subject,
      ...tenantOf(
        account.provider,
        account.tenants.map(({ tenant_id }) => tenant_id),
      ),
    },
  })
}

/** HubSpot and Slack sign in to one tenant, GitHub names all. */
function tenantOf(provider: OAuthProvider, tenantIds: string[]): Record<string, unknown> {
  if (provider === 'github') return { provider_tenant_ids: tenantIds }
  return tenantIds.length > 0 ? { provider_tenant_id: tenantIds[0] } : {}
}
