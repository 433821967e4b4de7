'use client'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import { TestResultsContext, useTestResultsStore } from './useTestResults.ts'

/** Keeps what came of test sign-ins while one goes from screen to screen. See `useLastTest`. */
export function TestResults({ children }: { children: ReactNode }) {
  const { results, record } = useTestResultsStore()
  const store = useMemo(() => ({ results, record }), [results, record])
  return <TestResultsContext.Provider value={store}>{children}</TestResultsContext.Provider>
}
