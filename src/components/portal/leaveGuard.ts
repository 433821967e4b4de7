/** What is asked before unsaved changes are left, and who is waiting for the answer. */
export interface LeaveQuestion {
  leave: () => void
  stay: () => void
}

/**
 * One guard for all that is unsaved in a part. However many sections are dirty, one question is asked,
 * and only when somebody leaves.
 */
export interface LeaveGuard {
  /** Marks something as unsaved until the returned function is called. */
  hold: () => () => void
  isHeld: () => boolean
  /** Runs `leave` at once when nothing is unsaved; else asks first. `stay` runs when the answer is no. */
  request: (leave: () => void, stay?: () => void) => void
  getQuestion: () => LeaveQuestion | null
  subscribe: (listener: () => void) => () => void
}

export function createLeaveGuard(): LeaveGuard {
  const holds = new Set<symbol>()
  const listeners = new Set<() => void>()
  let question: LeaveQuestion | null = null

  const setQuestion = (next: LeaveQuestion | null) => {
    question = next
    for (const listener of listeners) listener()
  }
  return {
    hold: () => {
      const key = Symbol('unsaved')
      holds.add(key)
      return () => {
        holds.delete(key)
      }
    },
    isHeld: () => holds.size > 0,
    request: (leave, stay) => {
      if (holds.size === 0) {
        leave()
        return
      }
      question?.stay()
      setQuestion({
        leave: () => {
          setQuestion(null)
          holds.clear()
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
