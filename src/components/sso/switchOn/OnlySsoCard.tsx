'use client'
import { useState } from 'react'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Button } from '../../ui/Button.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { SettingsCard } from '../../ui/SettingsCard.tsx'
import type { SsoConnection } from '../connections.ts'
import { LockOutNotice } from '../lockOut/LockOutNotice.tsx'
import type { SsoViewer } from '../useSsoViewer.ts'
import { useOnlySso, type OnlySsoModel } from './useOnlySso.ts'
import { useMethodNames } from './useMethodNames.ts'
import { useSwitchOnMessages } from './useSwitchOnMessages.ts'
import { WaysInForm } from './WaysInForm.tsx'

export interface OnlySsoCardProps {
  viewer: SsoViewer
  /** All of the organization's. */
  connections: readonly SsoConnection[]
}

/**
 * By what members may sign in: every method, SSO beside others, SSO only. What would lock somebody out says so and asks for
 * a break-glass member first; going back is one click.
 *
 * @rbac stytch.organization update.settings.allowed-auth-methods
 */
export function OnlySsoCard({ viewer, connections }: OnlySsoCardProps) {
  const { only: messages } = useSwitchOnMessages()
  const model = useOnlySso()
  const [blocked, setBlocked] = useState(true)
  if (!model) return null
  const { change, editing } = model
  const denied = viewer.access.authMethods
  return (
    <SettingsCard
      title={messages.title}
      description={messages.hint}
      denied={denied}
      editing={editing && !denied}
      dirty={model.differs}
      blocked={blocked}
      saving={model.saving}
      onEdit={model.edit}
      onCancel={model.cancel}
      onSave={model.save}
      saved={model.saved && messages.saved[model.saved]}
      error={<SaveFailed title={messages.failed} error={model.error} kept />}
      action={
        model.now === 'only' && (
          <Button size="small" denied={denied} busy={model.saving} onClick={model.open}>
            {messages.back}
          </Button>
        )
      }
      form={<WaysInForm model={model} />}
      preview={
        change && (
          <LockOutNotice
            // What was typed for one change is not meant for another.
            key={JSON.stringify(change)}
            viewer={viewer}
            change={change}
            connections={connections}
            onChange={setBlocked}
          />
        )
      }
    >
      <Rows>
        <Row label={messages.label}>
          <WaysInNow model={model} />
        </Row>
      </Rows>
      {!editing && <SaveFailed title={messages.failed} error={model.error} />}
    </SettingsCard>
  )
}

function WaysInNow({ model: { now, methodsNow } }: { model: OnlySsoModel }) {
  const { only: messages } = useSwitchOnMessages()
  const names = useMethodNames()(methodsNow)
  if (now === 'all' || now === 'only') return <>{messages[now]}</>
  return <>{messages[now](names)}</>
}
