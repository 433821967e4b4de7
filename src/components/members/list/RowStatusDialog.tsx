'use client'
import { useEffect } from 'react'
import type { Member } from '../../../client/types.ts'
import { MemberStatusDialog } from '../status/MemberStatusDialog.tsx'
import { useMemberStatusChange } from '../status/useMemberStatusChange.ts'
import { useMemberStatusToast } from '../status/useMemberStatusToast.ts'
import type { MembersViewer } from '../useMembersViewer.ts'

/* Brings Radix: import this file only from files that are loaded lazily (see lazyWhenOpen). */

export interface RowStatusDialogProps {
  open: boolean
  member: Member | null
  viewer: MembersViewer
  onClose: () => void
}

/** Asks before a membership ends or returns, from a row of the list. */
export function RowStatusDialog({ member, ...props }: RowStatusDialogProps) {
  return member && <Asked key={member.member_id} member={member} {...props} />
}

function Asked({ open, member, viewer, onClose }: RowStatusDialogProps & { member: Member }) {
  const tell = useMemberStatusToast(viewer)
  const model = useMemberStatusChange({
    member,
    onDone: (done) => {
      onClose()
      tell({ member, done, undo: () => model.undo(done) })
    },
  })
  const { ask, asking, rolesThatReactivate } = model
  const isAsked = asking !== null
  useEffect(() => {
    if (open && !isAsked) ask()
  }, [open, isAsked, ask])
  const back = () => {
    asking?.back()
    onClose()
  }
  return (
    <MemberStatusDialog
      open={open && isAsked}
      asking={asking && { ...asking, back }}
      member={member}
      viewer={viewer}
      rolesThatReactivate={rolesThatReactivate}
    />
  )
}
