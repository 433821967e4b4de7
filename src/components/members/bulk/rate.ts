/** How fast rows are done of late. */
export interface Rate {
  /** A row was settled at this time, in milliseconds. */
  note: (now: number) => void
  /** Forgets: after a pause the past says nothing. */
  reset: () => void
  /** Rows a second; null until enough is known. */
  read: () => number | null
}

const REMEMBERED = 100
const NEEDED = 8

export function createRate(): Rate {
  let times: number[] = []
  return {
    note: (now) => {
      times.push(now)
      // Cut seldom, so that a row costs next to nothing.
      if (times.length > 2 * REMEMBERED) times = times.slice(-REMEMBERED)
    },
    reset: () => {
      times = []
    },
    read: () => {
      const recent = times.slice(-REMEMBERED)
      const [first] = recent
      const last = recent.at(-1)
      if (recent.length < NEEDED || first === undefined || last === undefined) return null
      return last > first ? ((recent.length - 1) * 1000) / (last - first) : null
    },
  }
}
