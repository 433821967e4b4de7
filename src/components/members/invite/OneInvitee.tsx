'use client'
import { useState } from 'react'
import type { MembersViewer } from '../useMembersViewer.ts'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { isBlank } from './invitee.ts'
import { emailError, refusedEmail } from './inviteWords.ts'
import { KnownInvitee } from './KnownInvitee.tsx'
import { hasMany, readPasted } from './readPasted.ts'
import { RolesField } from './RolesField.tsx'
import { mergeInput, rolesOf } from './invitationDraft.ts'
import type { InvitationForm } from './useInvitation.ts'
import { useInviteMessages } from './useInviteMessages.ts'

export interface OneInviteeProps {
  form: InvitationForm
  viewer: MembersViewer
}

/** The fields of one person. Enter sends; a list that is pasted becomes rows. */
export function OneInvitee({ form, viewer }: OneInviteeProps) {
  const messages = useInviteMessages()
  const { who } = messages
  const [left, setLeft] = useState(false)
  const [row] = form.rows
  if (row === undefined) return null
  const { invitee } = row
  const change = (part: Parameters<typeof form.changeInvitee>[1]) =>
    form.changeInvitee(invitee.id, part)
  const isAsked = form.refusal !== null || (left && !isBlank(invitee))
  const missing =
    form.refusal === 'nobody' || (isAsked && invitee.email.trim() === '')
      ? messages.problems.email.empty
      : undefined
  return (
    <div data-part="invite-one" data-invitee={invitee.id}>
      <Field
        label={who.email}
        hint={who.emailHint}
        error={
          refusedEmail(form.error, messages) ??
          missing ??
          (isAsked ? emailError(row, messages) : undefined)
        }
      >
        <TextInput
          type="email"
          inputMode="email"
          autoCapitalize="none"
          spellCheck={false}
          data-1p-ignore
          placeholder={who.emailPlaceholder}
          value={invitee.email}
          onValueChange={(email) => change({ email })}
          onBlur={() => setLeft(true)}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text')
            if (!hasMany(text)) return
            event.preventDefault()
            const pasted = readPasted(text, form.findRoles)
            const [only] = pasted
            if (pasted.length > 1 || !only) form.addInvitees(pasted)
            else change(mergeInput(invitee, only))
          }}
        />
      </Field>
      <KnownInvitee row={row} onChoose={(choice) => change({ choice })} />
      <Field label={who.name} optional>
        <TextInput data-1p-ignore value={invitee.name} onValueChange={(name) => change({ name })} />
      </Field>
      <RolesField
        label={who.roles}
        hint={who.rolesHint}
        roles={viewer.roles}
        denied={viewer.access.others.roles}
        value={rolesOf(invitee, form.options)}
        onValueChange={(roles) => change({ roles })}
      />
    </div>
  )
}
