import type { RunSurroundings } from '../../src/components/members/bulk/run.ts'

export interface QuickWorld extends RunSurroundings {
  online: boolean
  goOnline: () => void
  /** Nobody's time comes until `go`. */
  hold: () => void
  go: () => void
}

/** A world in which no time is lost: whoever waits is next, and the clock is where it would be then. */
export function quickWorld(): QuickWorld {
  let now = 0
  let held: (() => void)[] | null = null
  const listeners = new Set<() => void>()
  const world: QuickWorld = {
    online: true,
    now: () => now,
    after: (milliseconds, callback) => {
      const due = now + milliseconds
      let isOff = false
      const turn = () => {
        if (isOff) return
        now = Math.max(now, due)
        callback()
      }
      // A second and more is waiting; below that it only gathers news.
      if (held && milliseconds >= 500) held.push(turn)
      else setTimeout(turn)
      return () => {
        isOff = true
      }
    },
    random: () => 0.5,
    isOnline: () => world.online,
    onOnline: (callback) => {
      listeners.add(callback)
      return () => listeners.delete(callback)
    },
    goOnline: () => {
      world.online = true
      for (const listener of [...listeners]) listener()
    },
    hold: () => {
      held = []
    },
    go: () => {
      const waiting = held ?? []
      held = null
      for (const turn of waiting) turn()
    },
  }
  return world
}
