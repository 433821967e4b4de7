import { useState } from 'react'
import type { MemberConnectedApp } from '../../../client/connectedApps.ts'
import type { Member } from '../../../client/types.ts'
import {
  useOrganizationMembersConnectedApps,
  useOrganizationMembersRevokeConnectedApp,
} from '../../../hooks/organizationMembers.ts'
import type { Denied } from '../../portal/denied.ts'
import { useConfirmation, type Confirmation } from '../profile/useConfirmation.ts'
import type { MemberAccess } from '../useMembersAccess.ts'

export type MemberConnectedAppsModel =
  | { type: 'denied'; denied: Denied }
  /** The API has none to tell of who is deactivated: they were all revoked. */
  | { type: 'deactivated' }
  | { type: 'loading' }
  | { type: 'failed'; error: Error; retrying: boolean; retry: () => void }
  | {
      type: 'known'
      apps: readonly MemberConnectedApp[]
      revocation: Confirmation<AppOfMember>
      revoke: (app: MemberConnectedApp) => void
      /** The app that was asked about last, by name. */
      asked: string
      /** It was revoked. */
      revoked: boolean
    }

interface AppOfMember {
  member_id: string
  connected_app_id: string
}

/**
 * The model of the apps that a member has allowed something. Asks for them once they are `wanted`.
 *
 * @rbac stytch.member get.connected-apps, revoke.connected-app; for one's own those of stytch.self will do
 */
export function useMemberConnectedApps(input: {
  member: Pick<Member, 'member_id' | 'status'>
  access: MemberAccess
  wanted: boolean
}): MemberConnectedAppsModel {
  const { member, access, wanted } = input
  const { member_id, status } = member
  const denied = access.connectedApps
  const isActive = status !== 'deleted'
  const read = useOrganizationMembersConnectedApps(
    { member_id },
    { enabled: wanted && isActive && denied === undefined },
  )
  const [asked, setAsked] = useState('')
  const revoke = useOrganizationMembersRevokeConnectedApp()
  const revocation = useConfirmation<AppOfMember>(revoke)

  if (denied) return { type: 'denied', denied }
  if (!isActive) return { type: 'deactivated' }
  if (read.data) {
    return {
      type: 'known',
      apps: read.data,
      revocation,
      revoke: (app) => {
        setAsked(app.name)
        revocation.ask({ member_id, connected_app_id: app.connected_app_id })
      },
      asked,
      revoked: revoke.isSuccess,
    }
  }
  if (read.error) {
    return {
      type: 'failed',
      error: read.error,
      retrying: read.isFetching,
      retry: () => void read.refetch(),
    }
  }
  return { type: 'loading' }
}
