'use client'

import { useMemo } from 'react'
import { explainable, type Permission } from './explainPermission.ts'
import { fieldActions, type EditableField, type EditableResource } from './fieldActions.ts'
import { answer, type Asked } from './rights.ts'
import { useRights } from './useRights.ts'

/** For each field that can be changed, whether the signed-in member may change it. */
export type EditableFields<Resource extends EditableResource> = {
  readonly [Field in EditableField<Resource>]: Permission
}

/**
 * Which fields the signed-in member may change, each with an action of its own (`fieldActions`): those of
 * `organization.update` (`stytch.organization`), of `self.update` (`stytch.self`), or of `members.update`
 * (`stytch.member`). A change with one field that is not allowed is refused as a whole.
 *
 * For `stytch.member` say who is changed: on oneself the actions of `stytch.self` will do as well, where it
 * has them, and nobody can give oneself another address (see `self.startEmailUpdate`). Without `memberId`
 * somebody else is meant.
 *
 * @example
 * const fields = useEditableFields('stytch.organization')
 * <input name="organization_name" readOnly={!fields.organization_name.allowed} />
 * @example
 * const { roles } = useEditableFields('stytch.member', { memberId: member.member_id })
 */
export function useEditableFields(
  resource: 'stytch.member',
  options?: { memberId?: string | undefined },
): EditableFields<'stytch.member'>
export function useEditableFields<Resource extends EditableResource>(
  resource: Resource,
): EditableFields<Resource>
export function useEditableFields(
  resource: EditableResource,
  { memberId }: { memberId?: string | undefined } = {},
): Readonly<Record<string, Permission>> {
  const rights = useRights()
  const isSelf = memberId !== undefined && memberId === rights.snapshot?.identity?.memberId
  const questions = Object.entries(fieldActions[resource]).map(
    ([field, action]): [string, Asked] => [
      field,
      isSelf ? onOneself(field, action) : [[resource, action]],
    ],
  )
  const answers = answer(rights, Object.fromEntries(questions))
  return useMemo(() => explainable(rights, answers), [rights, answers])
}

function onOneself(field: string, action: string): Asked {
  // One address for another: neither alone, nor with what only goes with it.
  if (action === fieldActions['stytch.member'].email_address) return []
  const asMember = ['stytch.member', action] as const
  return field in fieldActions['stytch.self'] ? [['stytch.self', action], asMember] : [asMember]
}
