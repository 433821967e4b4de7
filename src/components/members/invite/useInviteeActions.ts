import { useEffect, useMemo, useRef } from 'react'
import type { InviteeEditor } from './useInvitees.ts'

/** What can be done to a row. */
export type InviteeActions = Pick<
  InviteeEditor,
  'changeInvitee' | 'addInvitees' | 'remove' | 'findRoles'
>

/**
 * The same functions for as long as the table is shown, whatever is typed: a row of which nothing has changed has not to
 * be rendered again.
 */
export function useInviteeActions(editor: InviteeActions): InviteeActions {
  const latest = useRef(editor)
  useEffect(() => {
    latest.current = editor
  })
  return useMemo(
    () => ({
      changeInvitee: (...change) => latest.current.changeInvitee(...change),
      addInvitees: (inputs) => latest.current.addInvitees(inputs),
      remove: (ids) => latest.current.remove(ids),
      findRoles: (...text) => latest.current.findRoles(...text),
    }),
    [],
  )
}
