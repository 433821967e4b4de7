import { useMemo, useSyncExternalStore } from 'react'
import { useOrgportalClient } from '../../../hooks/useOrgportalClient.ts'
import { createRunJournal, hasJournal, type RunJournal } from './runJournal.ts'

/** The journal of a member's runs in this browser. */
export function useRunJournal(memberId: string): RunJournal {
  const { publicToken } = useOrgportalClient()
  return useMemo(
    () => createRunJournal(browserStorage, journalKey(publicToken, memberId), Date.now),
    [publicToken, memberId],
  )
}

/** Whether there is one, which may have something to tell. */
export function useHasRunJournal(memberId: string): boolean {
  const { publicToken } = useOrgportalClient()
  const key = journalKey(publicToken, memberId)
  return useSyncExternalStore(
    never,
    () => memberId !== '' && hasJournal(browserStorage, key),
    () => false,
  )
}

const journalKey = (publicToken: string, memberId: string) =>
  `orgportal:members-run:${publicToken}:${memberId}`

/** Asked for each time: a browser may forbid even to look at it, which the journal catches. */
const browserStorage = {
  getItem: (key: string) => window.localStorage.getItem(key),
  setItem: (key: string, value: string) => window.localStorage.setItem(key, value),
  removeItem: (key: string) => window.localStorage.removeItem(key),
}

const never = () => () => {}
