'use client'
import type { RolePairsDiff } from './connectionRoles.ts'
import { useSsoRolesMessages } from './useSsoRolesMessages.ts'

export interface RolePairListProps {
  diff: RolePairsDiff
  label: string
  nameOf: (roleId: string) => string
  /** The mapping of groups that comes along. */
  attribute?: string | null | undefined
}

/** Which mappings come and go, in words. */
export function RolePairList({ diff, label, nameOf, attribute = null }: RolePairListProps) {
  const messages = useSsoRolesMessages()
  const lines = [
    ...(attribute === null ? [] : [{ state: 'added', text: messages.maps(attribute) }]),
    ...diff.added.map(({ group, role_id }) => ({
      state: 'added',
      text: messages.gives(group, nameOf(role_id)),
    })),
    ...diff.removed.map(({ group, role_id }) => ({
      state: 'removed',
      text: messages.givesNoMore(group, nameOf(role_id)),
    })),
  ]
  return (
    <ul data-part="mapping-changes" aria-label={label}>
      {lines.map(({ state, text }) => (
        <li key={`${state} ${text}`} data-part="mapping-change" data-state={state}>
          {text}
        </li>
      ))}
    </ul>
  )
}
