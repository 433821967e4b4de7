import { useCallback, useRef, useState } from 'react'

/** One request of a save that takes several. */
export interface SaveStep {
  /** Names the step; a save asked for again skips those of the same id that were done. */
  id: string
  /** What it does, in plain words: "Remove the certificate of 2024". */
  label: string
  send: () => Promise<unknown>
}

export interface SaveOutcome {
  id: string
  label: string
  state: 'waiting' | 'running' | 'done' | 'failed'
  error: Error | null
}

export interface SaveSteps {
  /** Of the steps of the last save, in their order. Empty before the first, and after `reset`. */
  outcomes: readonly SaveOutcome[]
  saving: boolean
  /** The first failure; null where there is none. */
  error: Error | null
  /** Sends the steps one after the other and stops at the first that fails. True when all are done. */
  save: (steps: readonly SaveStep[]) => Promise<boolean>
  /** What is left of the last save: the step that failed, and those behind it. True when all are done. */
  retry: () => Promise<boolean>
  reset: () => void
}

interface Progress {
  steps: readonly SaveStep[]
  done: ReadonlySet<string>
  running: string | null
  failed: { id: string; error: Error } | null
}

const NOTHING: Progress = { steps: [], done: new Set(), running: null, failed: null }

/**
 * A save of several requests, each with its own outcome. The API has no transactions: what was done before a failure stays
 * done, is said to be done, and is not sent again by `retry`.
 *
 * @example
 * const steps = useSaveSteps()
 * await steps.save([
 *   { id: 'url', label: 'Read the metadata', send: () => updateByUrl.mutateAsync({ connection_id, metadata_url }) },
 *   { id: 'mapping', label: 'Save the mapping', send: () => update.mutateAsync({ connection_id, attribute_mapping }) },
 * ])
 */
export function useSaveSteps(): SaveSteps {
  const [progress, setProgress] = useState(NOTHING)
  const current = useRef(NOTHING)

  const show = useCallback((next: Progress) => {
    current.current = next
    setProgress(next)
  }, [])

  const save = useCallback(
    async (steps: readonly SaveStep[], done: ReadonlySet<string> = new Set()) => {
      if (current.current.running !== null) return false
      const finished = new Set(done)
      for (const step of steps) {
        if (finished.has(step.id)) continue
        show({ steps, done: new Set(finished), running: step.id, failed: null })
        try {
          await step.send()
        } catch (thrown) {
          const error = thrown instanceof Error ? thrown : new Error(String(thrown))
          show({ steps, done: finished, running: null, failed: { id: step.id, error } })
          return false
        }
        finished.add(step.id)
      }
      show({ steps, done: finished, running: null, failed: null })
      return true
    },
    [show],
  )

  const retry = useCallback(() => save(current.current.steps, current.current.done), [save])
  const reset = useCallback(() => show(NOTHING), [show])

  return {
    outcomes: progress.steps.map((step) => outcomeOf(step, progress)),
    saving: progress.running !== null,
    error: progress.failed?.error ?? null,
    save: useCallback((steps: readonly SaveStep[]) => save(steps), [save]),
    retry,
    reset,
  }
}

function outcomeOf({ id, label }: SaveStep, { done, running, failed }: Progress): SaveOutcome {
  if (done.has(id)) return { id, label, state: 'done', error: null }
  if (failed?.id === id) return { id, label, state: 'failed', error: failed.error }
  return { id, label, state: running === id ? 'running' : 'waiting', error: null }
}
