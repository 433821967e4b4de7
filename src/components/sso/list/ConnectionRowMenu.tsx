'use client'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import type { SsoConnection } from '../connections.ts'
import { useSsoMessages } from '../useSsoMessages.ts'
import type { SsoNavigation } from '../useSsoNavigation.ts'
import type { SsoViewer } from '../useSsoViewer.ts'

/** What the list itself does for a row. */
export interface ConnectionRowActions {
  go: SsoNavigation['go']
  setDefault: (connection: SsoConnection) => void
  askDelete: (connection: SsoConnection) => void
}

export interface ConnectionRowMenuProps {
  connection: SsoConnection
  isDefault: boolean
  viewer: SsoViewer
  actions: ConnectionRowActions
}

/** What can be done to one connection from the list; what is denied or cannot be yet stays in the menu and says why. */
export function ConnectionRowMenu({
  connection,
  isDefault,
  viewer,
  actions,
}: ConnectionRowMenuProps) {
  const { actionsFor } = useUiMessages()
  const { actions: messages } = useSsoMessages()
  const { access } = viewer
  const { connection_id: connectionId, display_name, protocol, status } = connection
  const isActive = status === 'active'
  const { go } = actions
  const items: MenuItem[] = [
    {
      id: 'open',
      label: messages.open,
      onSelect: () => go({ screen: 'connection', connectionId, dialog: null }),
    },
  ]
  if (protocol !== 'external') {
    items.push({
      id: 'guide',
      label: isActive ? messages.guide : messages.continue,
      denied: access.update,
      onSelect: () => go({ screen: 'setup', connectionId, step: null, guide: null }),
    })
  }
  items.push({
    id: 'test',
    label: messages.test,
    reason: isActive ? undefined : messages.testPending,
    onSelect: () => go({ screen: 'connection', connectionId, dialog: null, section: 'test' }),
  })
  if (!isDefault) {
    items.push({
      id: 'default',
      label: messages.setDefault,
      denied: access.setDefault,
      reason: isActive ? undefined : messages.setDefaultPending,
      onSelect: () => actions.setDefault(connection),
    })
  }
  items.push({
    id: 'delete',
    label: messages.delete,
    tone: 'danger',
    denied: access.delete,
    onSelect: () => actions.askDelete(connection),
  })
  return <Menu label={actionsFor(display_name)} items={items} />
}
