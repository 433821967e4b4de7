import { useState } from 'react'
import type { PasswordsResetByEmailStartInput } from '../../../client/passwords.ts'
import type { Member } from '../../../client/types.ts'
import { useOrganizationMembersDeletePassword } from '../../../hooks/organizationMembers.ts'
import { usePasswordsResetByEmailStart } from '../../../hooks/passwords.ts'
import { useSessionPart } from '../../../hooks/useSessionSnapshot.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { useMembersConfig, type MembersConfig } from '../MembersConfig.ts'
import { allowsMethod } from '../../portal/signInWays.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { mailLocale } from './mailLocale.ts'
import { useConfirmation, type Confirmation } from '../profile/useConfirmation.ts'

export interface PasswordModel {
  exists: boolean
  /**
   * `not-allowed`: the organization has no passwords; `inactive`: not for who was invited or deactivated;
   * `other-browser`: the project takes a reset only from the browser that asked for it, which is not the member's.
   */
  mail: 'possible' | 'not-allowed' | 'inactive' | 'other-browser'
  sending: Confirmation<PasswordsResetByEmailStartInput>
  send: () => void
  removal: Confirmation<string>
  remove: () => void
  /** Whether deleting is followed by a mail; the viewer's choice. */
  alsoSend: boolean
  setAlsoSend: (also: boolean) => void
  /** Why the mail that was to follow was not sent. The password is deleted all the same. */
  notFollowed: Error | null
  outcome: 'removed' | 'removed-and-sent' | 'sent' | null
}

/**
 * The model of a member's password: a mail to choose a new one, and deleting the one that is there. The API asks for no
 * permission to send the mail, which anybody can have sent from the sign-in page.
 *
 * @rbac stytch.member update.info.delete.password to delete it
 */
export function usePassword(member: Member, viewer: MembersViewer): PasswordModel {
  const locale = useLocale()
  const config = useMembersConfig()
  const mail = useMailState(member, viewer)
  const deletion = useOrganizationMembersDeletePassword()
  const start = usePasswordsResetByEmailStart()
  const [alsoSend, setAlsoSend] = useState(false)
  const [outcome, setOutcome] = useState<PasswordModel['outcome']>(null)
  const input = resetInput(member, config, locale)

  const sending = useConfirmation(start, () => setOutcome('sent'))
  const removal = useConfirmation(deletion, () => {
    setOutcome('removed')
    if (alsoSend && mail === 'possible') {
      start.mutate(input, { onSuccess: () => setOutcome('removed-and-sent') })
    }
  })
  const begin = () => {
    setOutcome(null)
    start.reset()
  }
  return {
    exists: member.member_password_id !== '',
    mail,
    sending,
    send: () => {
      begin()
      sending.ask(input)
    },
    removal,
    remove: () => {
      begin()
      setAlsoSend(false)
      removal.ask(member.member_password_id)
    },
    alsoSend,
    setAlsoSend,
    notFollowed: outcome === 'removed' ? start.error : null,
    outcome,
  }
}

function useMailState(member: Member, { organization, memberId }: MembersViewer) {
  const boundToBrowser = useSessionPart(
    ({ bootstrap }) => bootstrap?.pkceRequiredForPasswordResets ?? false,
  )
  if (member.status !== 'active') return 'inactive'
  if (!organization || !allowsMethod(member, organization, 'password')) return 'not-allowed'
  return boundToBrowser && member.member_id !== memberId ? 'other-browser' : 'possible'
}

function resetInput(
  { organization_id, email_address }: Member,
  { resetPasswordRedirectURL, resetPasswordTemplateId }: MembersConfig,
  portalLocale: string,
): PasswordsResetByEmailStartInput {
  const locale = mailLocale(portalLocale)
  return {
    organization_id,
    email_address,
    ...(resetPasswordRedirectURL && { reset_password_redirect_url: resetPasswordRedirectURL }),
    ...(resetPasswordTemplateId && { reset_password_template_id: resetPasswordTemplateId }),
    ...(locale && { locale }),
  }
}
