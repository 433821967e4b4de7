import { useMemo } from 'react'
import { useManagingRoles } from '../../portal/useManagingRoles.ts'
import type { RoleChange } from '../../portal/roleChanges.ts'
import { useAllMembers, useKnownMembers, type KnownMembers } from '../../portal/useKnownMembers.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { takesLastManager } from './lastManager.ts'
import { previewSsoRoles } from './previewSsoRoles.ts'
import type { RolesReview } from './useConnectionRoles.ts'

export interface RolesReviewModel {
  members: KnownMembers
  changes: RoleChange[]
  /** Members are still being looked through. */
  counting: boolean
  /** It would leave nobody who can manage roles. */
  lastManager: boolean
}

/**
 * The model of the review: who gains and who loses which role. All members are looked through while it is open.
 *
 * @rbac stytch.member search
 */
export function useRolesReview(input: {
  open: boolean
  review: RolesReview | null
  connectionId: string
  viewer: SsoViewer
}): RolesReviewModel {
  const { open, review, connectionId, viewer } = input
  const { members } = useKnownMembers({
    allowed: viewer.access.searchMembers === undefined,
    // What is known of members is out of date with the save, but nobody needs it any more.
    enabled: open && review?.saving !== true,
  })
  useAllMembers(members, { needed: open })
  const managingRoles = useManagingRoles()
  const before = review?.before
  const after = review?.after
  return useMemo(() => {
    const known = members.type === 'known' ? members.members : []
    const changes =
      before && after ? previewSsoRoles({ connectionId, before, after, members: known }) : []
    return {
      members,
      changes,
      counting: members.type === 'loading' || members.type === 'partial',
      lastManager: takesLastManager(changes, known, managingRoles),
    }
  }, [members, before, after, connectionId, managingRoles])
}
