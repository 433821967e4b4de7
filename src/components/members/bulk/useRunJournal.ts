import { useMemo, useSyncExternalStore } from 'react'
import { useOrgportalClient } from '../../../hooks/useOrgportalClient.ts'
import {
  createRunJournal,
  hasJournal,
  interruptedRuns,
  type InterruptedRun,
  type RunJournal,
} from './runJournal.ts'

/** The journals of a member's runs in this browser. */
export interface RunJournals {
  /** That of a run which begins, or with `key` that of one which goes on. */
  open: (key?: string) => RunJournal
  interrupted: (now: number) => InterruptedRun[]
}

export function useRunJournals(memberId: string): RunJournals {
  const { publicToken } = useOrgportalClient()
  return useMemo(() => {
    const prefix = journalPrefix(publicToken, memberId)
    return {
      open: (key = `${prefix}:${newId()}`) => createRunJournal(browserStorage, key, Date.now),
      interrupted: (now) => (memberId === '' ? [] : interruptedRuns(browserStorage, prefix, now)),
    }
  }, [publicToken, memberId])
}

/** Whether there is one, which may have something to tell. */
export function useHasRunJournal(memberId: string): boolean {
  const { publicToken } = useOrgportalClient()
  const prefix = journalPrefix(publicToken, memberId)
  return useSyncExternalStore(
    never,
    () => memberId !== '' && hasJournal(browserStorage, prefix),
    () => false,
  )
}

const journalPrefix = (publicToken: string, memberId: string) =>
  `orgportal:members-run:${publicToken}:${memberId}`

/** In the order in which they begin, and no two tabs have the same. */
const newId = () => `${String(Date.now())}-${Math.random().toString(36).slice(2)}`

/** Asked for each time: a browser may forbid even to look at it, which the journal catches. */
const browserStorage = {
  getItem: (key: string) => window.localStorage.getItem(key),
  setItem: (key: string, value: string) => window.localStorage.setItem(key, value),
  removeItem: (key: string) => window.localStorage.removeItem(key),
  key: (index: number) => window.localStorage.key(index),
  get length() {
    return window.localStorage.length
  },
}

const never = () => () => {}
