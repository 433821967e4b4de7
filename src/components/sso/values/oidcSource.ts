import type { OidcUpdateConnectionInput } from '../../../client/ssoOidc.ts'
import type { OidcSsoConnection } from '../connections.ts'
import { NO_OIDC_SOURCE, type OidcSource } from './sourceValues.ts'

/** The four addresses: our name, the field of the API, and the name in the provider's own document. */
export const oidcAddresses = [
  { key: 'authorizationUrl', field: 'authorization_url' },
  { key: 'tokenUrl', field: 'token_url' },
  { key: 'userinfoUrl', field: 'userinfo_url' },
  { key: 'jwksUrl', field: 'jwks_url' },
] as const

export type OidcAddressKey = (typeof oidcAddresses)[number]['key']

/** What is stored, as it is typed: with a template, what its gap holds. The secret is never known. */
export function oidcSourceOf(connection: OidcSsoConnection, issuerTemplate?: string): OidcSource {
  const source = {
    ...NO_OIDC_SOURCE,
    issuer: typedIssuer(connection.issuer, issuerTemplate),
    clientId: connection.client_id,
    customScopes: connection.custom_scopes,
  }
  for (const { key, field } of oidcAddresses) source[key] = connection[field]
  return source
}

/** The issuer that is meant by what is typed: itself, or the template filled with it. */
export function issuerOf(typed: string, issuerTemplate?: string): string {
  const text = typed.trim()
  if (!issuerTemplate || text === '' || text.includes('/')) return text
  return issuerTemplate.replace('{}', text)
}

/** The way back: what is in the template's gap, where the issuer is made by it. */
export function typedIssuer(issuer: string, issuerTemplate?: string): string {
  if (!issuerTemplate) return issuer
  const [before = '', after = ''] = issuerTemplate.split('{}')
  const gap = issuer.slice(before.length, issuer.length - after.length)
  return gap !== '' && !gap.includes('/') && issuer === `${before}${gap}${after}` ? gap : issuer
}

/**
 * What has to be sent; null when nothing differs. Only what was changed from `base` (the connection that the form began
 * with) and is not stored already. The addresses count only when they are typed: else the service reads them from the issuer.
 */
export function oidcSourceChanges(
  connection: OidcSsoConnection,
  source: OidcSource,
  { base = connection, issuerTemplate }: { base?: OidcSsoConnection; issuerTemplate?: string } = {},
): OidcUpdateConnectionInput | null {
  const changes: Omit<OidcUpdateConnectionInput, 'connection_id'> = {}
  const typed = {
    issuer: issuerOf(source.issuer, issuerTemplate),
    client_id: source.clientId.trim(),
    custom_scopes: splitScopes(source.customScopes).join(' '),
  }
  for (const field of ['issuer', 'client_id'] as const) {
    if (isTold(typed[field], base[field], connection[field])) changes[field] = typed[field]
  }
  const { custom_scopes } = typed
  const isOther = custom_scopes !== splitScopes(base.custom_scopes).join(' ')
  if (isOther && custom_scopes !== connection.custom_scopes) changes.custom_scopes = custom_scopes
  if (source.clientSecret.trim() !== '') changes.client_secret = source.clientSecret.trim()
  if (source.manual) {
    for (const { key, field } of oidcAddresses) {
      const address = source[key].trim()
      // A new issuer has the service read all of them anew, save those that come with it.
      const goesAlong = changes.issuer !== undefined && address !== ''
      if (goesAlong || isTold(address, base[field], connection[field])) changes[field] = address
    }
  }
  if (Object.keys(changes).length === 0) return null
  return { connection_id: connection.connection_id, ...changes }
}

/** Each once, in their order. */
export function splitScopes(scopes: string): string[] {
  return [...new Set(scopes.split(/[\s,]+/).filter(Boolean))]
}

/** Whether those who sign in by the connection now may be affected. */
export function breaksOidc(
  connection: OidcSsoConnection,
  change: OidcUpdateConnectionInput | null,
) {
  if (connection.status !== 'active' || change === null) return false
  const { issuer, client_id, client_secret, ...rest } = change
  return (
    issuer !== undefined ||
    client_id !== undefined ||
    client_secret !== undefined ||
    oidcAddresses.some(({ field }) => rest[field] !== undefined)
  )
}

/** The service takes nothing back that it was told once, so an emptied field counts as left alone. */
function isTold(typed: string, base: string, stored: string): boolean {
  return typed !== '' && typed !== base && typed !== stored
}
