'use client'
import { useState, type ReactNode } from 'react'
import { ChoiceCards } from '../../ui/ChoiceCards.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import { useSsoMessages } from '../useSsoMessages.ts'
import {
  limitOf,
  newCards,
  protocolsOf,
  type AllowedProtocols,
  type NewCard,
} from './newConnection.ts'
import { useSsoCreateMessages } from './useSsoCreateMessages.ts'

export interface ProviderPickerProps {
  value: NewCard | null
  onValueChange: (card: NewCard) => void
  projectLimits: AllowedProtocols
  error: ReactNode
}

/** What people sign in with, on cards that can be searched. What the project does not allow is there, and says why. */
export function ProviderPicker({
  value,
  onValueChange,
  projectLimits,
  error,
}: ProviderPickerProps) {
  const messages = useSsoCreateMessages()
  const textOf = useCardTexts()
  const [search, setSearch] = useState('')
  const wanted = search.trim().toLowerCase()
  const matching = newCards.filter((card) => {
    const { title, hint } = textOf(card)
    return `${title} ${hint} ${card}`.toLowerCase().includes(wanted)
  })
  // Who finds no guide still has the two ways that are open to every provider.
  const shown = matching.length > 0 ? matching : FOR_ALL
  const said = matching.length > 0 ? messages.found(matching.length) : messages.notFound(search)
  return (
    <>
      <div data-part="sso-provider-search">
        <SearchField label={messages.search} value={search} onValueChange={setSearch} />
        {matching.length === 0 && <p data-part="hint">{said}</p>}
        <VisuallyHidden role="status">{wanted !== '' && said}</VisuallyHidden>
      </div>
      <ChoiceCards
        data-providers
        legend={messages.provider}
        value={value}
        onValueChange={onValueChange}
        error={error}
        choices={shown.map((card) => {
          const limit = limitOf(card, projectLimits)
          const { title, hint } = textOf(card)
          return {
            value: card,
            title,
            description: limit ? messages.limit[limit] : hint,
            disabled: limit !== null,
          }
        })}
      />
    </>
  )
}

const FOR_ALL: readonly NewCard[] = ['custom-saml', 'custom-oidc']

/** The name of a card, and the line under it: what it was called before, or what it speaks. */
function useCardTexts() {
  const { others, hints, speaks } = useSsoCreateMessages()
  const { providers, protocols } = useSsoMessages()
  const hintsByCard: Readonly<Partial<Record<NewCard, string>>> = hints
  return (card: NewCard) => ({
    title:
      card === 'custom-saml' || card === 'custom-oidc' || card === 'external'
        ? others[card]
        : providers[card],
    hint: hintsByCard[card] ?? speaks(protocolsOf(card).map((protocol) => protocols[protocol])),
  })
}
