import { Hono } from 'hono'
import type { Context } from 'hono'
import { readText } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { EmulatorError } from '../errors.ts'
import { oauthErrorResponse } from '../idp/oauthErrors.ts'
import { BUILT_IN_SCOPES } from '../idp/scopes.ts'
import { answerTokenRequest, parseTokenRequest } from '../idp/tokenRequest.ts'
import { ACCESS_TOKEN_MINUTES, personClaims } from '../idp/tokens.ts'
import type { StoredAccessToken } from '../records/connectedApps.ts'
import { findRecord } from '../store.ts'
import { memberOf, organizationOf } from '../wire.ts'

/** What connected apps and their backends call themselves: by the standards, without the project's public token. */
export function idpTokenRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post('/v1/oauth2/token', async (c) =>
    answered(c, async () => {
      const text = await readText(c.req.raw)
      const body = parseTokenRequest(text, c.req.header('content-type') ?? '')
      const tokens = await answerTokenRequest(context, body, c.req.header('authorization'))
      return { ...tokens, request_id: c.var.requestId, status_code: 200 }
    }),
  )

  app.on(['GET', 'POST'], '/v1/oauth2/userinfo', async (c) =>
    answered(c, () => {
      const token = requireAccessToken(context, c.req.header('authorization'))
      return personClaims(memberOf(context, token), organizationOf(context, token), token.scopes)
    }),
  )

  for (const name of ['openid-configuration', 'oauth-authorization-server']) {
    app.get(`/.well-known/${name}`, (c) => c.json(discoveryDocument(context)))
  }

  return app
}

async function answered(
  c: Context<EmulatorEnv>,
  answer: () => object | Promise<object>,
): Promise<Response> {
  try {
    c.header('cache-control', 'no-store')
    return c.json(await answer())
  } catch (error) {
    if (!(error instanceof EmulatorError)) throw error
    return oauthErrorResponse(error, c.var.requestId)
  }
}

function requireAccessToken(
  { data, clock }: EmulatorContext,
  authorization = '',
): StoredAccessToken {
  const [, value = ''] = /^Bearer\s+(\S+)$/i.exec(authorization) ?? []
  const token = findRecord(data.access_tokens, value)
  if (!token) {
    throw new EmulatorError(
      401,
      'idp_access_token_not_found',
      'The access token is none, or was revoked.',
    )
  }
  if (Date.parse(token.issued_at) + ACCESS_TOKEN_MINUTES * 60_000 > clock.now()) return token
  throw new EmulatorError(401, 'idp_access_token_expired', 'The access token has expired.')
}

/** The page that asks for consent is the host's own, at `/oauth/authorize` beside its sign-in page. */
function discoveryDocument({ baseUrl, data }: EmulatorContext) {
  const { project_id, redirect_urls, rbac_policy } = data.project
  return {
    issuer: baseUrl,
    authorization_endpoint: new URL('/oauth/authorize', redirect_urls.login).href,
    end_session_endpoint: new URL('/oauth/logout', redirect_urls.login).href,
    token_endpoint: `${baseUrl}/v1/oauth2/token`,
    userinfo_endpoint: `${baseUrl}/v1/oauth2/userinfo`,
    jwks_uri: `${baseUrl}/v1/b2b/sessions/jwks/${project_id}`,
    scopes_supported: [...BUILT_IN_SCOPES, ...rbac_policy.scopes.map(({ scope }) => scope)],
    response_types_supported: ['code'],
    response_modes_supported: ['query'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post', 'none'],
    code_challenge_methods_supported: ['S256'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    claims_supported: ['sub', 'name', 'email', 'email_verified', 'phone_number', 'nonce'],
  }
}
