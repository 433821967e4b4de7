import type { SsoIdentityProvider } from '../../../client/sso.ts'
import type { SsoConnection } from '../connections.ts'
import { guideProtocols, identityProviderOf, ssoProviders } from '../providers.ts'

/** Known to the API, without a guide of ours. */
const WITHOUT_GUIDE: readonly SsoIdentityProvider[] = [
  'classlink',
  'miniorange',
  'salesforce',
  'shibboleth',
]

/** The identity providers that a connection of this protocol can name; the present one first where it is unknown here. */
export function identityProvidersFor({
  protocol,
  identity_provider,
}: Exclude<SsoConnection, { protocol: 'external' }>): SsoIdentityProvider[] {
  const known = new Set([
    ...ssoProviders
      .filter((provider) => guideProtocols[provider].some((one) => one === protocol))
      .map(identityProviderOf)
      .filter((provider) => provider !== 'generic'),
    ...WITHOUT_GUIDE,
    'generic',
  ])
  return known.has(identity_provider) ? [...known] : [identity_provider, ...known]
}
