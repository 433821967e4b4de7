import { useManagingRoles } from '../../portal/useManagingRoles.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { browserSurroundings } from './browserSurroundings.ts'
import { createRun } from './createRun.ts'
import { keepJournal } from './keepJournal.ts'
import { lastManagers } from './lastManagers.ts'
import { memberResult, skipReason, type MemberAction } from './memberAction.ts'
import { memberSource, type RunTarget } from './memberSource.ts'
import { useMemberWrites } from './useMemberWrites.ts'
import { useRunJournals } from './useRunJournal.ts'
import { useRuns } from './useRuns.ts'
import { useSearchMembers } from './useSearchMembers.ts'

export interface StartRun {
  /** With `journalKey` it goes on with what another page has left. */
  start: (action: MemberAction, target: RunTarget, options?: { journalKey?: string }) => void
  /** One is under way: another cannot begin. */
  isBusy: () => boolean
}

/** Begins to do something to many members, and shows it. */
export function useStartRun(viewer: MembersViewer): StartRun {
  const { current, show } = useRuns()
  const writes = useMemberWrites()
  const search = useSearchMembers()
  const roleIds = useManagingRoles()
  const journals = useRunJournals(viewer.memberId)
  const isBusy = () => current !== null && !current.run.getSnapshot().isOver

  return {
    isBusy,
    start: (action, target, { journalKey } = {}) => {
      if (isBusy()) return
      current?.leave()
      const run = createRun(
        {
          source: memberSource(target, search),
          idOf: ({ id }) => id,
          skip: ({ member }) =>
            member === null ? 'gone' : skipReason(action, member, viewer.memberId),
          send: async ({ id, member }) => {
            if (member === null) throw new Error(`There is no member ${id}.`)
            await writes.send(action, member)
            return memberResult(action, member)
          },
          isAlready: (error) => isAlready(action, error),
          vet: (items) => lastManagers(action, items, roleIds, search),
          onRest: writes.settle,
        },
        browserSurroundings,
      )
      const kept = keepJournal(run, action, journals.open(journalKey), browserSurroundings)
      window.addEventListener('pagehide', kept.close)
      const leave = () => {
        window.removeEventListener('pagehide', kept.close)
        kept.close()
        kept.stop()
        run.cancel()
      }
      show({ key: String(Date.now()), action, run, isRemembered: kept.isKept, leave })
    },
  }
}

/** What the API says where somebody else was quicker, or the answer to the first try was lost. */
function isAlready(action: MemberAction, error: Error): boolean {
  const type = 'error_type' in error ? error.error_type : undefined
  if (action.type === 'reactivate') return type === 'no_deleted_member_found_for_reactivation'
  const isDeletion = action.type === 'deactivate' || action.type === 'revokeInvitations'
  return isDeletion && type === 'member_not_found'
}
