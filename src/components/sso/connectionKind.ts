import type { Messages } from '../i18n/messages.ts'
import type { SsoConnection } from './connections.ts'

type Words = Pick<Messages['sso'], 'providers' | 'protocols' | 'kind'>

/** Where people of the connection sign in, and how: "Okta · SAML"; of an external one, that it is another organization's. */
export function connectionKind(words: Words, connection: SsoConnection): string {
  const { protocol } = connection
  if (protocol === 'external') return words.protocols.external
  return words.kind(providerName(words, connection.identity_provider), words.protocols[protocol])
}

/** A provider that is not known here is shown as the API calls it. */
export function providerName({ providers }: Pick<Words, 'providers'>, provider: string): string {
  const known: Readonly<Record<string, string>> = providers
  return known[provider] ?? provider
}
