import { memberResult, type MemberAction, type MemberResult } from './memberAction.ts'
import type { MemberRow } from './outcomes.ts'

/** Whom a run has changed itself, and how: those that an undo is for. Of some the answer was lost, and a second try told. */
export function changedMembers(
  action: MemberAction,
  rows: readonly MemberRow[],
): { id: string; result: MemberResult }[] {
  return rows.flatMap(({ id, state, already, item: { member } }) =>
    state === 'done' && !already && member !== null
      ? [{ id, result: memberResult(action, member) }]
      : [],
  )
}
