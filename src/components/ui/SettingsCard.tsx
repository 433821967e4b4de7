'use client'
import { useEffect, useId, useRef, useState } from 'react'
import type { FormEvent, KeyboardEvent, ReactNode } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import type { Denied } from '../portal/denied.ts'
import { useUnsavedChanges } from '../portal/useLeaveGuard.ts'
import { Button } from './Button.tsx'
import { Card } from './Card.tsx'

export interface SettingsCardProps {
  title: string
  /** One sentence. */
  description?: ReactNode
  /** The values, as `Rows`. */
  children: ReactNode
  /** The same as fields (`Field layout="row"`), shown while editing. */
  form: ReactNode
  editing: boolean
  /** Something in the form differs from what is stored: Save works, and leaving asks. */
  dirty: boolean
  onEdit: () => void
  /** Leaves the form; what was typed is dropped. */
  onCancel: () => void
  /** Ends with `editing` false when it worked; with `error` when it did not. */
  onSave: () => void
  saving?: boolean | undefined
  /** Something is in the way of saving, which `preview` or the form says: Save waits. */
  blocked?: boolean | undefined
  /** Why saving failed: an `ErrorState` or `Callout`, shown above the buttons. */
  error?: ReactNode
  /** Editing is not allowed: the button stays and says why. */
  denied?: Denied | undefined
  /** What changed, said after saving where it happened. */
  saved?: ReactNode
  /** Above the buttons while editing: what saving will do. */
  preview?: ReactNode
  /** @default 'Save' */
  saveLabel?: string | undefined
  /** Further buttons beside Edit. */
  action?: ReactNode
}

/**
 * A card whose values turn into fields in place. Ctrl or Cmd + Enter saves; Escape cancels, and asks first when something
 * differs. It holds no data: the caller says what is edited, dirty, saving and failed.
 */
export function SettingsCard({
  title,
  description,
  children,
  form,
  editing,
  dirty,
  onEdit,
  onCancel,
  onSave,
  saving = false,
  blocked = false,
  error,
  denied,
  saved,
  preview,
  saveLabel,
  action,
  ...props
}: SettingsCardProps) {
  const messages = useUiMessages()
  const formId = useId()
  const card = useRef<HTMLElement>(null)
  const [asking, setAsking] = useState(false)
  const focusBefore = useRef<Element | null>(null)
  useUnsavedChanges(editing && dirty)
  useFocusOnSwitch(card, editing)

  const cancel = () => {
    setAsking(false)
    onCancel()
  }
  const requestCancel = () => {
    if (saving) return
    if (!dirty) {
      cancel()
      return
    }
    focusBefore.current = document.activeElement
    setAsking(true)
  }
  const resume = () => {
    setAsking(false)
    const before = focusBefore.current
    if (before instanceof HTMLElement && before.isConnected) before.focus()
    else focusFirst(card.current, FIELDS)
  }
  const save = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (dirty && !blocked && !saving) onSave()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // What is pressed in a dialog over the card bubbles to here in React's tree, and is not meant for it.
    if (event.target instanceof Node && !event.currentTarget.contains(event.target)) return
    if (event.defaultPrevented) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.currentTarget.closest('form')?.requestSubmit()
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      if (asking) resume()
      else requestCancel()
    }
  }

  if (!editing) {
    return (
      <Card
        ref={card}
        title={title}
        description={description}
        data-state="viewing"
        action={
          <>
            {action}
            <Button
              size="small"
              denied={denied}
              data-edit
              aria-label={messages.editSection(title)}
              onClick={onEdit}
            >
              {messages.edit}
            </Button>
          </>
        }
        {...props}
      >
        {children}
        <div data-part="saved" role="status">
          {saved}
        </div>
      </Card>
    )
  }
  return (
    <form data-part="settings-form" id={formId} aria-label={title} onSubmit={save} noValidate>
      <div role="presentation" data-part="settings-keys" onKeyDown={onKeyDown}>
        <Card
          ref={card}
          title={title}
          description={description}
          data-state="editing"
          footer={
            asking ? (
              <DiscardQuestion onKeep={resume} onDiscard={cancel} />
            ) : (
              <>
                <span data-part="footer-note">{messages.saveShortcut}</span>
                <Button onClick={requestCancel}>{messages.cancel}</Button>
                <Button type="submit" variant="primary" disabled={!dirty || blocked} busy={saving}>
                  {saveLabel ?? messages.save}
                </Button>
              </>
            )
          }
          {...props}
        >
          <div data-part="settings-fields">{form}</div>
          {preview}
          {error}
        </Card>
      </div>
    </form>
  )
}

function DiscardQuestion({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  const { unsaved } = useUiMessages()
  const id = useId()
  const keep = useRef<HTMLButtonElement>(null)
  useEffect(() => keep.current?.focus(), [])
  return (
    <div data-part="discard" role="alertdialog" aria-labelledby={id}>
      <span data-part="discard-question" id={id}>
        {unsaved.question}
      </span>
      <Button ref={keep} onClick={onKeep}>
        {unsaved.keep}
      </Button>
      <Button variant="danger" onClick={onDiscard}>
        {unsaved.discard}
      </Button>
    </div>
  )
}

/** The first field when editing begins, the Edit button when it ends: the focus never falls off the page. */
function useFocusOnSwitch(card: React.RefObject<HTMLElement | null>, editing: boolean) {
  const before = useRef(editing)
  useEffect(() => {
    if (before.current === editing) return
    before.current = editing
    focusFirst(card.current, editing ? FIELDS : '[data-edit]')
  }, [card, editing])
}

/** Not the buttons: one that removes or replaces something may stand before the first field. */
const FIELDS = '[data-part="card-body"] :is(input, select, textarea):enabled'

function focusFirst(card: HTMLElement | null, selector: string) {
  card?.querySelector<HTMLElement>(selector)?.focus()
}
