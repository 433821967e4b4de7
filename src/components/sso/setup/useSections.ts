import { hasErrors } from '../reading/finding.ts'
import type { OidcSsoConnection, SamlSsoConnection, SsoConnection } from '../connections.ts'
import type { SsoGuide } from '../guides/SsoGuide.ts'
import { loadReaders } from '../values/loadReaders.ts'
import { breaksMapping, checkMapping, mappingChanges, mappingRowsOf } from '../values/mapping.ts'
import { breaksOidc, oidcSourceChanges, oidcSourceOf } from '../values/oidcSource.ts'
import {
  breaksSaml,
  samlSourceDiffers,
  samlSourceOf,
  type SamlReading,
} from '../values/samlSource.ts'
import type { MappingRow, OidcSource, SamlSource } from '../values/sourceValues.ts'
import { useMappingSave } from '../values/useMappingSave.ts'
import { useOidcSave } from '../values/useOidcSave.ts'
import { useSamlSave } from '../values/useSamlSave.ts'
import { applyMapping, applySource, sourceEdits, type DraftSection } from './draft.ts'
import { connectionPrint, type SetupSection } from './SetupSection.ts'
import type { SetupConnection } from './setupSteps.ts'
import type { KeptDraft } from './useSetupDraft.ts'

export interface FormSection<Value> extends SetupSection {
  value: Value
  onChange: (value: Value) => void
  /** Whoever signs in by the connection now may be shut out by saving it. */
  breaks: boolean
}

/** What a SAML identity provider tells, as it is typed. */
export function useSamlSection(
  connection: SamlSsoConnection,
  connections: readonly SsoConnection[],
  guide: SsoGuide,
  draft: KeptDraft,
  { metadata }: Pick<SamlReading, 'metadata'>,
): FormSection<SamlSource> {
  const save = useSamlSave(connection)
  const value = applySource(samlSourceOf(connection, guide.source), draft.draft)
  const unsaved = samlSourceDiffers(connection, value)
  return {
    ...drafted('source', connection, draft, unsaved),
    value,
    breaks: unsaved && breaksSaml(connection, value, metadata),
    onChange: (next) => {
      if (!unsaved) draft.store.rebase('source', connectionPrint(connection, 'source'))
      // With the way it was typed in: another is the first once something is stored.
      draft.store.edit([...sourceEdits(value, next), ['source.mode', next.mode]])
    },
    check: async () => {
      const { checkSamlSource } = await loadReaders()
      return verdict(await checkSamlSource(value, { connection, siblings: connections }))
    },
    steps: () => save.steps(value),
  }
}

export interface OidcSection extends FormSection<OidcSource> {
  /** What the service said of the issuer when it was saved last. */
  warning: string
}

/** What an OIDC identity provider tells, as it is typed. The secret is in memory only. */
export function useOidcSection(
  connection: OidcSsoConnection,
  connections: readonly SsoConnection[],
  guide: SsoGuide,
  draft: KeptDraft,
): OidcSection {
  const { issuerTemplate } = guide
  const template = issuerTemplate === undefined ? {} : { issuerTemplate }
  const save = useOidcSave(connection, template)
  const stored = oidcSourceOf(connection, issuerTemplate)
  const value = { ...applySource(stored, draft.draft), clientSecret: draft.secret }
  const changes = oidcSourceChanges(connection, value, template)
  const unsaved = changes !== null
  const section = drafted('source', connection, draft, unsaved)
  return {
    ...section,
    value,
    breaks: breaksOidc(connection, changes),
    warning: save.warning,
    onChange: (next) => {
      if (!unsaved) draft.store.rebase('source', connectionPrint(connection, 'source'))
      draft.store.edit(sourceEdits(value, next))
      draft.setSecret(next.clientSecret)
    },
    check: async () => {
      const { checkOidcSource } = await loadReaders()
      return verdict(checkOidcSource(value, { connection, siblings: connections, ...template }))
    },
    steps: () => Promise.resolve(save.steps(value)),
    saved: (upTo) => {
      section.saved(upTo)
      draft.clearSecret(upTo)
    },
  }
}

/** The attribute mapping, as it is typed; before that, as it is saved or usual. */
export function useMappingSection(
  connection: SetupConnection,
  guide: SsoGuide,
  draft: KeptDraft,
): FormSection<readonly MappingRow[]> {
  const save = useMappingSave(connection)
  const value = applyMapping(mappingRowsOf(connection, guide), draft.draft)
  const isTyped = draft.draft.fields.mapping !== undefined
  const changes = isTyped ? mappingChanges(connection, value) : null
  const unsaved = changes !== null
  return {
    ...drafted('mapping', connection, draft, unsaved),
    value,
    breaks: breaksMapping(connection, changes),
    onChange: (rows) => {
      if (!unsaved) draft.store.rebase('mapping', connectionPrint(connection, 'mapping'))
      draft.store.edit([['mapping', rows]])
    },
    check: () => {
      const findings = checkMapping(value, { protocol: connection.protocol })
      const isWrong = findings.some(({ severity }) => severity === 'error')
      return Promise.resolve(isWrong ? 'wrong' : 'good')
    },
    steps: () => Promise.resolve(save.steps(value)),
  }
}

function drafted(
  id: DraftSection,
  connection: SetupConnection,
  { draft, store }: KeptDraft,
  unsaved: boolean,
): Pick<SetupSection, 'id' | 'unsaved' | 'conflict' | 'blocked' | 'saved' | 'rebase'> {
  const print = connectionPrint(connection, id)
  const base = draft.bases[id]
  const isChanged = unsaved && base !== undefined && base !== print
  return {
    id,
    unsaved,
    blocked: false,
    conflict: isChanged
      ? { keepMine: () => store.rebase(id, print), takeTheirs: () => store.clear(id) }
      : null,
    saved: (upTo) => store.clear(id, upTo),
    rebase: (now) => store.rebase(id, connectionPrint(now, id)),
  }
}

type Findings = Parameters<typeof hasErrors>[0]

function verdict(findings: Findings): 'good' | 'incomplete' | 'wrong' {
  if (hasErrors(findings.filter(({ code }) => code !== 'empty'))) return 'wrong'
  return hasErrors(findings) ? 'incomplete' : 'good'
}
