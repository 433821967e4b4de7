import { createLocalJWKSet, jwtVerify } from 'jose'
import type { JSONWebKeySet, JWK } from 'jose'
import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import type { SsoIdentity, StoredOidcConnection, StoredSsoFlow } from '../records/sso.ts'
import { identityFrom } from '../sso/identity.ts'
import { fetchFromProvider, ProviderError } from '../sso/providerFetch.ts'
import { callbackUrl, ownUrl } from '../sso/ssoAddresses.ts'
import { issueSsoToken } from '../sso/ssoToken.ts'
import { takeSsoFlow } from './ssoStart.ts'

/** What the claims are mapped to, where the connection does not say otherwise. */
const USUAL_MAPPING = {
  email: 'email',
  full_name: 'name',
  first_name: 'given_name',
  last_name: 'family_name',
  groups: 'groups',
}

type Claims = ReadonlyMap<string, unknown>

/**
 * Somebody comes back from an OIDC provider: the address in the app to go on to. Throws what says which step failed.
 */
export async function finishOidc(
  context: EmulatorContext,
  connection: StoredOidcConnection,
  query: Readonly<Record<string, string>>,
): Promise<string> {
  const { code, error, error_description, state } = query
  if (!state) throw badRequest('The state is missing.', 'missing_oidc_state_param')
  const flow = takeSsoFlow(context, state, connection)
  if (!flow) {
    throw badRequest(
      'The sign-in is unknown, was finished or took too long.',
      'unsolicited_oidc_response',
    )
  }
  if (error) {
    throw badRequest(
      `The identity provider did not let the person in: ${error_description || error}.`,
      error === 'access_denied' ? 'oidc_user_not_assigned_to_app_in_idp' : 'oidc_auth_code_error',
    )
  }
  if (!code) throw badRequest('The code is missing.', 'oidc_invalid_callback_request')
  const tokens = await redeemCode(context, connection, flow, code)
  const told = await verifyIdToken(context, connection, flow, textAt(tokens, 'id_token'))
  const more = await askUserinfo(context, connection, textAt(tokens, 'access_token'))
  if (more && more.get('sub') !== told.get('sub')) {
    throw badRequest(
      'The userinfo is about somebody else than the id token.',
      'oidc_response_subject_mismatch',
    )
  }
  const identity = readIdentity(connection, new Map([...told, ...(more ?? [])]))
  return issueSsoToken(context, flow, { type: 'oidc', identity })
}

async function redeemCode(
  context: EmulatorContext,
  connection: StoredOidcConnection,
  { code_verifier }: StoredSsoFlow,
  code: string,
): Promise<Claims> {
  return askProvider(context, connection.token_url, 'oidc_auth_code_error', {
    method: 'POST',
    headers: { accept: 'application/json' },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code,
      redirect_uri: callbackUrl(context, connection),
      client_id: connection.client_id,
      client_secret: connection.client_secret,
      code_verifier,
    }),
  })
}

async function verifyIdToken(
  context: EmulatorContext,
  connection: StoredOidcConnection,
  { request_id }: StoredSsoFlow,
  idToken: string,
): Promise<Claims> {
  const refused = (why: string) =>
    badRequest(`The id token was refused: ${why}.`, 'oidc_invalid_id_token')
  const keys = await askProvider(context, connection.jwks_url, 'oidc_invalid_id_token', {})
  const keySet: JSONWebKeySet = { keys: listAt(keys, 'keys') }
  const { payload } = await jwtVerify(idToken, createLocalJWKSet(keySet), {
    issuer: ownUrl(context, connection.issuer),
    audience: connection.client_id,
    algorithms: ['RS256', 'RS384', 'RS512', 'PS256', 'ES256', 'ES384'],
    currentDate: new Date(context.clock.now()),
    clockTolerance: 60,
    requiredClaims: ['exp', 'iat'],
  }).catch((error: unknown) => {
    throw refused(error instanceof Error ? error.message : String(error))
  })
  if (payload['nonce'] !== request_id) throw refused('it was made for another sign-in')
  if (!payload.sub) {
    throw badRequest('The id token names nobody: it has no sub.', 'oidc_response_subject_missing')
  }
  return new Map(Object.entries(payload))
}

async function askUserinfo(
  context: EmulatorContext,
  { userinfo_url }: StoredOidcConnection,
  accessToken: string,
): Promise<Claims | null> {
  if (accessToken === '') return null
  return askProvider(context, userinfo_url, 'oidc_invalid_userinfo', {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
  })
}

function readIdentity({ attribute_mapping }: StoredOidcConnection, claims: Claims): SsoIdentity {
  if (claims.get('email_verified') === false) {
    throw badRequest(
      'The identity provider says that the email address is not verified.',
      'oidc_response_unverified_email',
    )
  }
  const told = new Map<string, string[]>()
  for (const [name, value] of claims) {
    const values: unknown[] = Array.isArray(value) ? value : [value]
    told.set(
      name,
      values.filter((one) => typeof one === 'string'),
    )
  }
  const given = Object.entries(attribute_mapping).filter(([, name]) => name !== '')
  return identityFrom(
    told,
    { ...USUAL_MAPPING, ...Object.fromEntries(given) },
    { subject: told.get('sub')?.[0] ?? '', invalidEmail: 'oidc_response_email_missing' },
  )
}

/** A JSON object from the provider; what goes wrong is told as a 400 of the given type. */
async function askProvider(
  context: EmulatorContext,
  address: string,
  errorType: string,
  init: RequestInit,
): Promise<Claims> {
  const url = ownUrl(context, address)
  try {
    const text = await fetchFromProvider(context, url, init)
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return new Map(Object.entries(value))
  } catch (error) {
    if (!(error instanceof ProviderError) && !(error instanceof SyntaxError)) throw error
    throw badRequest(`${url}: ${error.message}`, errorType)
  }
  throw badRequest(`${url} did not answer with a JSON object.`, errorType)
}

function textAt(values: Claims, name: string): string {
  const value = values.get(name)
  return typeof value === 'string' ? value : ''
}

function listAt(values: Claims, name: string): JWK[] {
  const value = values.get(name)
  const list: unknown[] = Array.isArray(value) ? value : []
  return list.filter((key): key is JWK => typeof key === 'object' && key !== null)
}
