'use client'
import type { ReactNode } from 'react'
import type { Denied } from '../../portal/denied.ts'
import type { Roles } from '../../portal/useRoles.ts'
import { useDeniedText } from '../../ui/DeniedHint.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import { RolePicker } from '../RolePicker.tsx'
import { useInviteMessages } from './useInviteMessages.ts'

export interface RolesFieldProps {
  label: string
  hint?: ReactNode
  error?: string | undefined
  roles: Roles
  value: readonly string[]
  onValueChange: (roleIds: string[]) => void
  /** Roles may not be given: the field stays and says why. */
  denied?: Denied | undefined
}

/** The roles that somebody joins with. */
export function RolesField({ label, hint, error, denied, ...picker }: RolesFieldProps) {
  const { who } = useInviteMessages()
  const reason = useDeniedText(denied)
  if (denied) {
    return (
      <Field label={label} hint={reason}>
        <TextInput readOnly aria-disabled value={who.rolesNotOffered} />
      </Field>
    )
  }
  return (
    <Field label={label} hint={hint} error={error}>
      <RolePicker {...picker} />
    </Field>
  )
}
