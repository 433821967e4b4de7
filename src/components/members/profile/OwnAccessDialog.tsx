'use client'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { LazyConfirmDialog } from './LazyConfirmDialog.ts'
import type { MemberRolesEditor } from './useMemberRoles.ts'
import { useProfileMessages } from './useProfileMessages.ts'

export interface OwnAccessDialogProps {
  /** What the viewer would lose; null while it is not asked about. */
  ownLoss: MemberRolesEditor['ownLoss']
  busy: boolean | undefined
  failure: ReactNode
}

/** Before one takes roles from oneself: what one may not do any more. */
export function OwnAccessDialog({ ownLoss, busy, failure }: OwnAccessDialogProps) {
  const { ownAccess } = useProfileMessages()
  // What was shown stays while the dialog fades out.
  const [shown, setShown] = useState(ownLoss?.lost)
  if (ownLoss !== null && ownLoss.lost !== shown) setShown(ownLoss.lost)
  return (
    <LazyConfirmDialog
      open={ownLoss !== null}
      onOpenChange={(open) => {
        if (!open) ownLoss?.back()
      }}
      title={ownAccess.title}
      confirmLabel={ownAccess.confirm}
      busy={busy}
      onConfirm={() => ownLoss?.confirm()}
    >
      <p>{ownAccess.intro}</p>
      <ul data-part="member-consequences">
        {shown?.map((action) => (
          <li key={action}>{ownAccess.actions[action]}</li>
        ))}
      </ul>
      {shown?.includes('search') && <p>{ownAccess.page}</p>}
      {shown?.includes('roles') && <p>{ownAccess.noWayBack}</p>}
      {failure}
    </LazyConfirmDialog>
  )
}
