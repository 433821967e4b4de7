import { Hono } from 'hono'
import type { Context } from 'hono'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest } from '../errors.ts'
import { errorPage } from '../pages/htmlPage.ts'
import type { OAuthProvider } from '../records/oauth.ts'
import { publicKeySet } from '../sessions/sessions.ts'
import { formOf } from './formOf.ts'
import { finishOAuth } from './oauthCallback.ts'
import {
  accountOfEmail,
  callbackUrl,
  clientIdOf,
  issueCode,
  issuerOf,
  PROVIDER_NAMES,
  redeemCode,
  requireAccount,
  requireProvider,
  signIdToken,
} from './oauthProvider.ts'
import { startOAuth } from './oauthStart.ts'
import { personPage } from './personPage.ts'

/** The OAuth start and callback of the API and, behind them, the providers; mounted at `/`. */
export function oauthProviderRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()
  const providerOf = (c: Context) => requireProvider(c.req.param('provider') ?? '')

  app.get('/v1/b2b/public/oauth/:provider/start', (c) =>
    c.redirect(startOAuth(context, providerOf(c), 'oauth', c.req)),
  )
  app.get('/v1/b2b/public/oauth/:provider/discovery/start', (c) =>
    c.redirect(startOAuth(context, providerOf(c), 'discovery_oauth', c.req)),
  )
  app.get('/v1/b2b/oauth/callback/:provider', async (c) => {
    const outcome = await finishOAuth(context, providerOf(c), c.req.query())
    if (outcome.type === 'finished') return c.redirect(outcome.url)
    const { title, message } = outcome
    const problem = { title, message, errorType: 'oauth_flow_callback_error' }
    return c.html(errorPage({ ...problem, requestId: c.var.requestId }), 400)
  })

  app.get('/idp/oauth/:provider/authorize', (c) => {
    const provider = providerOf(c)
    const request = readAuthorization(context, provider, c.req.query())
    const name = PROVIDER_NAMES[provider]
    return c.html(
      personPage({
        title: `Sign in with ${name}`,
        intro: `${context.data.project.project_name} wants to know who you are. This is the emulator's ${name}: pick whom to be.`,
        people: Object.values(context.data.oauth_accounts)
          .filter((account) => account.provider === provider)
          .map(({ account_id, name: person, email_address, tenants }) => ({
            id: account_id,
            name: person,
            detail: [email_address, ...tenants.map(({ tenant_name }) => tenant_name)].join(' · '),
          })),
        action: `${issuerOf(context, provider)}/authorize`,
        hidden: request,
        takesOthers: true,
      }),
    )
  })

  app.post('/idp/oauth/:provider/authorize', async (c) => {
    const provider = providerOf(c)
    const form = await formOf(c)
    const { redirect_uri, state, scope, nonce } = readAuthorization(context, provider, form)
    const back = new URL(redirect_uri)
    back.searchParams.set('state', state)
    if (form['cancel']) {
      back.searchParams.set('error', 'access_denied')
      return c.redirect(back.href)
    }
    const { account_id } = form['person']
      ? requireAccount(context, provider, form['person'])
      : accountOfEmail(context, provider, form['email_address'] ?? '', form['name'] ?? '')
    const code = issueCode(context, {
      provider,
      account_id,
      client_id: clientIdOf(provider),
      redirect_uri,
      scopes: scope.split(' ').filter(Boolean),
      nonce: nonce || undefined,
    })
    back.searchParams.set('code', code)
    return c.redirect(back.href)
  })

  app.post('/idp/oauth/:provider/token', async (c) => {
    const form = await formOf(c)
    const { account: _account, ...tokens } = await redeemCode(context, providerOf(c), {
      code: form['code'] ?? '',
      client_id: form['client_id'] ?? '',
      client_secret: form['client_secret'] ?? '',
      redirect_uri: form['redirect_uri'] ?? '',
    })
    return c.json({
      ...tokens,
      scopes: undefined,
      scope: tokens.scopes.join(' '),
      token_type: 'Bearer',
    })
  })

  // The credential that Google's One Tap would give to the page, for whoever has no Google here.
  app.post('/idp/oauth/google/id-token', async (c) => {
    const form = await formOf(c)
    const account = form['person']
      ? requireAccount(context, 'google', form['person'])
      : accountOfEmail(context, 'google', form['email_address'] ?? '', form['name'] ?? '')
    return c.json({ credential: await signIdToken(context, account) })
  })

  app.get('/idp/oauth/:provider/jwks', (c) => {
    providerOf(c)
    return c.json(publicKeySet())
  })

  app.get('/idp/oauth/:provider/.well-known/openid-configuration', (c) => {
    const issuer = issuerOf(context, providerOf(c))
    return c.json({
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    })
  })

  return app
}

/** What a client asks of a provider. Throws unless it is this project that asks. */
function readAuthorization(
  context: EmulatorContext,
  provider: OAuthProvider,
  given: Readonly<Record<string, string>>,
) {
  const { client_id, redirect_uri, state = '', scope = '', nonce = '' } = given
  if (client_id !== clientIdOf(provider)) {
    throw badRequest(`client_id must be ${clientIdOf(provider)}.`, 'invalid_client')
  }
  if (redirect_uri !== callbackUrl(context, provider)) {
    throw badRequest(
      `redirect_uri must be ${callbackUrl(context, provider)}.`,
      'invalid_redirect_url',
    )
  }
  return { client_id, redirect_uri, state, scope, nonce }
}
