'use client'
import type { ScimConnection } from '../../client/scim.ts'
import type { Denied } from '../portal/denied.ts'
import { Button } from '../ui/Button.tsx'
import { Callout } from '../ui/Callout.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Field } from '../ui/Field.tsx'
import { Row, Rows } from '../ui/Row.tsx'
import { Select } from '../ui/Select.tsx'
import { SettingsCard } from '../ui/SettingsCard.tsx'
import { ShortId } from '../ui/ShortId.tsx'
import { DisplayNameField } from './DisplayNameField.tsx'
import { identityProviders } from './identityProviders.ts'
import { providerName } from './providerName.ts'
import { SaveFailed } from '../portal/SaveFailed.tsx'
import { SaveBlocked } from '../portal/KeptNotice.tsx'
import type { ConnectionDetailsState, DetailsEditor } from './useConnectionDetails.ts'
import { useScimMessages } from './useScimMessages.ts'

export interface ConnectionDetailsProps {
  connection: ScimConnection
  state: ConnectionDetailsState
  denied: Denied | undefined
  session: 'live' | 'ended'
}

/** What the connection is called, for which provider it is, and where its requests go. */
export function ConnectionDetails({ connection, state, denied, session }: ConnectionDetailsProps) {
  const messages = useScimMessages()
  const { details } = messages
  const editor = state.type === 'editing' ? state : null
  const edit = () => state.type === 'viewing' && state.edit()
  return (
    <SettingsCard
      title={details.title}
      description={details.hint}
      denied={denied}
      editing={editor !== null}
      dirty={editor?.differs ?? false}
      saving={editor?.saving ?? false}
      onEdit={edit}
      onCancel={() => editor?.cancel()}
      onSave={() => session === 'live' && editor?.save()}
      saved={state.type === 'viewing' && state.justSaved && details.saved(connection.display_name)}
      preview={session === 'ended' && <SaveBlocked />}
      error={editor && <SaveFailed title={details.failed} error={editor.error} kept />}
      form={editor && <DetailsForm editor={editor} />}
    >
      <Rows>
        <Row label={details.name}>{connection.display_name}</Row>
        <Row label={details.provider}>{providerName(messages, connection.identity_provider)}</Row>
        <Row label={details.id}>
          <ShortId value={connection.connection_id} label={details.id} />
        </Row>
      </Rows>
      <CopyField label={details.baseUrl} value={connection.base_url} />
    </SettingsCard>
  )
}

function DetailsForm({ editor }: { editor: DetailsEditor }) {
  const messages = useScimMessages()
  const { details } = messages
  const known = identityProviders.some((provider) => provider === editor.identityProvider)
  const options = known ? identityProviders : [editor.identityProvider, ...identityProviders]
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
      <DisplayNameField
        layout="row"
        value={editor.displayName}
        onValueChange={editor.setDisplayName}
        problem={editor.problem}
      />
      <Field label={details.provider} layout="row" hint={details.providerHint}>
        <Select
          value={editor.identityProvider}
          onValueChange={editor.setIdentityProvider}
          options={options.map((value) => ({ value, label: providerName(messages, value) }))}
        />
      </Field>
    </>
  )
}
