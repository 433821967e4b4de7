'use client'
import { useContext } from 'react'
import type { Member } from '../../../client/types.ts'
import { KeptContext } from '../../portal/KeptContext.ts'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { DeniedHint } from '../../ui/DeniedHint.tsx'
import { lazyWhenOpen } from '../../ui/lazyWhenOpen.tsx'
import type { MemberCardProps } from './memberCard.ts'
import { canBeReactivated, statusChange } from '../status/statusChange.ts'
import { useMemberStatusChange } from '../status/useMemberStatusChange.ts'
import { useMemberStatusToast } from '../status/useMemberStatusToast.ts'
import { useProfileMessages } from './useProfileMessages.ts'

const MemberStatusDialog = lazyWhenOpen(() =>
  import('../status/MemberStatusDialog.tsx').then((file) => file.MemberStatusDialog),
)

/** The end of a membership and its return: revoke an invitation, deactivate, reactivate, or why nothing can be done. */
export function MemberDanger({ member, viewer, access }: MemberCardProps) {
  const { danger } = useProfileMessages()
  const tell = useMemberStatusToast(viewer)
  const kept = useContext(KeptContext)
  const model = useMemberStatusChange({
    member,
    onDone: (done) => {
      tell({ member, done, undo: () => model.undo(done) })
    },
  })
  const { change } = model
  const denied = change === 'reactivate' ? access.create : access.delete
  const notes = (denied !== undefined || kept !== null) && change && (
    <>
      <DeniedHint denied={denied} />
      <SaveBlocked />
    </>
  )
  return (
    <>
      <Card
        tone={change === 'reactivate' || change === null ? 'neutral' : 'danger'}
        title={danger.title}
        description={danger.hints[hintOf(member)]}
        action={
          change && (
            <Button
              size="small"
              variant={change === 'reactivate' ? 'secondary' : 'danger'}
              denied={denied}
              disabled={kept !== null}
              onClick={model.ask}
            >
              {danger[change].button}
            </Button>
          )
        }
      >
        {notes}
      </Card>
      <MemberStatusDialog
        open={model.asking !== null}
        asking={model.asking}
        member={member}
        viewer={viewer}
        rolesThatReactivate={model.rolesThatReactivate}
      />
    </>
  )
}

function hintOf(member: Member) {
  const change = statusChange(member)
  if (change === 'revoke') return 'invited'
  if (change === 'deactivate') return canBeReactivated(member) ? 'active' : 'activeUnverified'
  if (change === 'reactivate') return 'deleted'
  return member.status === 'deleted' ? 'deletedUnverified' : 'unknown'
}
