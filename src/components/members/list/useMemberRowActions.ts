import { useCallback, useMemo, useState } from 'react'
import type { Member } from '../../../client/types.ts'
import { useMagicLinksEmailInvite } from '../../../hooks/magicLinks.ts'
import { useMembersConfig } from '../MembersConfig.ts'

/** What can be done to a member from the row. The functions stay the same through renders. */
export interface MemberRowActions {
  /** Mails the invitation once more; `onSent` is told when it is on its way. */
  resend: (member: Member) => void
  /** The last invitation that could not be sent again; null as soon as another is tried. */
  resendFailure: { member: Member; error: Error } | null
  /** Asks before somebody is deactivated, reactivated or uninvited. */
  askStatus: (member: Member) => void
  isAsking: boolean
  /** About whom it is or was asked: still there while the dialog closes. */
  asked: Member | null
  closeStatus: () => void
}

/**
 * The model of the actions of the rows: one for all of them.
 *
 * @rbac stytch.member create, to send an invitation again
 */
export function useMemberRowActions(options: {
  onResent: (member: Member) => void
}): MemberRowActions {
  const { onResent } = options
  const { inviteTemplateId, inviteRedirectURL } = useMembersConfig()
  const { mutateAsync: invite } = useMagicLinksEmailInvite()
  const [resendFailure, setFailure] = useState<MemberRowActions['resendFailure']>(null)
  const [isAsking, setAsking] = useState(false)
  const [asked, setAsked] = useState<Member | null>(null)
  const resend = useCallback(
    (member: Member) => {
      setFailure(null)
      invite({
        email_address: member.email_address,
        ...(inviteTemplateId && { invite_template_id: inviteTemplateId }),
        ...(inviteRedirectURL && { invite_redirect_url: inviteRedirectURL }),
      }).then(
        () => onResent(member),
        (error: Error) => setFailure({ member, error }),
      )
    },
    [invite, inviteTemplateId, inviteRedirectURL, onResent],
  )
  const askStatus = useCallback((member: Member) => {
    setAsked(member)
    setAsking(true)
  }, [])
  const closeStatus = useCallback(() => setAsking(false), [])
  return useMemo(
    () => ({ resend, resendFailure, askStatus, isAsking, asked, closeStatus }),
    [resend, resendFailure, askStatus, isAsking, asked, closeStatus],
  )
}
