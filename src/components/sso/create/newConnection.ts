import {
  guideIdOf,
  guideProtocols,
  readGuideId,
  ssoProviders,
  type GuideId,
  type SetupProtocol,
  type SsoProvider,
} from '../providers.ts'

/** What is made: a connection with this guide, or one that another organization has. */
export type NewChoice = GuideId | 'external'

/** A card to choose: a provider, or one of the three that have no name. */
export type NewCard = Exclude<SsoProvider, 'custom'> | 'custom-saml' | 'custom-oidc' | 'external'

/** By which protocols the project still lets a connection be made. */
export type AllowedProtocols = Readonly<Record<SetupProtocol, boolean>>

/** What is typed before there is a connection. */
export interface NewConnectionDraft {
  choice: NewChoice | null
  /** Null: the suggested one. */
  name: string | null
  organizationId: string
  connectionId: string
}

export const NOTHING_TYPED: NewConnectionDraft = {
  choice: null,
  name: null,
  organizationId: '',
  connectionId: '',
}

/** All cards in their order. */
export const newCards: readonly NewCard[] = [
  ...ssoProviders.filter((provider) => provider !== 'custom'),
  'custom-saml',
  'custom-oidc',
  'external',
]

/** The choice that an address or a draft names; null where it makes no sense. */
export function readChoice(choice: string | null | undefined): NewChoice | null {
  return choice === 'external' ? choice : (readGuideId(choice)?.id ?? null)
}

/** What a draft says that was kept; a broken one says nothing. */
export function readNewConnection(stored: unknown): NewConnectionDraft {
  if (typeof stored !== 'object' || stored === null) return NOTHING_TYPED
  const kept = new Map<string, unknown>(Object.entries(stored))
  const text = (name: string) => {
    const value = kept.get(name)
    return typeof value === 'string' ? value : null
  }
  return {
    choice: readChoice(text('choice')),
    name: text('name'),
    organizationId: text('organizationId') ?? '',
    connectionId: text('connectionId') ?? '',
  }
}

/** By what a card's connections sign people in; an external one has no say in it. */
export function protocolsOf(card: NewCard): readonly SetupProtocol[] {
  switch (card) {
    case 'external':
      return []
    case 'custom-saml':
      return ['saml']
    case 'custom-oidc':
      return ['oidc']
    default:
      return guideProtocols[card]
  }
}

/** What choosing a card means: the protocol that is preferred among those that are allowed. */
export function choiceOf(card: NewCard, allowed: AllowedProtocols): NewChoice {
  if (card === 'external') return card
  const protocols = protocolsOf(card)
  const protocol = protocols.find((one) => allowed[one]) ?? protocols[0] ?? 'saml'
  return withProtocol(card, protocol)
}

/** The same card by another protocol. */
export function withProtocol(card: Exclude<NewCard, 'external'>, protocol: SetupProtocol): GuideId {
  const provider = card === 'custom-saml' || card === 'custom-oidc' ? 'custom' : card
  return guideIdOf(provider, protocol)
}

/** The card that a choice belongs to. */
export function cardOf(choice: NewChoice): NewCard {
  if (choice === 'external') return choice
  const guide = readGuideId(choice)
  if (guide === null) return 'custom-saml'
  if (guide.provider !== 'custom') return guide.provider
  return guide.protocol === 'saml' ? 'custom-saml' : 'custom-oidc'
}

/** Which limit is in the way of a card; null where there is one protocol left. */
export function limitOf(card: NewCard, allowed: AllowedProtocols): SetupProtocol | 'both' | null {
  const protocols = protocolsOf(card)
  if (protocols.length === 0 || protocols.some((one) => allowed[one])) return null
  if (protocols.length > 1 || (!allowed.saml && !allowed.oidc)) return 'both'
  return protocols[0] ?? null
}
