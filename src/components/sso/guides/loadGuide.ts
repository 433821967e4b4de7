import { readGuideId, type GuideId, type SsoProvider } from '../providers.ts'
import type { LoadedGuide, ProviderGuides } from './ProviderGuides.ts'

/** One chunk per identity provider, with the words of its guides. */
const chunks: Record<SsoProvider, () => Promise<ProviderGuides>> = {
  okta: () => import('./okta.ts').then((file) => file.okta),
  'microsoft-entra': () => import('./microsoftEntra.ts').then((file) => file.microsoftEntra),
  'google-workspace': () => import('./googleWorkspace.ts').then((file) => file.googleWorkspace),
  adfs: () => import('./adfs.ts').then((file) => file.adfs),
  pingone: () => import('./pingone.ts').then((file) => file.pingone),
  pingfederate: () => import('./pingfederate.ts').then((file) => file.pingfederate),
  onelogin: () => import('./onelogin.ts').then((file) => file.onelogin),
  jumpcloud: () => import('./jumpcloud.ts').then((file) => file.jumpcloud),
  cyberark: () => import('./cyberark.ts').then((file) => file.cyberark),
  rippling: () => import('./rippling.ts').then((file) => file.rippling),
  keycloak: () => import('./keycloak.ts').then((file) => file.keycloak),
  auth0: () => import('./auth0.ts').then((file) => file.auth0),
  duo: () => import('./duo.ts').then((file) => file.duo),
  custom: () => import('./custom.ts').then((file) => file.custom),
}

/**
 * Loads a guide with its English words. `useGuide` is the way for components: it puts the host's words over them.
 *
 * @throws when the chunk cannot be loaded; asking again loads it again.
 * @example const { guide, words } = await loadGuide('okta-saml')
 */
export async function loadGuide(id: GuideId): Promise<LoadedGuide> {
  const named = readGuideId(id)
  const loaded = named && (await chunks[named.provider]())[named.protocol]
  if (!loaded) throw new Error(`There is no guide ${id}.`)
  return loaded
}
