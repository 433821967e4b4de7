import type { SsoConnection } from '../connections.ts'
import {
  checkClientId,
  checkClientSecret,
  checkIssuer,
  checkTenantId,
} from '../reading/checkIssuer.ts'
import { checkUrl } from '../reading/checkUrl.ts'
import type { Finding } from '../reading/finding.ts'
import { issuerOf, oidcAddresses } from './oidcSource.ts'
import type { OidcSource } from './sourceValues.ts'

export interface OidcSourceContext {
  connection: SsoConnection
  /** The organization's connections, for addresses of ours that were put where the provider's go. */
  siblings?: readonly SsoConnection[]
  issuerTemplate?: string | undefined
}

export type OidcFinding = Finding & { field: keyof OidcSource }

/**
 * What is to be noticed in what is typed; what is empty and must not be is among it, with the code `empty`. Nothing is
 * fetched, and nothing of the secret is in what is found.
 *
 * @example const findings = checkOidcSource(source, { connection, issuerTemplate: guide.issuerTemplate })
 */
export function checkOidcSource(
  source: OidcSource,
  { connection, siblings = [], issuerTemplate }: OidcSourceContext,
): OidcFinding[] {
  const connections = [connection, ...siblings]
  const at = (field: keyof OidcSource, findings: readonly Finding[]) =>
    findings.map((finding) => ({ ...finding, field }))
  const hasSecret = connection.protocol === 'oidc' && connection.has_client_secret
  const isMissing = source.clientSecret.trim() === '' && !hasSecret
  const isTenant = issuerTemplate !== undefined && !source.issuer.includes('/')
  return [
    ...at(
      'issuer',
      isTenant
        ? checkTenantId(source.issuer)
        : checkIssuer(issuerOf(source.issuer, issuerTemplate), { connections }),
    ),
    ...at('clientId', checkClientId(source.clientId, source.clientSecret)),
    ...at('clientSecret', [
      ...(isMissing ? [{ severity: 'error' as const, code: 'empty' as const }] : []),
      ...checkClientSecret(source.clientSecret, source.clientId),
    ]),
    ...(source.manual
      ? oidcAddresses.flatMap(({ key }) =>
          at(key, checkUrl(source[key], 'endpoint', { connections })),
        )
      : []),
  ]
}
