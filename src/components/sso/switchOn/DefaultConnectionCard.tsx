'use client'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { lazyWhenOpen } from '../../ui/lazyWhenOpen.tsx'
import type { SsoConnection } from '../connections.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { useDefaultConnection } from './useDefaultConnection.ts'
import { useSwitchOnMessages } from './useSwitchOnMessages.ts'

const ConfirmDialog = lazyWhenOpen(() =>
  import('../../ui/ConfirmDialog.tsx').then((file) => file.ConfirmDialog),
)

export interface DefaultConnectionCardProps {
  connection: SsoConnection
  viewer: SsoViewer
  /** All of the organization's. */
  connections: readonly SsoConnection[]
}

/**
 * Whether this connection is the default one, and a way to make it that.
 *
 * @rbac stytch.organization update.settings.default-sso-connection
 */
export function DefaultConnectionCard({
  connection,
  viewer,
  connections,
}: DefaultConnectionCardProps) {
  const { default: messages } = useSwitchOnMessages()
  const model = useDefaultConnection({ connection, connections })
  const { current, pending } = model
  return (
    <Card
      title={messages.title}
      description={messages.hint}
      action={
        current.type !== 'this' &&
        !pending && (
          <Button
            size="small"
            denied={viewer.access.setDefault}
            onPointerEnter={ConfirmDialog.preload}
            onClick={model.ask}
          >
            {messages.set}
          </Button>
        )
      }
    >
      <p role="status">
        {current.type === 'this' && `${messages.is(connection.display_name)} ${messages.move}`}
        {current.type === 'none' && messages.none}
        {current.type === 'other' &&
          (current.name === null ? messages.otherUnknown : messages.other(current.name))}
      </p>
      {pending && <p data-part="hint">{messages.pending}</p>}
      <ConfirmDialog
        open={model.asking && !pending && current.type !== 'this'}
        onOpenChange={(open) => {
          if (!open) model.close()
        }}
        tone="neutral"
        title={messages.dialogTitle(connection.display_name)}
        confirmLabel={messages.set}
        busy={model.busy}
        error={model.error && { title: messages.failed, error: model.error }}
        onConfirm={model.confirm}
      >
        <p>
          {current.type === 'other' && current.name !== null
            ? messages.replaces(current.name)
            : messages.first}
        </p>
        <p data-part="hint">{messages.keep}</p>
      </ConfirmDialog>
    </Card>
  )
}
