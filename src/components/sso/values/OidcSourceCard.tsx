'use client'
import { useContext, useState } from 'react'
import { KeptContext } from '../../portal/KeptContext.ts'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { SettingsCard } from '../../ui/SettingsCard.tsx'
import type { OidcSsoConnection, SsoConnection } from '../connections.ts'
import type { LoadedGuide } from '../guides/ProviderGuides.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { BreakingChange } from './BreakingChange.tsx'
import { CardProblems } from './CardProblems.tsx'
import { ChangedMeanwhile } from './ChangedMeanwhile.tsx'
import { oidcAddresses, typedIssuer } from './oidcSource.ts'
import { OidcSourceForm } from './OidcSourceForm.tsx'
import { savedText } from './savedText.ts'
import { StoredValue } from './StoredValue.tsx'
import { useOidcSourceCard } from './useOidcSourceCard.ts'
import { useValuesMessages } from './useValuesMessages.ts'

export interface OidcSourceCardProps {
  connection: OidcSsoConnection
  viewer: SsoViewer
  siblings: readonly SsoConnection[]
  guide?: LoadedGuide | undefined
}

/** What an OIDC identity provider told, to be seen, copied and changed in place; of the secret, that there is one. */
export function OidcSourceCard({ connection, viewer, siblings, guide }: OidcSourceCardProps) {
  const { sourceCard, oidc } = useValuesMessages()
  const isEnded = useContext(KeptContext) !== null
  const [isBlocked, setBlocked] = useState(true)
  const model = useOidcSourceCard(connection, { siblings, guide })
  const { state, differs, breaks, clashes, warning } = model
  const editor = state.type === 'editing' ? state : null
  const fieldNames = guide?.words.fields
  const issuerTemplate = guide?.guide.issuerTemplate
  const issuer = typedIssuer(connection.issuer, issuerTemplate)
  // The console's name is for the part that is typed there; another issuer is shown whole, and is called so.
  const isWhole = issuerTemplate !== undefined && issuer.includes('/')
  const labels = {
    issuer: (isWhole ? undefined : fieldNames?.issuer) ?? oidc.issuer,
    clientId: fieldNames?.clientId ?? oidc.clientId,
    customScopes: oidc.customScopes,
  }
  const edit = (part?: { manual: true }) => state.type === 'viewing' && state.edit(part)
  return (
    <SettingsCard
      title={sourceCard.title}
      description={sourceCard.oidc}
      denied={viewer.access.update}
      editing={editor !== null}
      dirty={differs}
      saving={editor?.isSaving}
      blocked={breaks && isBlocked}
      onEdit={() => edit()}
      onCancel={() => editor?.cancel()}
      onSave={() => {
        if (!isEnded) void editor?.save()
      }}
      saved={state.type === 'viewing' && savedText(sourceCard, state.saved, connection.status)}
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
                label: labels[key],
                ...rest,
              }))}
              onTakeTheirs={editor.takeTheirs}
            />
            <OidcSourceForm
              value={editor.value}
              onChange={editor.change}
              fieldNames={fieldNames}
              issuerTemplate={issuerTemplate}
              connection={connection}
              siblings={siblings}
              warning={warning}
            />
          </>
        )
      }
    >
      {warning !== '' && (
        <Callout
          tone="warning"
          announce="status"
          title={oidc.warning.title}
          actions={
            <Button
              size="small"
              denied={viewer.access.update}
              onClick={() => edit({ manual: true })}
            >
              {oidc.warning.manual}
            </Button>
          }
        >
          {oidc.warning.hint} {warning}
        </Callout>
      )}
      <Rows>
        <StoredValue label={labels.issuer} value={issuer} />
        <StoredValue label={labels.clientId} value={connection.client_id} />
        <Row label={fieldNames?.clientSecret ?? oidc.clientSecret}>
          {connection.has_client_secret ? oidc.secretStored : oidc.secretNone}
        </Row>
        {oidcAddresses.map(({ key, field }) => (
          <StoredValue
            key={key}
            label={oidc[key]}
            value={connection[field]}
            none={connection.issuer === '' ? sourceCard.fromIssuer : undefined}
          />
        ))}
        <StoredValue
          label={oidc.customScopes}
          value={connection.custom_scopes}
          none={sourceCard.noScopes}
        />
      </Rows>
    </SettingsCard>
  )
}
