import { useMemo } from 'react'
import type { Member, MfaMethod } from '../../../client/types.ts'
import {
  useOrganizationMembersDeleteMFATOTP,
  useOrganizationMembersUpdate,
} from '../../../hooks/organizationMembers.ts'
import { secondFactors, type SecondFactors } from './secondFactors.ts'
import { useConfirmation, type Confirmation } from '../profile/useConfirmation.ts'
import { useFactorReset, type FactorReset } from './useFactorReset.ts'
import type { MemberAccess } from '../useMembersAccess.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { usePhoneNumber, type PhoneNumberModel } from './usePhoneNumber.ts'

export interface SecondFactorModel {
  factors: SecondFactors
  /** Nothing can be changed on who is deactivated. */
  editable: boolean
  /** Whether a second factor is asked for at each sign-in; shown changed at once. */
  enrolment: { on: boolean; busy: boolean; error: Error | null; set: (on: boolean) => void }
  phone: PhoneNumberModel
  totp: { removal: Confirmation<string>; removed: boolean }
  /** Which one is asked for first; there is a choice only between several that can be used. */
  preferred: {
    value: string
    error: Error | null
    set: (method: MfaMethod) => void
  }
  reset: FactorReset
}

/**
 * The model of a member's second factors.
 *
 * @rbac stytch.member update.settings.mfa-enrolled, update.settings.default-mfa-method, update.info.mfa-phone,
 *   update.info.delete.mfa-phone, update.info.delete.mfa-totp; for one's own those of stytch.self will do
 */
export function useSecondFactor(
  member: Member,
  viewer: MembersViewer,
  access: MemberAccess,
): SecondFactorModel {
  const { organization } = viewer
  const { member_id } = member
  const enrol = useOrganizationMembersUpdate()
  const prefer = useOrganizationMembersUpdate()
  const removeTotp = useOrganizationMembersDeleteMFATOTP()
  const phone = usePhoneNumber(member)
  const totpRemoval = useConfirmation(removeTotp)
  const reset = useFactorReset(member, access)
  const factors = useMemo(() => secondFactors(member, organization), [member, organization])
  return {
    factors,
    editable: member.status !== 'deleted',
    enrolment: {
      on: member.mfa_enrolled,
      busy: enrol.isPending,
      error: enrol.error,
      set: (on) => {
        if (!enrol.isPending) enrol.mutate({ member_id, mfa_enrolled: on })
      },
    },
    phone,
    totp: {
      removal: totpRemoval,
      removed: removeTotp.isSuccess && factors.totp === null,
    },
    preferred: {
      value: member.default_mfa_method,
      error: prefer.error,
      set: (method) => {
        if (!prefer.isPending) prefer.mutate({ member_id, default_mfa_method: method })
      },
    },
    reset,
  }
}
