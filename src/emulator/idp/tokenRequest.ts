import { checkCodeVerifier, readCodeVerifier } from '../authentication/pkce.ts'
import { bodyOf, parseBody } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, EmulatorError } from '../errors.ts'
import type {
  StoredAuthorizationCode,
  StoredConnectedApp,
  StoredRefreshToken,
} from '../records/connectedApps.ts'
import { findRecord } from '../store.ts'
import { isPublic, revokeApp } from './grants.ts'
import { issueTokens } from './tokens.ts'
import type { TokenAnswer } from './tokens.ts'

/** The body of a token request, as a form, which OAuth wants, or as JSON. */
export function parseTokenRequest(text: string, contentType: string): Body {
  return contentType.includes('application/x-www-form-urlencoded')
    ? bodyOf(Object.fromEntries(new URLSearchParams(text)), 'The body')
    : parseBody(text)
}

/** Makes tokens of a code or of a refresh token, for the app that it was made for. */
export async function answerTokenRequest(
  context: EmulatorContext,
  body: Body,
  authorization: string | undefined,
): Promise<TokenAnswer> {
  const app = authenticateApp(context, body, authorization)
  const grantType = body.string('grant_type')
  switch (grantType) {
    case 'authorization_code': {
      const code = await takeCode(context, app, body)
      return issueTokens(context, { ...code, client_id: code.connected_app_id })
    }
    case 'refresh_token': {
      const token = takeRefreshToken(context, app, body)
      return issueTokens(context, { ...token, scopes: narrowed(token, body), nonce: null })
    }
    default:
      throw badRequest(
        `grant_type must be authorization_code or refresh_token; it is ${grantType}.`,
        'unsupported_grant_type',
      )
  }
}

/** The app by id and secret, in the Basic authorization or in the body. Public apps have no secret. */
function authenticateApp(
  { data }: EmulatorContext,
  body: Body,
  authorization: string | undefined,
): StoredConnectedApp {
  const [basicId, basicSecret] = basicCredentials(authorization)
  const app = findRecord(data.connected_apps, basicId ?? body.string('client_id'))
  const secret = basicSecret ?? body.optionalString('client_secret')
  if (app && (isPublic(app) || secret === app.client_secret)) return app
  throw new EmulatorError(
    401,
    'oauth_token_exchange_invalid_client',
    'There is no connected app with this client_id and client_secret.',
  )
}

function basicCredentials(authorization = ''): [string, string] | [] {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization) ?? []
  try {
    const [, id, secret] = /^([^:]*):(.*)$/s.exec(atob(encoded ?? '')) ?? []
    if (id === undefined || secret === undefined) return []
    return [decodeURIComponent(id), decodeURIComponent(secret)]
  } catch {
    // Neither base64 nor percent-encoded: no credentials.
    return []
  }
}

async function takeCode(
  context: EmulatorContext,
  app: StoredConnectedApp,
  body: Body,
): Promise<StoredAuthorizationCode> {
  const code = findRecord(context.data.authorization_codes, body.string('code'))
  if (code?.connected_app_id !== app.connected_app_id) {
    throw badRequest('There is no such code for this app.', 'idp_auth_code_not_found')
  }
  if (body.optionalString('redirect_uri') !== code.redirect_uri) {
    throw badRequest(
      'redirect_uri is not the one that the code was asked for with.',
      'idp_auth_code_not_found',
    )
  }
  await checkCodeVerifier(code, readCodeVerifier(body))
  // Looked at after the wait, so that of two requests at the same time one is refused.
  if (code.used) {
    revokeApp(context, code, app)
    throw badRequest(
      'The code was used before. What it was exchanged for no longer holds either.',
      'idp_auth_code_not_found',
    )
  }
  if (Date.parse(code.expires_at) <= context.clock.now()) {
    throw badRequest('The code has expired.', 'idp_auth_code_expired')
  }
  code.used = true
  return code
}

function takeRefreshToken(
  context: EmulatorContext,
  app: StoredConnectedApp,
  body: Body,
): StoredRefreshToken {
  const token = findRecord(context.data.refresh_tokens, body.string('refresh_token'))
  if (token?.client_id !== app.connected_app_id) {
    throw badRequest('There is no such refresh_token for this app.', 'idp_refresh_token_not_found')
  }
  if (token.used) {
    revokeApp(context, token, app)
    throw badRequest(
      'The refresh_token was used before. The access of the app has ended.',
      'idp_refresh_token_already_used',
    )
  }
  if (Date.parse(token.expires_at) <= context.clock.now()) {
    throw badRequest('The refresh_token has expired.', 'idp_refresh_token_expired')
  }
  // Before it is used up: a scope that is wrong must not cost the app its token.
  narrowed(token, body)
  token.used = true
  return token
}

/** An app may ask for less than it was granted. */
function narrowed({ scopes }: StoredRefreshToken, body: Body): string[] {
  const asked = body.optionalString('scope')
  if (asked === undefined) return scopes
  const wanted = asked.split(' ').filter(Boolean)
  const beyond = wanted.find((scope) => !scopes.includes(scope))
  if (beyond === undefined) return wanted
  throw badRequest(
    `scope names ${beyond}, which was not granted.`,
    'oauth_token_exchange_invalid_scope',
  )
}
