'use client'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Card } from '../../ui/Card.tsx'
import { Field } from '../../ui/Field.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import { SettingsCard } from '../../ui/SettingsCard.tsx'
import { Switch } from '../../ui/Switch.tsx'
import type { SsoConnection } from '../connections.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { useJitProvisioning, type JitModel } from './useJitProvisioning.ts'
import { useSwitchOnMessages } from './useSwitchOnMessages.ts'

export interface JitCardProps {
  connection: SsoConnection
  viewer: SsoViewer
  /** All of the organization's. */
  connections: readonly SsoConnection[]
}

/**
 * Whether people who are no members yet join by signing in through this connection.
 *
 * @rbac stytch.organization update.settings.sso-jit-provisioning
 */
export function JitCard({ connection, viewer, connections }: JitCardProps) {
  const { jit: messages } = useSwitchOnMessages()
  const model = useJitProvisioning({ connection, connections })
  if (model.type === 'loading') return null
  if (model.type === 'all') {
    return <OpenToAll model={model} viewer={viewer} connections={connections} />
  }
  const { on, others, saved } = model
  return (
    <Card title={messages.title} description={messages.hint}>
      <Switch
        label={messages.switch}
        hint={on ? messages.on : messages.off}
        checked={on}
        denied={viewer.access.jitProvisioning}
        aria-busy={model.saving || undefined}
        onCheckedChange={model.toggle}
      />
      {others.length > 0 && <p data-part="hint">{messages.others(others)}</p>}
      <div data-part="saved" role="status">
        {saved !== null && messages.saved(saved)}
      </div>
      <SaveFailed title={messages.failed} error={model.error} />
    </Card>
  )
}

interface OpenToAllProps extends Pick<JitCardProps, 'viewer' | 'connections'> {
  model: Extract<JitModel, { type: 'all' }>
}

/** People join through every connection: said so, with the choice to name the connections. */
function OpenToAll({ model, viewer, connections }: OpenToAllProps) {
  const { jit: messages } = useSwitchOnMessages()
  const { chosen } = model
  return (
    <SettingsCard
      title={messages.title}
      description={messages.hint}
      denied={viewer.access.jitProvisioning}
      editing={chosen !== null}
      dirty
      saving={model.saving}
      onEdit={model.edit}
      onCancel={model.cancel}
      onSave={model.save}
      error={<SaveFailed title={messages.failed} error={model.error} kept />}
      form={
        <Field label={messages.restrict} hint={messages.restrictHint}>
          <MultiSelect
            options={connections.map(({ connection_id, display_name }) => ({
              value: connection_id,
              label: display_name,
            }))}
            value={chosen ?? []}
            onValueChange={model.choose}
          />
        </Field>
      }
    >
      <p>{messages.all}</p>
    </SettingsCard>
  )
}
