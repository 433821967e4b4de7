import { useState } from 'react'
import type { Member } from '../../../client/types.ts'
import {
  useOrganizationMembersDelete,
  useOrganizationMembersReactivate,
} from '../../../hooks/organizationMembers.ts'
import { useOrgportalClient } from '../../../hooks/useOrgportalClient.ts'
import { statusChange, type StatusChange } from './statusChange.ts'
import { useLastManagerGuard, type LastManagerGuard } from './useLastManagerGuard.ts'

export interface MemberStatusChange {
  /** What can be done to the member; null where nothing can. */
  change: StatusChange | null
  /** What is asked before it is done; null while it is not asked. */
  asking: {
    change: StatusChange
    /** Whether it would leave nobody who can manage roles. */
    guard: LastManagerGuard
    busy: boolean
    error: Error | null
    confirm: () => void
    back: () => void
  } | null
  ask: () => void
  /** Does the opposite of what was done; settles when that is done, rejects when it failed. */
  undo: (change: StatusChange) => Promise<unknown>
  /** The roles that can bring back somebody who is deactivated. */
  rolesThatReactivate: () => string[]
}

/**
 * The model of the end of a membership and of its return: revoke, deactivate, reactivate. `onDone` is told what was done.
 *
 * @rbac stytch.member delete, or stytch.self delete for oneself; to reactivate stytch.member create
 */
export function useMemberStatusChange(input: {
  member: Member
  onDone: (change: StatusChange) => void
}): MemberStatusChange {
  const { member, onDone } = input
  const client = useOrgportalClient()
  const remove = useOrganizationMembersDelete()
  const reactivate = useOrganizationMembersReactivate()
  const [asked, setAsked] = useState<StatusChange | null>(null)
  const { member_id } = member
  const guard = useLastManagerGuard({
    member,
    after: asked === 'deactivate' ? { ...member, status: 'deleted' } : member,
    editing: asked === 'deactivate',
  })
  const busy = remove.isPending || reactivate.isPending
  const done = (change: StatusChange) => ({
    onSuccess: () => {
      setAsked(null)
      onDone(change)
    },
  })
  const reset = () => {
    remove.reset()
    reactivate.reset()
  }
  return {
    change: statusChange(member),
    asking:
      asked === null
        ? null
        : {
            change: asked,
            guard,
            busy,
            error: remove.error ?? reactivate.error,
            confirm: () => {
              if (busy || guard.type !== 'open') return
              if (asked === 'reactivate') reactivate.mutate(member_id, done(asked))
              else remove.mutate(member_id, done(asked))
            },
            back: () => {
              reset()
              setAsked(null)
            },
          },
    ask: () => {
      reset()
      setAsked(statusChange(member))
    },
    undo: (change) =>
      change === 'reactivate' ? remove.mutateAsync(member_id) : reactivate.mutateAsync(member_id),
    rolesThatReactivate: () => client.rbac.getPolicySync().rolesGranting('stytch.member', 'create'),
  }
}
