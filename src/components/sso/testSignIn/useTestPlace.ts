import type { SsoConnection } from '../connections.ts'
import { providerName } from '../connectionKind.ts'
import {
  guideOfConnection,
  readGuideId,
  type GuideId,
  type SetupProtocol,
  type SsoProvider,
} from '../providers.ts'
import { useSsoMessages } from '../useSsoMessages.ts'

/** Where a sign-in goes through, as far as it is known. */
export interface TestPlace {
  provider: SsoProvider
  protocol: SetupProtocol
  /** How the provider is called: by its name, or else as the connection is. */
  name: string
}

export function useTestPlace(connection: SsoConnection, guide: GuideId | undefined): TestPlace {
  const words = useSsoMessages()
  // What another organization's connection speaks is not told; SAML is the likelier.
  const ofConnection =
    connection.protocol === 'external' ? 'custom-saml' : guideOfConnection(connection)
  const { provider, protocol } = readGuideId(guide ?? ofConnection) ?? CUSTOM
  const name = provider === 'custom' ? connection.display_name : providerName(words, provider)
  return { provider, protocol, name }
}

const CUSTOM = { provider: 'custom', protocol: 'saml' } as const
