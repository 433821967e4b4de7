import type { OidcSsoConnection, SsoConnection } from '../connections.ts'
import type { LoadedGuide } from '../guides/ProviderGuides.ts'
import { clashesOf } from './clashes.ts'
import { loadReaders } from './loadReaders.ts'
import { breaksOidc, oidcSourceChanges, oidcSourceOf } from './oidcSource.ts'
import type { OidcSource } from './sourceValues.ts'
import { useCardEditor, type CardState } from './useCardEditor.ts'
import { useOidcSave } from './useOidcSave.ts'

const CLASHING = ['issuer', 'clientId', 'customScopes'] as const

export interface OidcSourceCardModel {
  state: CardState<OidcSsoConnection, OidcSource>
  differs: boolean
  /** Whoever signs in by it may be shut out by saving. */
  breaks: boolean
  clashes: { key: (typeof CLASHING)[number]; theirs: string; mine: string }[]
  /** What the service said of the issuer when it was saved last. */
  warning: string
}

/** The model of the card with what an OIDC identity provider told. */
export function useOidcSourceCard(
  connection: OidcSsoConnection,
  { siblings, guide }: { siblings: readonly SsoConnection[]; guide: LoadedGuide | undefined },
): OidcSourceCardModel {
  const issuerTemplate = guide?.guide.issuerTemplate
  const { steps, warning } = useOidcSave(connection, { issuerTemplate })
  const state = useCardEditor<OidcSsoConnection, OidcSource>({
    connection,
    valueOf: (one) => oidcSourceOf(one, issuerTemplate),
    mayBeSaved: async (value) => {
      const { checkOidcSource } = await loadReaders()
      const findings = checkOidcSource(value, { connection, siblings, issuerTemplate })
      return findings.every(({ severity, code }) => severity !== 'error' || code === 'empty')
    },
    stepsOf: steps,
  })
  if (state.type === 'viewing') {
    return { state, differs: false, breaks: false, clashes: [], warning }
  }
  const { value, base } = state
  const changes = oidcSourceChanges(connection, value, {
    base,
    ...(issuerTemplate !== undefined && { issuerTemplate }),
  })
  return {
    state,
    differs: changes !== null,
    breaks: breaksOidc(connection, changes),
    clashes: clashesOf({
      keys: CLASHING,
      base: oidcSourceOf(base, issuerTemplate),
      theirs: oidcSourceOf(connection, issuerTemplate),
      mine: value,
    }),
    warning,
  }
}
