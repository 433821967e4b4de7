import type { HonoRequest } from 'hono'
import { readCodeChallenge } from '../authentication/pkce.ts'
import { bodyOf } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import type { OAuthProvider, StoredOAuthFlow } from '../records/oauth.ts'
import { checkRedirectUrl } from '../authentication/redirectUrl.ts'
import { callbackUrl, clientIdOf, issuerOf, requireRegistration } from './oauthProvider.ts'

const FLOW_MINUTES = 10

/** What each provider is asked for at least. */
const SCOPES: Record<OAuthProvider, readonly string[]> = {
  google: ['openid', 'email', 'profile'],
  microsoft: ['openid', 'email', 'profile'],
  hubspot: ['oauth'],
  slack: ['openid', 'email', 'profile'],
  github: ['user:email', 'read:org'],
}

/** Begins a sign-in to an organization, or one of discovery, and gives the address at the provider to go to. */
export function startOAuth(
  context: EmulatorContext,
  provider: OAuthProvider,
  kind: StoredOAuthFlow['kind'],
  request: HonoRequest,
): string {
  const { project } = context.data
  const { redirect_urls } = project
  const query = (name: string) => request.query(name) || undefined
  if (query('public_token') !== project.public_token) {
    throw new EmulatorError(
      401,
      'unauthorized_credentials',
      `public_token must be that of the emulator's project: ${project.public_token}.`,
    )
  }
  requireRegistration(context, provider)
  const isDiscovery = kind === 'discovery_oauth'
  const discoveryUrl = query('discovery_redirect_url') ?? redirect_urls.discovery
  const flow: StoredOAuthFlow = {
    state: context.newSecret(),
    nonce: context.newSecret(16),
    provider,
    kind,
    organization_id: isDiscovery
      ? null
      : requireOrganizationId(context, query('organization_id'), query('slug')),
    login_redirect_url: checkRedirectUrl(
      isDiscovery ? discoveryUrl : (query('login_redirect_url') ?? redirect_urls.login),
    ),
    signup_redirect_url: checkRedirectUrl(
      isDiscovery ? discoveryUrl : (query('signup_redirect_url') ?? redirect_urls.signup),
    ),
    code_challenge: readCodeChallenge(bodyOf(request.query(), 'The query'), {
      required: project.pkce_required.oauth,
    }),
    scopes: [
      ...new Set([...SCOPES[provider], ...(query('custom_scopes')?.split(' ') ?? [])]),
    ].filter(Boolean),
    expires_at: context.timestamp(FLOW_MINUTES * 60_000),
  }
  context.data.oauth_flows[flow.state] = flow

  const url = new URL(`${issuerOf(context, provider)}/authorize`)
  url.search = new URLSearchParams({
    ...providerParameters(request.query()),
    response_type: 'code',
    client_id: clientIdOf(provider),
    redirect_uri: callbackUrl(context, provider),
    scope: flow.scopes.join(' '),
    state: flow.state,
    nonce: flow.nonce,
  }).toString()
  return url.href
}

function requireOrganizationId(
  { data }: EmulatorContext,
  organizationId: string | undefined,
  slug: string | undefined,
): string {
  if (organizationId === undefined && slug === undefined) {
    throw badRequest(
      'Say which organization to sign in to, by organization_id or slug.',
      'missing_oauth_organization_locator',
    )
  }
  if (organizationId !== undefined && slug !== undefined) {
    throw badRequest(
      'Give organization_id or slug, not both.',
      'too_many_oauth_organization_locators',
    )
  }
  const organization = Object.values(data.organizations).find(
    ({ organization_id, organization_slug }) =>
      organization_id === organizationId || organization_slug === slug,
  )
  if (organization) return organization.organization_id
  throw notFound(
    'organization_not_found',
    `There is no organization ${organizationId ?? slug ?? ''}.`,
  )
}

/** `provider_prompt=consent` is sent on as `prompt=consent`. */
function providerParameters(query: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      const [, parameter] = /^provider_(\w+)$/.exec(name) ?? []
      return parameter === undefined ? [] : [[parameter, value]]
    }),
  )
}
