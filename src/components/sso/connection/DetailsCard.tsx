'use client'
import { useContext } from 'react'
import type { ReactNode } from 'react'
import type { DisplayNameProblem } from '../../portal/displayName.ts'
import { KeptContext } from '../../portal/KeptContext.ts'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Field } from '../../ui/Field.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { Select } from '../../ui/Select.tsx'
import { SettingsCard } from '../../ui/SettingsCard.tsx'
import { ShortId } from '../../ui/ShortId.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { providerName } from '../connectionKind.ts'
import type { SsoConnection } from '../connections.ts'
import { useSsoMessages } from '../useSsoMessages.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { identityProvidersFor } from './identityProvidersFor.ts'
import { useConnectionMessages } from './useConnectionMessages.ts'
import { useSsoConnectionDetails, type SsoDetailsEditor } from './useSsoConnectionDetails.ts'

export interface DetailsCardProps {
  connection: SsoConnection
  viewer: SsoViewer
}

/** What the connection is called, where its people sign in, and its ids. */
export function DetailsCard({ connection, viewer }: DetailsCardProps) {
  const { details } = useConnectionMessages()
  const state = useSsoConnectionDetails(connection)
  const kept = useContext(KeptContext)
  const editor = state.type === 'editing' ? state : null
  return (
    <SettingsCard
      title={details.title}
      description={details.hint}
      denied={viewer.access.update}
      editing={editor !== null}
      dirty={editor?.differs ?? false}
      saving={editor?.saving ?? false}
      blocked={kept !== null || (editor?.problem ?? null) !== null}
      onEdit={() => state.type === 'viewing' && state.edit()}
      onCancel={() => editor?.cancel()}
      onSave={() => editor?.save()}
      saved={state.type === 'viewing' && state.justSaved && details.saved(connection.display_name)}
      preview={<SaveBlocked />}
      error={editor && <SaveFailed title={details.failed} error={editor.error} kept />}
      form={
        editor && (
          <>
            <DetailsForm editor={editor} connection={connection} />
            <Facts connection={connection} />
          </>
        )
      }
    >
      <Facts connection={connection}>
        <Row label={details.name}>{connection.display_name}</Row>
        <ProviderRow connection={connection} />
      </Facts>
    </SettingsCard>
  )
}

function ProviderRow({ connection }: { connection: SsoConnection }) {
  const messages = useSsoMessages()
  const { details } = useConnectionMessages()
  if (connection.protocol === 'external') return null
  return <Row label={details.provider}>{providerName(messages, connection.identity_provider)}</Row>
}

function DetailsForm({
  editor,
  connection,
}: {
  editor: SsoDetailsEditor
  connection: SsoConnection
}) {
  const messages = useSsoMessages()
  const { details } = useConnectionMessages()
  const nameError = (problem: DisplayNameProblem) =>
    problem.type === 'empty' ? details.nameEmpty : details.nameTooLong(problem.length, problem.max)
  return (
    <>
      {editor.changedMeanwhile && (
        <Callout
          tone="warning"
          announce="status"
          actions={
            <Button size="small" onClick={editor.takeTheirs}>
              {details.takeTheirs}
            </Button>
          }
        >
          {details.changed}
        </Callout>
      )}
      <Field
        label={details.name}
        layout="row"
        hint={details.nameHint}
        error={editor.problem && nameError(editor.problem)}
      >
        <TextInput value={editor.name} onValueChange={editor.setName} required />
      </Field>
      {connection.protocol !== 'external' && editor.provider !== null && (
        <Field label={details.provider} layout="row" hint={details.providerHint}>
          <Select
            value={editor.provider}
            onValueChange={editor.setProvider}
            options={identityProvidersFor(connection).map((value) => ({
              value,
              label: providerName(messages, value),
            }))}
          />
        </Field>
      )}
    </>
  )
}

/** What stays where it is while the name is edited. */
function Facts({ connection, children }: { connection: SsoConnection; children?: ReactNode }) {
  const { protocols } = useSsoMessages()
  const { details } = useConnectionMessages()
  return (
    <Rows>
      {children}
      {connection.protocol !== 'external' && (
        <Row label={details.protocol} hint={details.protocolHint}>
          {protocols[connection.protocol]}
        </Row>
      )}
      <Row label={details.id}>
        <ShortId value={connection.connection_id} label={details.id} />
      </Row>
      {connection.protocol === 'external' && (
        <>
          <Row label={details.externalOrganization}>
            <ShortId
              value={connection.external_organization_id}
              label={details.externalOrganization}
            />
          </Row>
          <Row label={details.externalConnection}>
            <ShortId value={connection.external_connection_id} label={details.externalConnection} />
          </Row>
        </>
      )}
    </Rows>
  )
}
