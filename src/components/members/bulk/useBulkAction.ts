import { useMemo, useState } from 'react'
import { useMembersConfig } from '../MembersConfig.ts'
import { invitesSetting } from '../invite/invitesSetting.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import { selectionCount, type MemberSelection } from '../list/selection.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import {
  skipReason,
  type MemberAction,
  type MemberActionType,
  type SkipReason,
} from './memberAction.ts'
import { useStartRun } from './useStartRun.ts'

/** What one can choose to do; roles are restored by Undo only. */
export type ChosenAction = Exclude<MemberActionType, 'restoreRoles'>

/** More than so many are not deactivated without typing how many they are. */
const TYPED_FROM = 101
const NAMED_UP_TO = 5

export interface BulkActionModel {
  /** Chosen; null where it is not known how many match. */
  count: number | null
  /** By what the list knows: how many it will be done to. null where all that match are chosen. */
  affected: number | null
  /** Their names, where they are few. */
  names: string[]
  leftOut: { reason: SkipReason; count: number }[]
  /** Roles to add or remove; null for other actions. */
  roles: { value: readonly string[]; set: (roles: string[]) => void; isMissing: boolean } | null
  /** What has to be typed first. */
  typed: string | undefined
  /** Why it cannot be done at all. */
  blocked: 'nobody' | 'busy' | { type: 'invitesOff'; settingsURL: string | undefined } | null
  /** Begins it; false where something is missing still. */
  begin: () => boolean
}

/** The model of the question before something is done to many members. */
export function useBulkAction(
  type: ChosenAction,
  selection: MemberSelection,
  viewer: MembersViewer,
): BulkActionModel {
  const { organizationSettingsURL } = useMembersConfig()
  const { start, isBusy } = useStartRun(viewer)
  const [roles, setRoles] = useState<readonly string[]>([])
  const [wasTried, setWasTried] = useState(false)
  const isOfRoles = type === 'addRoles' || type === 'removeRoles'
  const action: MemberAction = isOfRoles ? { type, roles } : { type }
  const needsRoles = isOfRoles && roles.length === 0
  const preview = usePreview(type, roles, selection, viewer.memberId)
  const count = selectionCount(selection)
  const danger = preview?.affected ?? count

  return {
    count,
    affected: preview?.affected ?? null,
    names: preview && preview.names.length <= NAMED_UP_TO ? preview.names : [],
    leftOut: preview?.leftOut ?? [],
    roles: isOfRoles
      ? { value: roles, set: setRoles, isMissing: wasTried && roles.length === 0 }
      : null,
    typed:
      (type === 'deactivate' || type === 'revokeInvitations') && (danger ?? 0) >= TYPED_FROM
        ? String(danger)
        : undefined,
    blocked: blocked(),
    begin: () => {
      setWasTried(true)
      if (needsRoles || blocked() !== null) return false
      start(action, selection)
      return true
    },
  }

  function blocked(): BulkActionModel['blocked'] {
    if (isBusy()) return 'busy'
    const invites = invitesSetting(viewer.organization)
    if (type === 'resendInvitations' && invites.type === 'nobody') {
      return { type: 'invitesOff', settingsURL: organizationSettingsURL }
    }
    return preview?.affected === 0 && !needsRoles ? 'nobody' : null
  }
}

/** Who is affected and who left out, of members that were picked; until roles are chosen, nobody is left out for them. */
function usePreview(
  type: ChosenAction,
  roles: readonly string[],
  selection: MemberSelection,
  viewerId: string,
) {
  return useMemo(() => {
    if (selection.type !== 'picked') return null
    const isOfRoles = type === 'addRoles' || type === 'removeRoles'
    const action: MemberAction = isOfRoles ? { type, roles } : { type }
    const counts = new Map<SkipReason, number>()
    const names: string[] = []
    for (const member of selection.members.values()) {
      const reason = skipReason(action, member, viewerId)
      const isForRoles = reason === 'hasRoles' || reason === 'hasNoneOfRoles'
      if (reason === null || (isForRoles && roles.length === 0)) names.push(memberLabel(member))
      else counts.set(reason, (counts.get(reason) ?? 0) + 1)
    }
    const leftOut = [...counts].map(([reason, count]) => ({ reason, count }))
    return { affected: names.length, names, leftOut }
  }, [type, roles, selection, viewerId])
}
