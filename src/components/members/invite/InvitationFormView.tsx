'use client'
import { useEffect, useId, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import type { MembersViewer } from '../useMembersViewer.ts'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Card } from '../../ui/Card.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { ImportInvitees } from './ImportInvitees.tsx'
import { InvitationOptionsCard } from './InvitationOptionsCard.tsx'
import { InviteeTable } from './InviteeTable.tsx'
import { refusedEmail, submitLabel, summaryText } from './inviteWords.ts'
import { OneInvitee } from './OneInvitee.tsx'
import type { InvitationForm } from './useInvitation.ts'
import { useInviteMessages } from './useInviteMessages.ts'

export interface InvitationFormViewProps {
  form: InvitationForm
  viewer: MembersViewer
  /** The organization does not allow invitations. */
  off: boolean
  onCancel: () => void
}

/** Who is invited and how. One person has fields, of which Enter sends; several have a table. */
export function InvitationFormView({ form, viewer, off, onCancel }: InvitationFormViewProps) {
  const messages = useInviteMessages()
  const { who } = messages
  const announce = useAnnounce()
  const importId = useId()
  const body = useRef<HTMLFormElement>(null)
  const [importing, setImporting] = useState(false)
  const isOne = form.shape === 'one'
  useFocusOn(body, form)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // In a table Enter is pressed by habit.
    if (isOne) form.submit()
  }
  return (
    <form ref={body} onSubmit={submit} noValidate data-part="invite-form">
      <Card title={who.title}>
        <div data-part="invite-who">
          {isOne ? (
            <OneInvitee form={form} viewer={viewer} />
          ) : (
            <InviteeTable form={form} viewer={viewer} />
          )}
          {form.rolesDropped && <Callout tone="warning">{who.rolesDropped}</Callout>}
          <div data-part="invite-ways">
            <Button variant="ghost" size="small" icon={<PlusIcon />} onClick={form.addRow}>
              {isOne ? who.addPerson : who.addRow}
            </Button>
            <Button
              variant="ghost"
              size="small"
              aria-expanded={importing}
              aria-controls={importing ? importId : undefined}
              onClick={() => setImporting(!importing)}
            >
              {who.import}
            </Button>
          </div>
          {importing && (
            <div id={importId}>
              <ImportInvitees
                form={form}
                onAdded={(count) => {
                  setImporting(false)
                  announce(who.added(count))
                }}
              />
            </div>
          )}
        </div>
      </Card>
      <InvitationOptionsCard form={form} off={off} />
      <Obstacles form={form} />
      <div data-part="invite-footer">
        {!isOne && (
          <p data-part="invite-summary" role="status">
            {summaryText(form.counts, messages)}
          </p>
        )}
        <Button onClick={onCancel}>{messages.cancel}</Button>
        {isOne ? (
          <Button variant="primary" type="submit" busy={form.busy}>
            {submitLabel(form, messages)}
          </Button>
        ) : (
          <Button variant="primary" busy={form.busy} onClick={form.submit}>
            {submitLabel(form, messages)}
          </Button>
        )}
      </div>
    </form>
  )
}

/** What keeps it from being sent. */
function Obstacles({ form }: Pick<InvitationFormViewProps, 'form'>) {
  const messages = useInviteMessages()
  const { check, refused, failed } = messages
  const { refusal, error, counts, shape } = form
  const said =
    refusal === 'problems' && shape === 'many'
      ? refused.problems(counts.problems)
      : refusal === 'all-left-out'
        ? refused.allLeftOut
        : refusal === 'nobody' && shape === 'many'
          ? refused.nobody
          : null
  return (
    <>
      {form.check.progress && !form.check.error && (
        <Progress
          label={check.label}
          value={form.check.progress.done}
          max={form.check.progress.total}
          text={check.running(form.check.progress.done, form.check.progress.total)}
        />
      )}
      {form.check.error && (
        <ErrorState
          title={check.failed}
          description={check.failedHint}
          error={form.check.error}
          onRetry={form.check.retry}
        />
      )}
      {said !== null && (
        <Callout tone="danger" announce="alert">
          {said}
        </Callout>
      )}
      {refusal === 'session' && <SaveBlocked />}
      {refusedEmail(error, messages) === undefined && (
        <SaveFailed
          title={
            form.rows[0]?.action === 'reactivate'
              ? failed.reactivate
              : failed[form.options.delivery]
          }
          error={error}
          kept
        />
      )}
    </>
  )
}

/** Puts the focus where the viewer is led: on what is wrong in a row, else on its first field. */
function useFocusOn(body: React.RefObject<HTMLElement | null>, { focus }: InvitationForm) {
  useEffect(() => {
    if (focus === null) return
    const row = `[data-invitee="${focus.id}"]`
    const target =
      body.current?.querySelector<HTMLElement>(`${row} [aria-invalid="true"]`) ??
      body.current?.querySelector<HTMLElement>(`${row} :is(input, select)`)
    target?.focus()
  }, [body, focus])
}
