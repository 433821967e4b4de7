'use client'
import { useState } from 'react'
import type { FormEvent } from 'react'
import { Callout } from '../ui/Callout.tsx'
import { Checkbox } from '../ui/Checkbox.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { useScimMessages } from './useScimMessages.ts'

export interface StoreTokenProps {
  /** Id of the form, for the button that goes on. */
  formId: string
  label: string
  token: string
  /** The viewer has ticked that it is stored, and goes on. */
  onStored: () => void
}

/** A token that is shown this one time; one goes on only after saying that it is stored. */
export function StoreToken({ formId, label, token, onStored }: StoreTokenProps) {
  const { token: messages } = useScimMessages()
  const [ticked, setTicked] = useState(false)
  const [asked, setAsked] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setAsked(true)
    if (ticked) onStored()
  }
  return (
    <form id={formId} data-part="scim-store-token" onSubmit={submit} noValidate>
      <Callout tone="warning">{messages.hint}</Callout>
      <CopyField label={label} value={token} />
      <Checkbox label={messages.stored} checked={ticked} onCheckedChange={setTicked} required />
      <div role="alert">
        {asked && !ticked && <p data-part="field-error">{messages.mustStore}</p>}
      </div>
    </form>
  )
}
