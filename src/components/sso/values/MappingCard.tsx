'use client'
import { useContext, useState } from 'react'
import { KeptContext } from '../../portal/KeptContext.ts'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { SettingsCard } from '../../ui/SettingsCard.tsx'
import type { OidcSsoConnection, SamlSsoConnection, SsoConnection } from '../connections.ts'
import { useGuide } from '../guides/useGuide.ts'
import type { GuideId } from '../providers.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { BreakingChange } from './BreakingChange.tsx'
import { CardProblems } from './CardProblems.tsx'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { mappingOf, mappingRowsOf } from './mapping.ts'
import { MappingForm } from './MappingForm.tsx'
import { mappingNameOf } from './mappingNameOf.ts'
import { useMappingCard } from './useMappingCard.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface MappingCardProps {
  connection: SamlSsoConnection | OidcSsoConnection
  viewer: SsoViewer
  /** The organization's connections. */
  siblings: readonly SsoConnection[]
  /** Of its provider: what is usual there. Nothing waits for it. */
  guide: GuideId
  /** What came in the last test sign-in. */
  received?: Readonly<Record<string, unknown>> | undefined
}

/** What the identity provider calls what is wanted of a person, to be seen and changed in place. */
export function MappingCard(props: MappingCardProps) {
  const { connection, viewer, siblings, guide: id, received } = props
  const { mappingCard, mapping } = useValuesMessages()
  const isEnded = useContext(KeptContext) !== null
  const loaded = useGuide(id)
  const guide = loaded.type === 'ready' ? loaded.guide : undefined
  const { state, differs, breaks, clashes } = useMappingCard(connection, guide)
  const [isBlocked, setBlocked] = useState(true)
  const editor = state.type === 'editing' ? state : null
  const { protocol } = connection
  const stored = mappingRowsOf(connection).filter(({ value }) => value !== '')
  const count = Object.keys(mappingOf(stored)).length
  return (
    <SettingsCard
      title={mappingCard.title}
      description={mappingCard.hint}
      denied={viewer.access.update}
      editing={editor !== null}
      dirty={differs}
      saving={editor?.isSaving}
      blocked={breaks && isBlocked}
      onEdit={() => state.type === 'viewing' && state.edit()}
      onCancel={() => editor?.cancel()}
      onSave={() => {
        if (!isEnded) void editor?.save()
      }}
      saved={state.type === 'viewing' && state.saved !== 'no' && mappingCard.saved(count)}
      preview={
        <>
          {isEnded && <SaveBlocked />}
          {breaks && <BreakingChange {...{ viewer, connection, siblings }} onChange={setBlocked} />}
        </>
      }
      error={
        editor && (
          <CardProblems
            steps={editor.steps}
            loadError={editor.loadError}
            onRetry={() => void editor.retry()}
          />
        )
      }
      form={
        editor && (
          <>
            <ChangedMeanwhile
              clashes={clashes.map(({ key, ...rest }) => ({
                label: mappingNameOf(mapping, key),
                ...rest,
              }))}
              onTakeTheirs={editor.takeTheirs}
            />
            <MappingForm
              rows={editor.value.rows}
              onChange={(rows) => editor.change({ rows })}
              protocol={protocol}
              groups={guide?.groups}
              usual={guide?.mapping}
              connection={connection}
              received={received}
              showEmpty={editor.isRefused}
            />
          </>
        )
      }
    >
      {count === 0 ? (
        <p data-part="hint">{protocol === 'saml' ? mappingCard.empty : mappingCard.defaults}</p>
      ) : (
        <Rows>
          {stored.map(({ key, value }) => (
            <Row key={key} label={mappingNameOf(mapping, key)}>
              <code data-part="code">{value}</code>
            </Row>
          ))}
        </Rows>
      )}
    </SettingsCard>
  )
}
