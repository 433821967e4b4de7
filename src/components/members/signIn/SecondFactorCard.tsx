'use client'
import { useRef } from 'react'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Card } from '../../ui/Card.tsx'
import { DeniedHint } from '../../ui/DeniedHint.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { Select } from '../../ui/Select.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import { Switch } from '../../ui/Switch.tsx'
import { ConfirmWrite } from '../profile/ConfirmWrite.tsx'
import { FactorResetDialog } from './FactorResetDialog.tsx'
import type { MemberCardProps } from '../profile/memberCard.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import { PhoneRow } from './PhoneRow.tsx'
import { afterRemoval } from './secondFactors.ts'
import { useMemberSignInMessages } from './useMemberSignInMessages.ts'
import { useSecondFactor, type SecondFactorModel } from './useSecondFactor.ts'

/** What is asked for after the first step of a sign-in: whether, phone, authenticator app, which one first, and a reset. */
export function SecondFactorCard({ member, viewer, access }: MemberCardProps) {
  const { factors: words } = useMemberSignInMessages()
  const model = useSecondFactor(member, viewer, access)
  const card = useRef<HTMLElement>(null)
  const { factors, editable, reset } = model
  const isSetUp = factors.phone !== null || factors.totp !== null
  const bothDenied = access.deleteMfaPhone && access.deleteTotp
  return (
    <Card
      ref={card}
      title={words.title}
      description={words.hint}
      action={
        editable &&
        isSetUp && (
          <Button size="small" denied={bothDenied} onClick={reset.ask}>
            {words.reset}
          </Button>
        )
      }
    >
      <Enrolment model={model} denied={access.mfaEnrolled} />
      <Rows>
        <PhoneRow member={member} access={access} model={model} />
        <AppRow member={member} access={access} model={model} />
        {isSetUp && <PreferredRow model={model} denied={access.defaultMfaMethod} />}
      </Rows>
      <p data-part="saved" role="status">
        {reset.done && words.resetDone}
      </p>
      <FactorResetDialog
        reset={reset}
        name={memberLabel(member)}
        next={afterRemoval(
          factors,
          factors.usable.filter((method) => mayBeRemoved(method, access)),
        )}
        returnFocus={() => card.current?.querySelector('[data-part="card-body"] button') ?? null}
      />
    </Card>
  )
}

function Enrolment({
  model: { factors, enrolment, editable },
  denied,
}: {
  model: SecondFactorModel
  denied: MemberCardProps['access']['mfaEnrolled']
}) {
  const { factors: words } = useMemberSignInMessages()
  const missing = factors.usable.length === 0
  if (factors.askedBy === 'organization') {
    return missing && editable ? (
      <Callout tone="warning" title={words.required}>
        {words.missing}
      </Callout>
    ) : (
      <StatusDot tone="success">{words.required}</StatusDot>
    )
  }
  return (
    <div>
      <Switch
        label={words.enrolled}
        hint={words.enrolledHint[!enrolment.on ? 'off' : missing ? 'missing' : 'ready']}
        checked={enrolment.on}
        disabled={!editable}
        denied={denied}
        aria-busy={enrolment.busy || undefined}
        onCheckedChange={enrolment.set}
      />
      <SaveFailed title={words.enrolledFailed} error={enrolment.error} />
    </div>
  )
}

interface FactorRowProps extends Pick<MemberCardProps, 'member' | 'access'> {
  model: SecondFactorModel
}

function AppRow({ member, access, model: { factors, totp, editable } }: FactorRowProps) {
  const { factors: words } = useMemberSignInMessages()
  const said = useRef<HTMLParagraphElement>(null)
  return (
    <Row label={words.app} hint={factors.totp && words.appHint}>
      <div data-part="member-line">
        <StatusDot tone={factors.totp ? 'success' : 'neutral'}>
          {factors.totp ? words.appSet : words.appNotSet}
        </StatusDot>
        {editable && factors.totp && (
          <span data-part="member-actions">
            <Button
              size="small"
              denied={access.deleteTotp}
              aria-label={words.removeApp}
              onClick={() => totp.removal.ask(member.member_id)}
            >
              {words.remove}
            </Button>
          </span>
        )}
      </div>
      {factors.totp && !factors.totp.allowed && <p data-part="hint">{words.notAllowed}</p>}
      <p ref={said} data-part="saved" role="status" tabIndex={-1}>
        {totp.removed && words.appRemoved}
      </p>
      <ConfirmWrite
        confirmation={totp.removal}
        title={words.removeAppTitle(memberLabel(member))}
        confirmLabel={words.removeApp}
        failed={words.removeFailed}
        returnFocus={() => said.current}
      >
        <p>{words.removeAppHint}</p>
        <p>{words.next[afterRemoval(factors, ['totp'])]}</p>
      </ConfirmWrite>
    </Row>
  )
}

/** A choice only between several; else what there is. */
function PreferredRow({
  model: { factors, preferred, editable },
  denied,
}: {
  model: SecondFactorModel
  denied: MemberCardProps['access']['defaultMfaMethod']
}) {
  const { factors: words, none } = useMemberSignInMessages()
  const labelOf = (method: string) =>
    method === 'sms_otp' || method === 'totp' ? words.methods[method] : method || none
  const isChoice = factors.usable.length > 1 && editable
  return (
    <Row label={words.default}>
      {isChoice && denied === undefined ? (
        <Select
          aria-label={words.default}
          value={preferred.value}
          options={factors.usable.map((value) => ({ value, label: labelOf(value) }))}
          onValueChange={(value) => {
            const method = factors.usable.find((candidate) => candidate === value)
            if (method) preferred.set(method)
          }}
        />
      ) : (
        labelOf(preferred.value)
      )}
      {isChoice && <DeniedHint denied={denied} />}
      <SaveFailed title={words.defaultFailed} error={preferred.error} />
    </Row>
  )
}

function mayBeRemoved(method: string, access: MemberCardProps['access']): boolean {
  return (method === 'totp' ? access.deleteTotp : access.deleteMfaPhone) === undefined
}
