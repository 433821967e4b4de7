'use client'
import type { ScimConnection } from '../../client/scim.ts'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import type { ConnectionDeletion } from './useConnectionDeletion.ts'
import { useAllMembers, type KnownMembers } from '../portal/useKnownMembers.ts'
import { LookedAt } from '../portal/LookedAt.tsx'
import type { ScimGroups } from './useScimGroups.ts'
import { useRoleChangeMessages } from '../portal/useRoleChangeMessages.ts'
import { useScimMessages } from './useScimMessages.ts'

export interface DeleteConnectionDialogProps {
  open: boolean
  onClose: () => void
  connection: ScimConnection
  groups: ScimGroups
  members: KnownMembers
  deletion: ConnectionDeletion
}

/** Says what deleting does to how many people, and asks for the name. */
export function DeleteConnectionDialog(props: DeleteConnectionDialogProps) {
  const { open, onClose, connection, groups, members, deletion } = props
  const { danger } = useScimMessages()
  const { counting } = useRoleChangeMessages()
  useAllMembers(members, { needed: open })
  const { impact } = deletion
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      title={danger.dialogTitle(connection.display_name)}
      confirmLabel={danger.confirm}
      typedConfirmation={connection.display_name}
      busy={deletion.busy}
      error={deletion.error && { title: danger.failed, error: deletion.error }}
      onConfirm={deletion.remove}
    >
      <ul data-part="scim-impact">
        <li>{impact ? danger.usersStay(impact.users) : danger.usersStayUncounted}</li>
        <li>{impact ? danger.rolesLost(impact.losingRoles) : danger.rolesLostUncounted}</li>
        {groups.type === 'known' && <li>{danger.groupsGone(groups.groups.length)}</li>}
        <li>{danger.refused}</li>
      </ul>
      {members.type === 'hidden' && <p data-part="hint">{danger.countsDenied}</p>}
      {members.type === 'loading' && (
        <p data-part="hint" role="status">
          {counting(members.loaded, members.total)}
        </p>
      )}
      {members.type === 'known' && members.again && <LookedAt members={members} />}
    </ConfirmDialog>
  )
}
