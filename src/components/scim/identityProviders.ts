import type { ScimIdentityProvider } from '../../client/scim.ts'

/** The identity providers that a connection can be made for, in the order in which they are offered. */
export const identityProviders = [
  'okta',
  'microsoft-entra',
  'cyberark',
  'jumpcloud',
  'onelogin',
  'pingfederate',
  'rippling',
  'generic',
] as const

export type KnownIdentityProvider = (typeof identityProviders)[number]

/** The provider whose words and guide are used: one that the API adds later is treated as generic. */
export function knownProvider(provider: ScimIdentityProvider): KnownIdentityProvider {
  return identityProviders.find((known) => known === provider) ?? 'generic'
}
