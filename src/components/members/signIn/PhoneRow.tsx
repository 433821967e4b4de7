'use client'
import { useEffect, useRef } from 'react'
import type { RefObject } from 'react'
import { Button } from '../../ui/Button.tsx'
import { Row } from '../../ui/Row.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { ConfirmWrite } from '../profile/ConfirmWrite.tsx'
import type { MemberCardProps } from '../profile/memberCard.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import { PhoneForm } from './PhoneForm.tsx'
import { formatPhone } from './phoneNumber.ts'
import { afterRemoval } from './secondFactors.ts'
import { useMemberSignInMessages } from './useMemberSignInMessages.ts'
import type { SecondFactorModel } from './useSecondFactor.ts'

export interface PhoneRowProps extends Pick<MemberCardProps, 'member' | 'access'> {
  model: SecondFactorModel
}

/** The phone number that codes are sent to: entered where there is none, removed where there is one. */
export function PhoneRow({ member, access, model }: PhoneRowProps) {
  const { phone: messages, factors: words } = useMemberSignInMessages()
  const row = useRef<HTMLDivElement>(null)
  const { factors, phone, editable } = model
  const { editor, outcome } = phone
  const number = factors.phone && formatPhone(factors.phone.number)
  useFocusOnSwitch(row, editor !== null)
  return (
    <Row label={messages.title}>
      <div ref={row}>
        {editor ? (
          <PhoneForm editor={editor} />
        ) : (
          <div data-part="member-line">
            {factors.phone ? (
              <>
                <span data-part="member-number">{number}</span>
                <StatusDot tone={factors.phone.verified ? 'success' : 'warning'}>
                  {factors.phone.verified ? messages.verified : messages.unverified}
                </StatusDot>
              </>
            ) : (
              <StatusDot tone="neutral">{words.appNotSet}</StatusDot>
            )}
            {editable && (
              // One button that changes its use, so that the focus stays on it.
              <span data-part="member-actions">
                {factors.phone ? (
                  <Button
                    size="small"
                    denied={access.deleteMfaPhone}
                    aria-label={messages.remove}
                    onClick={() => phone.removal.ask(member.member_id)}
                  >
                    {words.remove}
                  </Button>
                ) : (
                  <Button size="small" denied={access.mfaPhone} onClick={phone.edit}>
                    {messages.add}
                  </Button>
                )}
              </span>
            )}
          </div>
        )}
      </div>
      {factors.phone && !factors.phone.verified && (
        <p data-part="hint">{messages.unverifiedHint}</p>
      )}
      {factors.phone && editable && <p data-part="hint">{messages.changeHint}</p>}
      {factors.phone && !factors.allowed.sms_otp && <p data-part="hint">{words.notAllowed}</p>}
      <p data-part="saved" role="status">
        {outcome?.type === 'removed' && !factors.phone && messages.removed}
        {outcome?.type === 'added' && factors.phone && messages.added(formatPhone(outcome.number))}
      </p>
      <ConfirmWrite
        confirmation={phone.removal}
        title={messages.removeTitle(memberLabel(member))}
        confirmLabel={messages.remove}
        failed={words.removeFailed}
        returnFocus={() => row.current?.querySelector('button') ?? null}
      >
        {number && <p>{messages.removeHint(number)}</p>}
        <p>{words.next[afterRemoval(factors, ['sms_otp'])]}</p>
      </ConfirmWrite>
    </Row>
  )
}

/** Into the number when the form comes, to the button that is in its place when it goes. */
function useFocusOnSwitch(row: RefObject<HTMLElement | null>, editing: boolean) {
  const before = useRef(editing)
  useEffect(() => {
    if (before.current === editing) return
    before.current = editing
    row.current?.querySelector<HTMLElement>(editing ? 'input' : 'button')?.focus()
  }, [row, editing])
}
