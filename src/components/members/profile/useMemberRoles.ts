import { useState } from 'react'
import type { Member } from '../../../client/types.ts'
import { updatedMember } from '../../../hooks/memberEffects.ts'
import { useOrganizationMembersUpdate } from '../../../hooks/organizationMembers.ts'
import { useOrgportalClient } from '../../../hooks/useOrgportalClient.ts'
import {
  diffRoles,
  directRoles,
  memberRoleChanges,
  mergeRoles,
  sameRoles,
  type MemberRoleChanges,
  type RolesDiff,
} from './memberRoleChanges.ts'
import { ownAccessLost } from './ownAccess.ts'
import { useLastManagerGuard, type LastManagerGuard } from '../status/useLastManagerGuard.ts'
import type { MemberAction } from '../useMembersAccess.ts'

export interface MemberRolesEditor {
  type: 'editing'
  /** Ids of the roles to be given directly. */
  chosen: readonly string[]
  /** What saving really changes. */
  changes: MemberRoleChanges
  differs: boolean
  /** What somebody else saved since editing began; null when nothing. */
  conflict: RolesDiff | null
  /** Whether this would leave nobody who can manage roles. */
  guard: LastManagerGuard
  preservesSessions: boolean
  saving: boolean
  error: Error | null
  setChosen: (roleIds: readonly string[]) => void
  setPreservesSessions: (preserves: boolean) => void
  /** My changes on top of theirs. */
  keepBoth: () => void
  takeTheirs: () => void
  /** Asks first where the viewer loses access of their own. */
  save: () => void
  cancel: () => void
  /** What the viewer would lose, while that is asked about; null else. */
  ownLoss: { lost: MemberAction[]; confirm: () => void; back: () => void } | null
}

export type MemberRolesState =
  { type: 'viewing'; justSaved: boolean; edit: () => void } | MemberRolesEditor

interface Draft {
  base: readonly string[]
  chosen: readonly string[]
  preservesSessions: boolean
  /** What the viewer would lose, while that is asked about. */
  asking: MemberAction[] | null
  /** The member as before the save that is on its way, which already shows in `member`. */
  saved: Member | null
}

/**
 * The model of the roles that are given directly to a member: shows what a change really does, keeps the last one
 * who can manage roles from losing that, and asks before the viewer loses access.
 *
 * @rbac stytch.member update.settings.roles
 */
export function useMemberRoles(input: { member: Member; viewerId: string }): MemberRolesState {
  const { member, viewerId } = input
  const client = useOrgportalClient()
  const [draft, setDraft] = useState<Draft | null>(null)
  const update = useOrganizationMembersUpdate()
  const stored = directRoles(member)
  const chosen = draft?.chosen ?? stored
  const before = (update.isPending ? draft?.saved : null) ?? member
  const after = updatedMember(before, { roles: [...chosen] })
  const guard = useLastManagerGuard({ member: before, after, editing: draft !== null })

  const begin = () =>
    setDraft({
      base: stored,
      chosen: stored,
      preservesSessions: false,
      asking: null,
      saved: null,
    })
  if (draft === null) {
    return {
      type: 'viewing',
      justSaved: update.isSuccess,
      edit: () => {
        update.reset()
        begin()
      },
    }
  }
  const change = (values: Partial<Draft>) => setDraft({ ...draft, ...values })
  const changes = memberRoleChanges(before, chosen)
  const differs = !sameRoles(chosen, draft.base)
  const conflicting = !sameRoles(stored, draft.base) && !sameRoles(stored, chosen)
  const lost =
    member.member_id === viewerId
      ? ownAccessLost(client.rbac.getPolicySync().allows, idsOf(before), idsOf(after))
      : []
  const preserve = draft.preservesSessions && changes.endsSessionsOf.length > 0
  const send = () => {
    if (guard.type !== 'open' || update.isPending) return
    change({ saved: member })
    update.mutate(
      {
        member_id: member.member_id,
        roles: [...chosen],
        ...(preserve && { preserve_existing_sessions: true }),
      },
      { onSuccess: () => setDraft(null) },
    )
  }
  return {
    type: 'editing',
    chosen,
    changes,
    differs,
    conflict: conflicting ? diffRoles(draft.base, stored) : null,
    guard: differs ? guard : { type: 'open' },
    preservesSessions: draft.preservesSessions,
    saving: update.isPending,
    error: update.error,
    setChosen: (roleIds) => change({ chosen: roleIds }),
    setPreservesSessions: (preservesSessions) => change({ preservesSessions }),
    keepBoth: () =>
      change({
        base: stored,
        chosen: mergeRoles({ base: draft.base, theirs: stored, mine: chosen }),
      }),
    takeTheirs: begin,
    save: () => {
      if (!differs || conflicting || guard.type !== 'open' || update.isPending) return
      if (lost.length > 0) change({ asking: lost })
      else send()
    },
    cancel: () => {
      update.reset()
      setDraft(null)
    },
    ownLoss: draft.asking
      ? {
          lost: draft.asking,
          confirm: send,
          back: () => {
            update.reset()
            change({ asking: null })
          },
        }
      : null,
  }
}

const idsOf = ({ roles }: Pick<Member, 'roles'>) => roles.map(({ role_id }) => role_id)
