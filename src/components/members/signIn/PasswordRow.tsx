'use client'
import { useRef } from 'react'
import type { Member } from '../../../client/types.ts'
import type { Denied } from '../../portal/denied.ts'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Row } from '../../ui/Row.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { ConfirmWrite } from '../profile/ConfirmWrite.tsx'
import { memberLabel } from '../../portal/memberLabel.ts'
import { onlyByPassword, type SignInWays } from '../../portal/signInWays.ts'
import { useMemberSignInMessages } from './useMemberSignInMessages.ts'
import type { PasswordModel } from './usePassword.ts'

export interface PasswordRowProps {
  member: Member
  password: PasswordModel
  ways: SignInWays | null
  editable: boolean
  denied: Denied | undefined
}

/** Whether there is a password, with the two things that can be done about it. Nothing where neither applies. */
export function PasswordRow({ member, password, ways, editable, denied }: PasswordRowProps) {
  const { password: messages } = useMemberSignInMessages()
  const row = useRef<HTMLDivElement>(null)
  const said = useRef<HTMLParagraphElement>(null)
  const { exists, mail, outcome } = password
  const address = member.email_address
  if (!exists && (mail === 'not-allowed' || mail === 'inactive') && outcome === null) return null
  return (
    <Row label={messages.title}>
      <div data-part="member-line" ref={row}>
        <StatusDot tone={exists ? 'success' : 'neutral'}>
          {exists ? messages.set : messages.notSet}
        </StatusDot>
        {editable && (
          <span data-part="member-actions">
            {mail === 'possible' && (
              <Button size="small" onClick={password.send}>
                {messages.send}
              </Button>
            )}
            {exists && (
              <Button size="small" denied={denied} onClick={password.remove}>
                {messages.remove}
              </Button>
            )}
          </span>
        )}
      </div>
      {mail === 'not-allowed' && <p data-part="hint">{messages.notAllowed}</p>}
      {mail === 'other-browser' && <p data-part="hint">{messages.otherBrowser}</p>}
      <p ref={said} data-part="saved" role="status" tabIndex={-1}>
        {outcome === 'sent' && messages.sent(address)}
        {outcome === 'removed' && password.notFollowed === null && messages.removed}
        {outcome === 'removed-and-sent' && messages.removedAndSent(address)}
      </p>
      <SaveFailed title={messages.removedNotSent} error={password.notFollowed} />
      <PasswordDialogs
        member={member}
        password={password}
        isOnlyWay={ways !== null && onlyByPassword(ways)}
        returnFocus={() => row.current?.querySelector('button') ?? said.current}
      />
    </Row>
  )
}

interface PasswordDialogsProps {
  member: Member
  password: PasswordModel
  isOnlyWay: boolean
  returnFocus: () => HTMLElement | null
}

function PasswordDialogs({ member, password, isOnlyWay, returnFocus }: PasswordDialogsProps) {
  const { password: messages } = useMemberSignInMessages()
  const name = memberLabel(member)
  return (
    <>
      <ConfirmWrite
        confirmation={password.sending}
        tone="neutral"
        title={messages.sendTitle(name)}
        confirmLabel={messages.sendConfirm}
        failed={messages.sendFailed}
      >
        <p>{messages.sendHint(member.email_address)}</p>
      </ConfirmWrite>
      <ConfirmWrite
        confirmation={password.removal}
        title={messages.removeTitle(name)}
        confirmLabel={messages.removeConfirm}
        failed={messages.removeFailed}
        returnFocus={returnFocus}
      >
        <p>{messages.removeHint}</p>
        {isOnlyWay && <p>{messages.removeOnlyWay}</p>}
        {password.mail === 'possible' && (
          <Checkbox
            label={messages.alsoSend}
            checked={password.alsoSend}
            onCheckedChange={password.setAlsoSend}
          />
        )}
      </ConfirmWrite>
    </>
  )
}
