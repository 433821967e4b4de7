import type { OidcSsoConnection, SamlSsoConnection } from '../connections.ts'
import type { SsoGuide } from '../guides/SsoGuide.ts'
import { clashesOf } from './clashes.ts'
import {
  breaksMapping,
  checkMapping,
  mappingChanges,
  mappingDifference,
  mappingOf,
  mappingRowsOf,
} from './mapping.ts'
import type { MappingRow } from './sourceValues.ts'
import { useCardEditor, type CardState } from './useCardEditor.ts'
import { useMappingSave } from './useMappingSave.ts'

type Connection = SamlSsoConnection | OidcSsoConnection

export interface MappingCardModel {
  state: CardState<Connection, { rows: readonly MappingRow[] }>
  differs: boolean
  /** Whoever signs in by the connection now may be shut out by saving it. */
  breaks: boolean
  clashes: { key: string; theirs: string; mine: string }[]
}

/** The model of the card with the attribute mapping. */
export function useMappingCard(
  connection: Connection,
  guide: SsoGuide | undefined,
): MappingCardModel {
  const { steps } = useMappingSave(connection)
  const state = useCardEditor<Connection, { rows: readonly MappingRow[] }>({
    connection,
    valueOf: (one) => ({ rows: mappingRowsOf(one, guide) }),
    mayBeSaved: ({ rows }) =>
      checkMapping(rows, connection).every(({ severity }) => severity !== 'error'),
    stepsOf: ({ rows }, base) => steps(rows, base.attribute_mapping),
  })
  if (state.type === 'viewing') return { state, differs: false, breaks: false, clashes: [] }
  const { value, base } = state
  const theirs = connection.attribute_mapping
  const changes = mappingChanges(connection, value.rows, base.attribute_mapping)
  return {
    state,
    differs: changes !== null,
    breaks: breaksMapping(connection, changes),
    clashes: clashesOf({
      keys: mappingDifference(base.attribute_mapping, theirs),
      base: base.attribute_mapping,
      theirs,
      mine: mappingOf(value.rows),
    }),
  }
}
