'use client'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { selectionCount, type MemberSelection } from '../list/selection.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { actionDenied } from './actionAccess.ts'
import { BulkDialog } from './BulkDialog.tsx'
import type { ChosenAction } from './useBulkAction.ts'
import { useBulkMessages } from './useBulkMessages.ts'

export interface BulkBarProps {
  /** Who is chosen; the bar is for selections with somebody in them. */
  selection: MemberSelection
  viewer: MembersViewer
  onClear: () => void
  /** Chooses all that match the filters, where that is more than what is chosen now. */
  onSelectMatching?: (() => void) | undefined
  /** How many match. */
  matching?: number | null | undefined
}

const FIRST: readonly ChosenAction[] = ['addRoles', 'removeRoles', 'deactivate']
const MORE: readonly ChosenAction[] = [
  'reactivate',
  'resendInvitations',
  'revokeInvitations',
  'revokeSessions',
]

/** How many members are chosen, and what can be done to all of them. */
export function BulkBar({ selection, viewer, onClear, onSelectMatching, matching }: BulkBarProps) {
  const { bar, actions } = useBulkMessages()
  const [asked, setAsked] = useState<{ type: ChosenAction; open: boolean } | null>(null)
  const count = selectionCount(selection)
  const canChooseMore =
    selection.type === 'picked' && onSelectMatching && matching != null && matching > (count ?? 0)
  const ask = (type: ChosenAction) => setAsked({ type, open: true })
  return (
    <div role="group" aria-label={bar.label} data-part="members-bulk">
      <span data-part="members-bulk-count" role="status">
        {selection.type === 'matching' ? bar.matching(count) : bar.picked(count ?? 0)}
      </span>
      {canChooseMore && (
        <Button size="small" variant="ghost" onClick={onSelectMatching}>
          {bar.selectMatching(matching)}
        </Button>
      )}
      <span data-part="members-bulk-actions">
        {FIRST.map((type) => (
          <Button
            key={type}
            size="small"
            denied={actionDenied(type, viewer.access.others)}
            onClick={() => ask(type)}
          >
            {actions[type]}
          </Button>
        ))}
        <Menu
          label={bar.more}
          items={MORE.map((type) => ({
            id: type,
            label: actions[type],
            denied: actionDenied(type, viewer.access.others),
            onSelect: () => ask(type),
          }))}
        />
        <Button size="small" variant="ghost" onClick={onClear}>
          {bar.clear}
        </Button>
      </span>
      {asked && (
        <BulkDialog
          key={asked.type}
          open={asked.open}
          onOpenChange={(open) => setAsked({ ...asked, open })}
          type={asked.type}
          selection={selection}
          viewer={viewer}
          onBegun={onClear}
        />
      )}
    </div>
  )
}
