import type { ScimIdentityProvider } from '../../client/scim.ts'
import type { Messages } from '../i18n/messages.ts'
import { identityProviders } from './identityProviders.ts'

/** What an identity provider is called; one that the API adds later is called by its id. */
export function providerName(messages: Messages['scim'], provider: ScimIdentityProvider): string {
  const known = identityProviders.find((candidate) => candidate === provider)
  return known ? messages.providers[known] : provider
}
