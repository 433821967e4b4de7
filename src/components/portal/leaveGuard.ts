import type { Messages } from '../i18n/messages.ts'

/** The texts of the question: what would be lost, and the two answers. */
export type LeaveWords = Messages['ui']['unsaved']

/** What is asked before unsaved changes are left, and who is waiting for the answer. */
export interface LeaveQuestion {
  /** The words of what was marked as unsaved last and has words of its own; null: those for any change. */
  words: LeaveWords | null
  leave: () => void
  stay: () => void
}

/**
 * One guard for all that is unsaved in a part. However many sections are dirty, one question is asked,
 * and only when somebody leaves.
 */
export interface LeaveGuard {
  /** Marks something as unsaved until the returned function is called. `words` is read when the question is asked. */
  hold: (words?: () => LeaveWords | undefined) => () => void
  isHeld: () => boolean
  /** Marks work that goes on while one moves about the part, until the returned function is called: it ends with the part. */
  holdPart: () => () => void
  /** Whether anything would be lost with the part. */
  isPartHeld: () => boolean
  /** Runs `leave` at once when nothing is unsaved; else asks first. `stay` runs when the answer is no. */
  request: (leave: () => void, stay?: () => void) => void
  getQuestion: () => LeaveQuestion | null
  /** Calls back when a question is asked or answered, and when there begins or ceases to be something unsaved. */
  subscribe: (listener: () => void) => () => void
}

export function createLeaveGuard(): LeaveGuard {
  const holds = new Map<symbol, () => LeaveWords | undefined>()
  const partHolds = new Set<symbol>()
  const listeners = new Set<() => void>()
  let question: LeaveQuestion | null = null

  const notify = () => {
    for (const listener of listeners) listener()
  }
  const setQuestion = (next: LeaveQuestion | null) => {
    question = next
    notify()
  }
  const ownWords = () =>
    [...holds.values()].map((words) => words()).findLast((words) => words !== undefined) ?? null
  return {
    hold: (words = () => undefined) => {
      const key = Symbol('unsaved')
      holds.set(key, words)
      if (holds.size === 1) notify()
      return () => {
        if (holds.delete(key) && holds.size === 0) notify()
      }
    },
    isHeld: () => holds.size > 0,
    holdPart: () => {
      const key = Symbol('work')
      partHolds.add(key)
      notify()
      return () => {
        if (partHolds.delete(key)) notify()
      }
    },
    isPartHeld: () => holds.size + partHolds.size > 0,
    request: (leave, stay) => {
      if (holds.size === 0) {
        leave()
        return
      }
      question?.stay()
      setQuestion({
        words: ownWords(),
        leave: () => {
          holds.clear()
          setQuestion(null)
          leave()
        },
        stay: () => {
          setQuestion(null)
          stay?.()
        },
      })
    },
    getQuestion: () => question,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
