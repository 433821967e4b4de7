import { useState } from 'react'
import type { Member } from '../../../client/types.ts'
import {
  useOrganizationMembersStartEmailUpdate,
  useOrganizationMembersUpdate,
} from '../../../hooks/organizationMembers.ts'
import {
  emailConsequences,
  emailWays,
  newEmailProblem,
  type EmailConsequences,
  type EmailWay,
  type NewEmailProblem,
} from './emailChange.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { useMembersConfig } from '../MembersConfig.ts'
import { mailLocale } from '../signIn/mailLocale.ts'

export interface MemberEmailEditor {
  type: 'editing'
  address: string
  /** Those that are open for this member. */
  ways: EmailWay[]
  way: EmailWay
  /** With `direct`: frees the former address instead of keeping it for the member. */
  freesFormer: boolean
  /** Told once saving was tried. */
  problem: NewEmailProblem | null
  differs: boolean
  saving: boolean
  error: Error | null
  setAddress: (address: string) => void
  setWay: (way: EmailWay) => void
  setFreesFormer: (frees: boolean) => void
  /** Sends the confirmation; with `direct` asks first. */
  save: () => void
  cancel: () => void
  /** What is asked before the address changes at once; null while it is not asked. */
  review: {
    address: string
    consequences: EmailConsequences
    confirm: () => void
    back: () => void
  } | null
}

export type MemberEmailState =
  | {
      type: 'viewing'
      /** What the last save did. */
      done: { way: EmailWay; address: string } | null
      edit: () => void
    }
  | MemberEmailEditor

interface Draft {
  address: string
  way: EmailWay
  freesFormer: boolean
  tried: boolean
  reviewing: boolean
}

/**
 * The model of a member's address: a confirmation mailed to the new one, or a change at once.
 *
 * @rbac stytch.member update.info.email; never for oneself
 */
export function useMemberEmail(member: Member): MemberEmailState {
  const [draft, setDraft] = useState<Draft | null>(null)
  const [done, setDone] = useState<{ way: EmailWay; address: string } | null>(null)
  const { emailUpdateRedirectURL } = useMembersConfig()
  const locale = mailLocale(useLocale())
  const update = useOrganizationMembersUpdate()
  const start = useOrganizationMembersStartEmailUpdate()
  const { member_id } = member
  const ways = emailWays(member)
  const reset = () => {
    update.reset()
    start.reset()
  }
  if (draft === null) {
    return {
      type: 'viewing',
      done,
      edit: () => {
        reset()
        setDone(null)
        const [way = 'direct'] = ways
        setDraft({ address: '', way, freesFormer: false, tried: false, reviewing: false })
      },
    }
  }
  // The member may have become inactive since editing began.
  const way = ways.includes(draft.way) ? draft.way : 'direct'
  const address = draft.address.trim()
  const problem = newEmailProblem(address, member)
  const saving = update.isPending || start.isPending
  const change = (values: Partial<Draft>) => setDraft({ ...draft, ...values })
  const finish = () => {
    setDone({ way, address })
    setDraft(null)
  }
  const changeNow = () => {
    if (saving) return
    const freed = draft.freesFormer ? { unlink_email: true } : {}
    update.mutate({ member_id, email_address: address, ...freed }, { onSuccess: finish })
  }
  const sendConfirmation = () =>
    start.mutate(
      {
        member_id,
        email_address: address,
        delivery_method: way === 'code' ? 'EMAIL_OTP' : 'EMAIL_MAGIC_LINK',
        ...(emailUpdateRedirectURL && { login_redirect_url: emailUpdateRedirectURL }),
        ...(locale && { locale }),
      },
      { onSuccess: finish },
    )
  return {
    type: 'editing',
    address: draft.address,
    ways,
    way,
    freesFormer: draft.freesFormer,
    problem: draft.tried ? problem : null,
    differs: address !== '',
    saving,
    error: update.error ?? start.error,
    setAddress: (typed) => change({ address: typed }),
    setWay: (chosen) => change({ way: chosen }),
    setFreesFormer: (freesFormer) => change({ freesFormer }),
    save: () => {
      if (saving) return
      reset()
      if (problem !== null) change({ tried: true })
      else if (way === 'direct') change({ tried: true, reviewing: true })
      else sendConfirmation()
    },
    cancel: () => {
      reset()
      setDraft(null)
    },
    review: draft.reviewing
      ? {
          address,
          consequences: emailConsequences(member, address),
          confirm: changeNow,
          back: () => {
            update.reset()
            change({ reviewing: false })
          },
        }
      : null,
  }
}
