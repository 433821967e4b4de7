import { createContext, useContext } from 'react'
import type { MemberAction, MemberResult, SkipReason } from './memberAction.ts'
import type { RunItem } from './memberSource.ts'
import type { Run } from './run.ts'

/** Something that is done to many members, or was. */
export interface MemberRun {
  /** Tells one from the next. */
  key: string
  action: MemberAction
  run: Run<RunItem, MemberResult, SkipReason>
  /** Whether what is left is kept in the browser. */
  isRemembered: () => boolean
  /** Ends it where it stands, and keeps what is needed to go on another time. */
  leave: () => void
}

/** The run of a part: one at a time. */
export interface Runs {
  current: MemberRun | null
  show: (run: MemberRun) => void
  dismiss: () => void
}

export const RunsContext = createContext<Runs | null>(null)

/** @throws {Error} outside of a `RunProvider` */
export function useRuns(): Runs {
  const runs = useContext(RunsContext)
  if (runs === null) throw new Error('`useRuns` must be used within `RunProvider`')
  return runs
}
