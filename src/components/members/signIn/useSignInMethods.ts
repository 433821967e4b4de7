import { useMemo } from 'react'
import type { Member } from '../../../client/types.ts'
import { useOrganizationMembersUpdate } from '../../../hooks/organizationMembers.ts'
import { signInWays, type SignInWays } from '../../portal/signInWays.ts'
import { useConfirmation, type Confirmation } from '../profile/useConfirmation.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { usePassword, type PasswordModel } from './usePassword.ts'

export interface SignInMethodsModel {
  /** `never`: nothing that is allowed works; `not-yet`: something is to be done first. Null until all is known. */
  state: 'able' | 'not-yet' | 'never' | 'deactivated' | null
  /** Null until the organization is known. */
  ways: SignInWays | null
  /** Nothing can be changed on who is deactivated. */
  editable: boolean
  password: PasswordModel
  breakglass: {
    on: boolean
    busy: boolean
    error: Error | null
    /** Turning it on is asked about, turning it off is not. */
    set: (on: boolean) => void
    confirmation: Confirmation<BreakglassChange>
  }
}

interface BreakglassChange {
  member_id: string
  is_breakglass: boolean
}

/**
 * The model of how a member signs in.
 *
 * @rbac stytch.member update.settings.is-breakglass, update.info.delete.password; for one's own password the latter of
 *   stytch.self will do
 */
export function useSignInMethods(member: Member, viewer: MembersViewer): SignInMethodsModel {
  const { organization } = viewer
  const update = useOrganizationMembersUpdate()
  const confirmation = useConfirmation<BreakglassChange>(update)
  const password = usePassword(member, viewer)
  const ways = useMemo(
    () => organization && signInWays(member, organization),
    [member, organization],
  )
  const { member_id } = member
  return {
    state: stateOf(member, ways),
    ways,
    editable: member.status !== 'deleted',
    password,
    breakglass: {
      on: member.is_breakglass,
      busy: update.isPending,
      // What failed in the dialog is said in the dialog.
      error: confirmation.open ? null : update.error,
      set: (on) => {
        if (update.isPending) return
        if (on) confirmation.ask({ member_id, is_breakglass: true })
        else update.mutate({ member_id, is_breakglass: false })
      },
      confirmation,
    },
  }
}

function stateOf(member: Member, ways: SignInWays | null): SignInMethodsModel['state'] {
  if (member.status === 'deleted') return 'deactivated'
  if (ways === null) return null
  if (ways.ready.length > 0) return 'able'
  return ways.later.length > 0 ? 'not-yet' : 'never'
}
