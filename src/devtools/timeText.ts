/** The time of day, in this device's zone: `14:03:09`. */
export const clockTime = (time: number | string): string =>
  new Date(time).toLocaleTimeString('en-GB')

/** Day and time: `21 Nov 2026, 14:03:09`. */
export const dateTime = (time: number | string): string =>
  new Date(time).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'medium' })

/** What is left, as `4:09` or `1:04:09`; `over` when nothing is. */
export function countdown(milliseconds: number): string {
  if (milliseconds <= 0) return 'over'
  const seconds = Math.ceil(milliseconds / 1000)
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const shown = parts[0] ? parts : parts.slice(1)
  return shown.map((part, index) => (index ? String(part).padStart(2, '0') : part)).join(':')
}

/** How long ago: `8 s ago`, `12 min ago`. */
export function ago(time: number, now: number): string {
  const seconds = Math.max(0, Math.round((now - time) / 1000))
  if (seconds < 60) return `${seconds} s ago`
  const minutes = Math.round(seconds / 60)
  return minutes < 60 ? `${minutes} min ago` : `${Math.round(minutes / 60)} h ago`
}
