'use client'
import { useRef } from 'react'
import type { Member } from '../../../client/types.ts'
import type { Denied } from '../../portal/denied.ts'
import { Button } from '../../ui/Button.tsx'
import { Row } from '../../ui/Row.tsx'
import { ConfirmWrite } from './ConfirmWrite.tsx'
import { memberLabel } from '../../portal/memberLabel.ts'
import { useProfileMessages } from './useProfileMessages.ts'
import { useRetiredEmails, type RetiredEmail } from './useRetiredEmails.ts'

export interface RetiredEmailsRowProps {
  member: Member
  denied: Denied | undefined
}

/** The former addresses, each of which can be freed for others; nothing where there are none and none was freed. */
export function RetiredEmailsRow({ member, denied }: RetiredEmailsRowProps) {
  const { email } = useProfileMessages()
  const { addresses, unlinked, confirmation } = useRetiredEmails(member)
  const said = useRef<HTMLParagraphElement>(null)
  if (addresses.length === 0 && unlinked === null) return null
  return (
    <Row label={email.retired} hint={email.retiredHint}>
      <ul data-part="member-retired">
        {addresses.map((retired) => (
          <li key={retired.email_id ?? retired.email_address}>
            <span>{addressOf(retired)}</span>
            {member.status !== 'deleted' && (
              <Button
                size="small"
                denied={denied}
                aria-label={email.unlinkWhat(addressOf(retired))}
                onClick={() => confirmation.ask(retired)}
              >
                {email.unlink}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <p ref={said} role="status" tabIndex={-1} data-part="saved">
        {unlinked && email.unlinked(addressOf(unlinked))}
      </p>
      <ConfirmWrite
        confirmation={confirmation}
        title={email.unlinkTitle(addressOf(confirmation.subject))}
        confirmLabel={email.unlinkConfirm}
        failed={email.unlinkFailed}
        returnFocus={() => said.current}
      >
        <p>{email.unlinkText(memberLabel(member))}</p>
      </ConfirmWrite>
    </Row>
  )
}

const addressOf = (retired: RetiredEmail | null) =>
  retired?.email_address ?? retired?.email_id ?? ''
