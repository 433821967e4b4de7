import { codeChallengeOf, readCodeChallenge } from '../authentication/pkce.ts'
import { bodyOf } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import type { StoredOidcConnection, StoredSsoConnection, StoredSsoFlow } from '../records/sso.ts'
import { checkRedirectUrl } from '../authentication/redirectUrl.ts'
import { authnRequestUrl } from '../saml/authnRequest.ts'
import { connectionBehind } from '../sso/findConnection.ts'
import { callbackUrl, ownUrl } from '../sso/ssoAddresses.ts'
import { findRecord } from '../store.ts'

const FLOW_MINUTES = 10

/** Begins a sign-in and gives the address at the identity provider to go to. */
export async function startSso(
  context: EmulatorContext,
  query: Readonly<Record<string, string>>,
): Promise<string> {
  const { project } = context.data
  if (query['public_token'] !== project.public_token) {
    throw new EmulatorError(
      401,
      'unauthorized_credentials',
      `public_token must be that of the emulator's project: ${project.public_token}.`,
    )
  }
  const code_challenge = readCodeChallenge(bodyOf(query, 'The query'), {
    required: project.pkce_required.sso,
  })
  const { login, signup } = project.redirect_urls
  const login_redirect_url = checkRedirectUrl(
    query['login_redirect_url'] || login,
    'invalid_login_sso_url',
  )
  const signup_redirect_url = checkRedirectUrl(
    query['signup_redirect_url'] || signup,
    'invalid_signup_sso_url',
  )
  const asked = locateConnection(context, query)
  const connection = connectionBehind(context, asked)
  const flow: StoredSsoFlow = {
    state: context.newSecret(),
    // SAML wants a name of XML, which begins with no digit.
    request_id: `_${context.newSecret(20)}`,
    code_verifier: connection.type === 'oidc' ? context.newSecret() : '',
    connection_id: asked.connection_id,
    login_redirect_url,
    signup_redirect_url,
    code_challenge,
    expires_at: context.timestamp(FLOW_MINUTES * 60_000),
  }
  context.data.sso_flows[flow.state] = flow
  return connection.type === 'saml'
    ? authnRequestUrl(context, connection, { id: flow.request_id, relayState: flow.state })
    : authorizationUrl(context, connection, flow)
}

/** The flow that somebody comes back from, which is then over; null when there is none, or no longer. */
export function takeSsoFlow(
  { data, clock }: EmulatorContext,
  state: string,
  connection: StoredSsoConnection,
): StoredSsoFlow | null {
  const flow = findRecord(data.sso_flows, state)
  const asked = flow && findRecord(data.sso_connections, flow.connection_id)
  if (!flow || !asked) return null
  const behind = asked.type === 'external' ? asked.external_connection_id : asked.connection_id
  if (behind !== connection.connection_id) return null
  Reflect.deleteProperty(data.sso_flows, state)
  return Date.parse(flow.expires_at) > clock.now() ? flow : null
}

async function authorizationUrl(
  context: EmulatorContext,
  connection: StoredOidcConnection,
  flow: StoredSsoFlow,
): Promise<string> {
  const url = new URL(ownUrl(context, connection.authorization_url))
  const scopes = ['openid', 'email', 'profile', ...connection.custom_scopes.split(/\s+/)]
  const query = {
    response_type: 'code',
    client_id: connection.client_id,
    redirect_uri: callbackUrl(context, connection),
    scope: [...new Set(scopes)].filter(Boolean).join(' '),
    state: flow.state,
    nonce: flow.request_id,
    code_challenge: await codeChallengeOf(flow.code_verifier),
    code_challenge_method: 'S256',
  }
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  return url.href
}

/** By its id or, with an organization named, its default connection or only one. */
function locateConnection(
  { data }: EmulatorContext,
  query: Readonly<Record<string, string>>,
): StoredSsoConnection {
  const { connection_id, organization_id, slug } = query
  const locators = [connection_id, organization_id, slug].filter(Boolean)
  if (locators.length > 1) {
    throw badRequest(
      'Give one of connection_id, organization_id and slug.',
      'too_many_sso_connection_locators',
    )
  }
  if (locators.length === 0) {
    throw badRequest('connection_id is missing.', 'missing_sso_connection_locator')
  }
  if (connection_id) {
    const connection = findRecord(data.sso_connections, connection_id)
    if (connection) return connection
    throw notFound('sso_connection_not_found', `There is no SSO connection ${connection_id}.`)
  }
  const organization = Object.values(data.organizations).find(
    (candidate) =>
      candidate.organization_id === organization_id || candidate.organization_slug === slug,
  )
  if (!organization) throw notFound('organization_not_found', 'There is no such organization.')
  const active = Object.values(data.sso_connections).filter(
    (connection) =>
      connection.organization_id === organization.organization_id && connection.status === 'active',
  )
  const [only, second] = active
  const preferred = active.find(
    (connection) => connection.connection_id === organization.sso_default_connection_id,
  )
  if (preferred) return preferred
  if (only && !second) return only
  throw only
    ? badRequest(
        'The organization has several SSO connections and no default one.',
        'indeterminate_sso_connection_for_organization',
      )
    : badRequest(
        'The organization has no active SSO connection.',
        'no_sso_connection_exists_for_organization',
      )
}
