import { useState } from 'react'
import type { SamlSsoConnection, SsoConnection } from '../connections.ts'
import type { LoadedGuide } from '../guides/ProviderGuides.ts'
import { clashesOf } from './clashes.ts'
import { loadReaders } from './loadReaders.ts'
import {
  breaksSaml,
  NO_SAML_READING,
  samlSourceDiffers,
  samlSourceOf,
  type SamlReading,
} from './samlSource.ts'
import type { SamlSource } from './sourceValues.ts'
import { useCardEditor, type CardState } from './useCardEditor.ts'
import { useSamlSave } from './useSamlSave.ts'

export interface SamlSourceCardModel {
  state: CardState<SamlSsoConnection, SamlSource>
  differs: boolean
  /** Whoever signs in by it may be shut out by saving. */
  breaks: boolean
  clashes: { key: 'entityId' | 'ssoUrl'; theirs: string; mine: string }[]
  setReading: (reading: SamlReading) => void
}

/** The model of the card with what a SAML identity provider told. */
export function useSamlSourceCard(
  connection: SamlSsoConnection,
  { siblings, guide }: { siblings: readonly SsoConnection[]; guide: LoadedGuide | undefined },
): SamlSourceCardModel {
  const { steps } = useSamlSave(connection)
  const [reading, setReading] = useState<SamlReading>(NO_SAML_READING)
  const source = guide?.guide.source
  const state = useCardEditor<SamlSsoConnection, SamlSource>({
    connection,
    valueOf: (one) => samlSourceOf(one, source),
    mayBeSaved: async (value) => {
      const { checkSamlSource } = await loadReaders()
      const findings = await checkSamlSource(value, { connection, siblings })
      // What is empty is told in time: a connection may be told of its provider piece by piece.
      return findings.every(({ severity, code }) => severity !== 'error' || code === 'empty')
    },
    stepsOf: steps,
  })
  if (state.type === 'viewing') {
    return { state, differs: false, breaks: false, clashes: [], setReading }
  }
  const { value, base } = state
  return {
    state,
    differs: samlSourceDiffers(connection, value, base),
    breaks: breaksSaml(connection, value, reading.metadata),
    clashes: clashesOf({
      keys: ['entityId', 'ssoUrl'],
      base: samlSourceOf(base),
      theirs: samlSourceOf(connection),
      mine: value,
    }),
    setReading,
  }
}
