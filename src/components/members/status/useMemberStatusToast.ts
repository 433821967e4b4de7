import type { Member } from '../../../client/types.ts'
import { useToast } from '../../ui/Toast.tsx'
import { memberLabel } from '../../portal/memberLabel.ts'
import { canBeReactivated, type StatusChange } from './statusChange.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { useProfileMessages } from '../profile/useProfileMessages.ts'

/**
 * Says what was done to somebody, with Undo where it can be undone and the viewer may. Nothing is said of oneself: whoever
 * ends their own membership is signed out, and brings nothing back.
 */
export function useMemberStatusToast(
  viewer: MembersViewer,
): (input: { member: Member; done: StatusChange; undo: () => Promise<unknown> }) => void {
  const { danger } = useProfileMessages()
  const toast = useToast()
  return ({ member, done, undo }) => {
    if (member.member_id === viewer.memberId) return
    const who = memberLabel(member)
    const access = viewer.accessTo(member.member_id)
    const run = () =>
      undo().then(
        () => toast({ text: danger[opposite(done)].done(who) }),
        () => toast({ text: danger.undoFailed(who) }),
      )
    const undoable =
      done === 'reactivate'
        ? !access.delete
        : done === 'deactivate' && canBeReactivated(member) && !access.create
    toast({
      text: danger[done].done(who),
      action: undoable ? { label: danger.undo, onSelect: () => void run() } : undefined,
    })
  }
}

const opposite = (done: StatusChange) => (done === 'reactivate' ? 'deactivate' : 'reactivate')
