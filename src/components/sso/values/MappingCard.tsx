'use client'
import { useContext } from 'react'
import { KeptContext } from '../../portal/KeptContext.ts'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { SettingsCard } from '../../ui/SettingsCard.tsx'
import type { OidcSsoConnection, SamlSsoConnection } from '../connections.ts'
import { useGuide } from '../guides/useGuide.ts'
import type { GuideId } from '../providers.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
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
  /** Of its provider: what is usual there. Nothing waits for it. */
  guide: GuideId
  /** What came in the last test sign-in. */
  received?: Readonly<Record<string, unknown>> | undefined
}

/** What the identity provider calls what is wanted of a person, to be seen and changed in place. */
export function MappingCard({ connection, viewer, guide: id, received }: MappingCardProps) {
  const { mappingCard, mapping } = useValuesMessages()
  const isEnded = useContext(KeptContext) !== null
  const loaded = useGuide(id)
  const guide = loaded.type === 'ready' ? loaded.guide : undefined
  const { state, differs, clashes } = useMappingCard(connection, guide)
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
      onEdit={() => state.type === 'viewing' && state.edit()}
      onCancel={() => editor?.cancel()}
      onSave={() => {
        if (!isEnded) void editor?.save()
      }}
      saved={state.type === 'viewing' && state.saved !== 'no' && mappingCard.saved(count)}
      preview={isEnded && <SaveBlocked />}
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
