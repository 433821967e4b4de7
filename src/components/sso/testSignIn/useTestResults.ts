import { createContext, useContext, useState } from 'react'
import type { TestOutcome } from './testOutcome.ts'

/** What came of the last test of each connection, by its id. In memory, for as long as the part is mounted. */
export interface TestResultsStore {
  results: ReadonlyMap<string, TestOutcome>
  /** Null forgets it. */
  record: (connectionId: string, outcome: TestOutcome | null) => void
}

/** Filled by `TestResults`. */
export const TestResultsContext = createContext<TestResultsStore | null>(null)

export interface LastTest {
  /** Milliseconds. */
  at: number
  passed: boolean
  /** Who signed in; empty where nobody did, as are the next three. */
  memberLabel: string
  /** As the service keeps them, by our names. */
  attributes: Readonly<Record<string, unknown>>
  groups: readonly string[]
  /** Ids of the roles that follow from the connection. */
  roles: readonly string[]
}

/** What is known from the last test of a connection; null where there was none since the part was opened. */
export function useLastTest(connectionId: string): LastTest | null {
  const outcome = useContext(TestResultsContext)?.results.get(connectionId)
  if (!outcome) return null
  if (outcome.type !== 'passed') return { at: outcome.at, passed: false, ...NOBODY }
  const { at, memberLabel, attributes, groups, roles } = outcome
  const following = roles.filter(({ follows }) => follows).map(({ role_id }) => role_id)
  return { at, passed: true, memberLabel, attributes, groups, roles: following }
}

/** The store around, or one of the caller's own. */
export function useTestResults(): TestResultsStore {
  const shared = useContext(TestResultsContext)
  const own = useTestResultsStore()
  return shared ?? own
}

export function useTestResultsStore(): TestResultsStore {
  const [results, setResults] = useState<ReadonlyMap<string, TestOutcome>>(() => new Map())
  const [record] = useState(() => (connectionId: string, outcome: TestOutcome | null) => {
    setResults((before) => {
      const next = new Map(before)
      if (outcome) next.set(connectionId, outcome)
      else next.delete(connectionId)
      return next
    })
  })
  return { results, record }
}

const NOBODY = { memberLabel: '', attributes: {}, groups: [], roles: [] } as const
