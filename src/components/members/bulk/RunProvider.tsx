'use client'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { RunsContext, type MemberRun } from './useRuns.ts'

/** Keeps what is being done to many members while one looks at other screens of the part. */
export function RunProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<MemberRun | null>(null)
  const latest = useRef(current)
  useEffect(() => {
    latest.current = current
  }, [current])
  // Without the part nobody could see it, or stop it.
  useEffect(() => () => latest.current?.leave(), [])
  const runs = useMemo(
    () => ({
      current,
      show: (run: MemberRun) => setCurrent(run),
      dismiss: () => {
        current?.leave()
        setCurrent(null)
      },
    }),
    [current],
  )
  return <RunsContext.Provider value={runs}>{children}</RunsContext.Provider>
}
