import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { readDisplayName } from '../members/displayName.ts'
import type { StoredOidcConnection } from '../records/sso.ts'
import { fetchFromProvider, ProviderError } from './providerFetch.ts'
import { checkProviderUrl, readIdentityProvider, readMapping, readTold } from './readConnection.ts'
import { ownUrl } from './ssoAddresses.ts'

/** The addresses of a provider, each with the name that its own document has for it. */
const ENDPOINTS = {
  authorization_url: 'authorization_endpoint',
  token_url: 'token_endpoint',
  userinfo_url: 'userinfo_endpoint',
  jwks_url: 'jwks_uri',
} as const

const FIELDS = ['authorization_url', 'token_url', 'userinfo_url', 'jwks_url'] as const

/** What an issuer told of its addresses, or why it did not. */
interface Discovery {
  endpoints: Endpoints
  warning?: string
}

type Endpoints = Partial<Pick<StoredOidcConnection, (typeof FIELDS)[number]>>

/**
 * Changes what the body names. A new issuer is asked for its addresses; those that the body names hold. Gives a
 * warning when the issuer did not tell them.
 */
export async function updateOidc(
  context: EmulatorContext,
  connection: StoredOidcConnection,
  body: Body,
): Promise<{ warning: string }> {
  const issuer = readUrl(context, connection, body, 'issuer')
  const given: Endpoints = {}
  for (const field of FIELDS) {
    const url = readUrl(context, connection, body, field)
    if (url !== undefined) given[field] = url
  }
  const told = (field: 'client_id' | 'client_secret' | 'custom_scopes') =>
    readTold(body, field, field === 'custom_scopes' ? '' : connection[field], 'bad_request') ??
    connection[field]
  const next: StoredOidcConnection = {
    ...connection,
    display_name: readDisplayName(body) ?? connection.display_name,
    identity_provider: readIdentityProvider(body) ?? connection.identity_provider,
    attribute_mapping: readMapping(body) ?? connection.attribute_mapping,
    issuer: issuer ?? connection.issuer,
    client_id: told('client_id'),
    client_secret: told('client_secret'),
    custom_scopes: told('custom_scopes'),
  }
  const isNewIssuer = Boolean(issuer) && issuer !== ownUrl(context, connection.issuer)
  const found: Discovery = isNewIssuer ? await discover(context, next.issuer) : { endpoints: {} }
  Object.assign(connection, next, found.endpoints, given)
  const isComplete = [
    connection.issuer,
    connection.client_id,
    connection.client_secret,
    ...FIELDS.map((field) => connection[field]),
  ].every((value) => value !== '')
  if (isComplete) connection.status = 'active'
  return { warning: found.warning ?? '' }
}

function readUrl(
  context: EmulatorContext,
  connection: StoredOidcConnection,
  body: Body,
  field: 'issuer' | (typeof FIELDS)[number],
): string | undefined {
  const name = field === 'issuer' ? 'issuer_url' : field
  const invalid = `oidc_connection_${name}_invalid_format`
  const url = readTold(body, field, connection[field], invalid)
  if (url) checkProviderUrl(context, field, url, { invalid })
  return url
}

/** What the issuer publishes of itself. */
async function discover(context: EmulatorContext, issuer: string): Promise<Discovery> {
  const url = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`
  const warn = (why: string) => ({
    endpoints: {},
    warning: `The addresses of the issuer could not be read from ${url}. ${why}`,
  })
  try {
    const document: unknown = JSON.parse(await fetchFromProvider(context, url))
    if (typeof document !== 'object' || document === null) return warn('It is no JSON object.')
    const values = new Map<string, unknown>(Object.entries(document))
    if (values.get('issuer') !== issuer) {
      return warn(`It is of another issuer: ${String(values.get('issuer'))}.`)
    }
    const endpoints: Endpoints = {}
    for (const field of FIELDS) {
      const endpoint = values.get(ENDPOINTS[field])
      if (typeof endpoint === 'string' && URL.canParse(endpoint)) endpoints[field] = endpoint
    }
    return { endpoints }
  } catch (error) {
    if (error instanceof ProviderError || error instanceof SyntaxError) return warn(error.message)
    throw error
  }
}
