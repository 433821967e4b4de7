import { useState } from 'react'
import { readSetupProgress, writeSetupProgress, type ProgressStorage } from './setupProgress.ts'

export interface SetupProgress {
  done: readonly string[]
  tick: (step: string, done: boolean) => void
}

/** Which steps of a connection's guide are ticked off, kept in this browser. */
export function useSetupProgress(connectionId: string): SetupProgress {
  const [done, setDone] = useState(() => readSetupProgress(browserStorage(), connectionId))
  return {
    done,
    tick: (step, isDone) => {
      const next = [...done.filter((other) => other !== step), ...(isDone ? [step] : [])]
      setDone(next)
      writeSetupProgress(browserStorage(), connectionId, next)
    },
  }
}

/** Null where the browser does not hand it out. */
function browserStorage(): ProgressStorage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}
