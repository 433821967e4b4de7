import { useMemo, useState, useSyncExternalStore } from 'react'
import { createRun } from '../bulk/createRun.ts'
import type { Run, RunSnapshot } from '../bulk/run.ts'
import { browserSurroundings } from '../bulk/browserSurroundings.ts'
import {
  isAlready,
  resultOf,
  type InvitationItem,
  type InvitationResult,
} from './invitationResults.ts'
import type { InvitationSender } from './useInvitationSender.ts'

type InvitationRunOf = Run<InvitationItem, unknown, 'left-out'>

export interface InvitationRun {
  /** null: nothing was started. */
  snapshot: RunSnapshot | null
  /** What became of each, those before this run included. */
  results: readonly InvitationResult[]
  start: (items: readonly InvitationItem[]) => void
  pause: () => void
  resume: () => void
  cancel: () => void
  /** Puts the run away; `keep` are the results that the next run's go on from. */
  clear: (keep: readonly InvitationResult[]) => void
}

/** Sends to many, a few at a time, and keeps what became of each. */
export function useInvitationRun(sender: InvitationSender): InvitationRun {
  const [run, setRun] = useState<InvitationRunOf | null>(null)
  const [before, setBefore] = useState<readonly InvitationResult[]>([])
  const getSnapshot = run?.getSnapshot ?? getNothing
  const snapshot = useSyncExternalStore(
    run?.subscribe ?? subscribeToNothing,
    getSnapshot,
    getSnapshot,
  )
  const results = useMemo(
    // The rows change in place; the snapshot says when.
    () => (run && snapshot ? [...before, ...run.rows().map(resultOf)] : before),
    [run, snapshot, before],
  )
  return {
    snapshot,
    results,
    start: (items) =>
      setRun(
        createRun(
          {
            source: items,
            idOf: ({ row }) => row.invitee.id,
            skip: ({ request }) => (request === null ? 'left-out' : null),
            send: async ({ request }) => request && (await sender.sendOneOfMany(request)),
            isAlready,
            onRest: sender.settle,
          },
          browserSurroundings,
        ),
      ),
    pause: () => run?.pause(),
    resume: () => run?.resume(),
    cancel: () => run?.cancel(),
    clear: (keep) => {
      run?.cancel()
      setRun(null)
      setBefore(keep)
    },
  }
}

const getNothing = () => null
const subscribeToNothing = () => () => {}
