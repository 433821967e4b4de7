'use client'
import { useContext, useState } from 'react'
import { KeptContext } from '../../portal/KeptContext.ts'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { SettingsCard } from '../../ui/SettingsCard.tsx'
import type { SamlSsoConnection, SsoConnection } from '../connections.ts'
import type { LoadedGuide } from '../guides/ProviderGuides.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { BreakingChange } from './BreakingChange.tsx'
import { CardProblems } from './CardProblems.tsx'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { SamlSourceForm } from './SamlSourceForm.tsx'
import { savedText } from './savedText.ts'
import { StoredValue } from './StoredValue.tsx'
import { useSamlSourceCard } from './useSamlSourceCard.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface SamlSourceCardProps {
  connection: SamlSsoConnection
  viewer: SsoViewer
  siblings: readonly SsoConnection[]
  guide?: LoadedGuide | undefined
}

/** What a SAML identity provider told, to be seen, copied and changed in place. */
export function SamlSourceCard({ connection, viewer, siblings, guide }: SamlSourceCardProps) {
  const { sourceCard, saml } = useValuesMessages()
  const isEnded = useContext(KeptContext) !== null
  const [isBlocked, setBlocked] = useState(true)
  const model = useSamlSourceCard(connection, { siblings, guide })
  const { state, differs, breaks, clashes, setReading } = model
  const fieldNames = guide?.words.fields
  const editor = state.type === 'editing' ? state : null
  return (
    <SettingsCard
      title={sourceCard.title}
      description={sourceCard.saml}
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
      saved={state.type === 'viewing' && savedText(sourceCard, state.saved, connection.status)}
      preview={
        <>
          {isEnded && <SaveBlocked />}
          {breaks && (
            <>
              {editor?.value.mode === 'url' && <p data-part="hint">{sourceCard.unknownUrl}</p>}
              <BreakingChange {...{ viewer, connection, siblings }} onChange={setBlocked} />
            </>
          )}
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
                label: fieldNames?.[key] ?? saml[key],
                ...rest,
              }))}
              onTakeTheirs={editor.takeTheirs}
            />
            <SamlSourceForm
              value={editor.value}
              onChange={editor.change}
              fieldNames={fieldNames}
              source={guide?.guide.source}
              connection={connection}
              siblings={siblings}
              onReading={setReading}
            />
          </>
        )
      }
    >
      <Rows>
        <StoredValue label={fieldNames?.ssoUrl ?? saml.ssoUrl} value={connection.idp_sso_url} />
        <StoredValue
          label={fieldNames?.entityId ?? saml.entityId}
          value={connection.idp_entity_id}
        />
        <Row label={sourceCard.certificates}>
          {sourceCard.certificateCount(connection.verification_certificates.length)}
        </Row>
      </Rows>
    </SettingsCard>
  )
}
