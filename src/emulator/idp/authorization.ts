import { readCodeChallenge } from '../authentication/pkce.ts'
import type { Body } from '../body.ts'
import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import type { StoredConnectedApp } from '../records/connectedApps.ts'
import type { StoredMember } from '../records/organizations.ts'
import { minutes } from '../sessions/sessions.ts'
import { grantApp, grantOf, isFirstParty, isPublic, requireAllowed, requireApp } from './grants.ts'
import { readScopes } from './scopes.ts'
import type { ScopeResult } from './scopes.ts'

const CODE_MINUTES = 10

/** What an app asks a member for. */
export interface AuthorizationRequest {
  app: StoredConnectedApp
  redirectUri: string
  scopes: ScopeResult[]
  /** Whether the member has to be asked. */
  consentRequired: boolean
}

/** Reads what the app sent the member here with. Throws when the app may not ask so. */
export function readAuthorizationRequest(
  context: EmulatorContext,
  caller: Caller,
  body: Body,
): AuthorizationRequest {
  const app = requireApp(context, body.string('client_id'))
  const redirectUri = body.string('redirect_uri')
  if (!app.redirect_urls.includes(redirectUri)) {
    throw badRequest(
      `redirect_uri ${redirectUri} is none of the connected app's addresses.`,
      'connected_app_supplied_redirect_url_not_found_in_client',
    )
  }
  if (body.string('response_type') !== 'code') throw badRequest('response_type must be code.')
  const asked = body.optionalStrings('scopes')
  if (!asked) throw badRequest('scopes is required.')
  const prompt = body.optionalString('prompt')
  requireAllowed(caller.organization, app)
  const scopes = readScopes(context, caller, app, asked)
  return {
    app,
    redirectUri,
    scopes,
    consentRequired: prompt === 'consent' || needsConsent(context, caller, app, scopes),
  }
}

/**
 * The address that leads the member back to the app: with a code when the member agreed or need not be asked, else
 * with the reason.
 */
export function submitAuthorization(
  context: EmulatorContext,
  caller: Caller,
  body: Body,
): { redirect_uri: string; authorization_code?: string } {
  const request = readAuthorizationRequest(context, caller, body)
  const { app, redirectUri, consentRequired } = request
  const consentGranted = body.optionalBoolean('consent_granted')
  if (consentGranted === undefined) throw badRequest('consent_granted is required.')
  const state = body.optionalString('state')
  const nonce = body.optionalString('nonce') ?? null
  const resources = body.optionalStrings('resources') ?? []
  const codeChallenge = readCodeChallenge(body)
  if (isPublic(app) && codeChallenge === null) {
    throw badRequest(
      'The connected app is public, so it must send a PKCE code_challenge.',
      'pkce_required_for_idp_authorization_flow',
    )
  }
  if (consentRequired && !consentGranted) {
    const error = body.optionalString('prompt') === 'none' ? 'consent_required' : 'access_denied'
    return { redirect_uri: withParameters(redirectUri, { error, state }) }
  }
  const scopes = request.scopes.filter((scope) => scope.is_grantable).map(({ scope }) => scope)
  grantApp(context, caller.member, app, scopes)
  const code = newAuthorizationCode(context, {
    app,
    member: caller.member,
    redirectUri,
    scopes,
    resources,
    nonce,
    codeChallenge,
  })
  return { redirect_uri: withParameters(redirectUri, { code, state }), authorization_code: code }
}

/** Makes a code that the app can exchange for tokens, once. */
export function newAuthorizationCode(
  context: EmulatorContext,
  granted: {
    app: StoredConnectedApp
    member: StoredMember
    redirectUri: string
    scopes: string[]
    /** Whom the access token is for besides the project. */
    resources: string[]
    nonce: string | null
    codeChallenge: string | null
  },
): string {
  const { app, member, redirectUri, scopes, resources, nonce, codeChallenge } = granted
  const code = context.newSecret()
  context.data.authorization_codes[code] = {
    code,
    connected_app_id: app.connected_app_id,
    member_id: member.member_id,
    organization_id: member.organization_id,
    redirect_uri: redirectUri,
    scopes,
    resources,
    nonce,
    code_challenge: codeChallenge,
    expires_at: context.timestamp(minutes(CODE_MINUTES)),
    used: false,
  }
  return code
}

/** The address with parameters added; those that are undefined are left out. */
export function withParameters(
  address: string,
  parameters: Record<string, string | undefined>,
): string {
  const url = new URL(address)
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return url.href
}

/** The project's own apps need none but to stay signed in; others need one for all that they did not get before. */
function needsConsent(
  context: EmulatorContext,
  caller: Caller,
  app: StoredConnectedApp,
  scopes: readonly ScopeResult[],
): boolean {
  const granted = grantOf(context, caller.member, app.connected_app_id)
  const isNew = ({ scope }: ScopeResult) => !granted?.scopes.includes(scope)
  if (!isFirstParty(app)) return !granted || scopes.some((one) => one.is_grantable && isNew(one))
  if (app.bypass_consent_for_offline_access) return false
  return scopes.some((one) => one.scope === 'offline_access' && isNew(one))
}
