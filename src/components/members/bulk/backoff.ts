const SHORTEST_WAIT = 1000
const LONGEST_WAIT = 60_000

/** How long to wait after so many failures, in milliseconds; with jitter, so that many tabs do not knock at the same time. */
export function backoff(times: number, random: () => number): number {
  const full = Math.min(LONGEST_WAIT, SHORTEST_WAIT * 2 ** Math.max(0, times - 1))
  return full * (0.5 + random() / 2)
}
