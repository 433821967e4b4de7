import type { RunSurroundings } from './run.ts'

/** The browser that the page is in. */
export const browserSurroundings: RunSurroundings = {
  now: () => Date.now(),
  after: (milliseconds, callback) => {
    const timer = setTimeout(callback, milliseconds)
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
  // Only "offline" is to be believed.
  isOnline: () => navigator.onLine,
  onOnline: (callback) => {
    window.addEventListener('online', callback)
    return () => window.removeEventListener('online', callback)
  },
}
