import type { SsoIdentityProvider } from '../../client/sso.ts'
import type { SsoConnection } from './connections.ts'

/** What people sign in at, as the portal has a guide for it. */
export const ssoProviders = [
  'okta',
  'microsoft-entra',
  'google-workspace',
  'adfs',
  'pingone',
  'pingfederate',
  'onelogin',
  'jumpcloud',
  'cyberark',
  'rippling',
  'keycloak',
  'auth0',
  'duo',
  'custom',
] as const

export type SsoProvider = (typeof ssoProviders)[number]
export type SetupProtocol = 'saml' | 'oidc'

/** Which guide: stands in addresses and names the guide's file and words, so it never changes. */
export type GuideId =
  `${SsoProvider}-saml` | `${Exclude<SsoProvider, 'google-workspace' | 'adfs' | 'rippling'>}-oidc`

/** The protocols there is a guide for, the usual one first. */
export const guideProtocols: Record<SsoProvider, readonly SetupProtocol[]> = {
  okta: ['saml', 'oidc'],
  'microsoft-entra': ['saml', 'oidc'],
  'google-workspace': ['saml'],
  adfs: ['saml'],
  pingone: ['saml', 'oidc'],
  pingfederate: ['saml', 'oidc'],
  onelogin: ['saml', 'oidc'],
  jumpcloud: ['saml', 'oidc'],
  cyberark: ['saml', 'oidc'],
  rippling: ['saml'],
  keycloak: ['saml', 'oidc'],
  auth0: ['saml', 'oidc'],
  duo: ['saml', 'oidc'],
  custom: ['saml', 'oidc'],
}

/** As the API takes them (server enum of `identity_provider`); it has no value for ADFS, PingOne and Auth0. */
const identityProviders: Record<SsoProvider, SsoIdentityProvider> = {
  okta: 'okta',
  'microsoft-entra': 'microsoft-entra',
  'google-workspace': 'google-workspace',
  adfs: 'generic',
  pingone: 'generic',
  pingfederate: 'pingfederate',
  onelogin: 'onelogin',
  jumpcloud: 'jumpcloud',
  cyberark: 'cyberark',
  rippling: 'rippling',
  keycloak: 'keycloak',
  auth0: 'generic',
  duo: 'duo',
  custom: 'generic',
}

/** The `identity_provider` that a connection to it is made with. */
export const identityProviderOf = (provider: SsoProvider): SsoIdentityProvider =>
  identityProviders[provider]

/** The provider and protocol of a guide; null where there is no such guide. */
export function readGuideId(
  id: string | null | undefined,
): { id: GuideId; provider: SsoProvider; protocol: SetupProtocol } | null {
  for (const provider of ssoProviders) {
    for (const protocol of guideProtocols[provider]) {
      const candidate = `${provider}-${protocol}`
      if (candidate === id && isGuideId(candidate)) return { id: candidate, provider, protocol }
    }
  }
  return null
}

export function guideIdOf(provider: SsoProvider, protocol: SetupProtocol): GuideId {
  const id = `${provider}-${protocol}`
  return isGuideId(id) ? id : `custom-${protocol}`
}

/** The guide of a connection as far as the API tells; one that it calls generic has the custom guide. */
export function guideOfConnection(
  connection: Exclude<SsoConnection, { protocol: 'external' }>,
): GuideId {
  const { identity_provider, protocol } = connection
  const provider = ssoProviders.find(
    (one) => identityProviders[one] === identity_provider && identity_provider !== 'generic',
  )
  return guideIdOf(provider ?? 'custom', protocol)
}

function isGuideId(id: string): id is GuideId {
  return ssoProviders.some((provider) =>
    guideProtocols[provider].some((protocol) => `${provider}-${protocol}` === id),
  )
}
