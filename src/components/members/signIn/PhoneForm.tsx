'use client'
import { useContext, useRef } from 'react'
import type { FormEvent, KeyboardEvent } from 'react'
import { isApiError } from '../../../client/errors.ts'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import { KeptContext } from '../../portal/KeptContext.ts'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { useRequestLeave, useUnsavedChanges } from '../../portal/useLeaveGuard.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { PhoneField } from './PhoneField.tsx'
import { useMemberSignInMessages } from './useMemberSignInMessages.ts'
import type { PhoneEditor } from './usePhoneNumber.ts'

export interface PhoneFormProps {
  editor: PhoneEditor
}

/** Enters a phone number in place. Ctrl or Cmd + Enter saves; Escape cancels, and asks first when something was typed. */
export function PhoneForm({ editor }: PhoneFormProps) {
  const { phone: messages } = useMemberSignInMessages()
  const { saveShortcut } = useUiMessages()
  const kept = useContext(KeptContext)
  const form = useRef<HTMLFormElement>(null)
  const requestLeave = useRequestLeave()
  useUnsavedChanges(editor.dirty)

  const cancel = () => requestLeave(editor.cancel)
  const save = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (kept === null) editor.save()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      form.current?.requestSubmit()
    } else if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault()
      event.stopPropagation()
      cancel()
    }
  }
  return (
    <form ref={form} aria-label={messages.title} noValidate onSubmit={save}>
      <div role="presentation" data-part="member-phone-form" onKeyDown={onKeyDown}>
        <PhoneField value={editor.entry} onValueChange={editor.change} problem={editor.problem} />
        <SaveBlocked />
        {isTaken(editor.error) ? (
          <ErrorState title={messages.taken} error={editor.error} />
        ) : (
          <SaveFailed title={messages.failed} error={editor.error} kept />
        )}
        <div data-part="member-actions">
          <span data-part="footer-note">{saveShortcut}</span>
          <Button size="small" onClick={cancel}>
            {messages.cancel}
          </Button>
          <Button type="submit" size="small" variant="primary" busy={editor.saving}>
            {messages.save}
          </Button>
        </div>
      </div>
    </form>
  )
}

const isTaken = (error: Error | null) =>
  isApiError(error) && error.error_type === 'duplicate_member_phone_number'
