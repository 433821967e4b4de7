/** How long an invitation is good, as it is chosen. */
export interface Expiry {
  choice: 'hour' | 'day' | 'week' | 'custom'
  /** As typed; counts for `custom` only. */
  amount: string
  unit: ExpiryUnit
}

export type ExpiryUnit = 'minutes' | 'hours' | 'days'

/** What the API takes, in minutes. */
export const SHORTEST_EXPIRY = 5
export const LONGEST_EXPIRY = 10_080

export const USUAL_EXPIRY: Expiry = { choice: 'week', amount: '3', unit: 'days' }

/** The minutes of `invite_expiration_minutes`; null where what is typed is no whole number or the API does not take it. */
export function expiryMinutes({ choice, amount, unit }: Expiry): number | null {
  if (choice !== 'custom') return MINUTES[choice]
  const text = amount.trim()
  const minutes = /^\d+$/.test(text) ? Number(text) * UNITS[unit] : NaN
  return minutes >= SHORTEST_EXPIRY && minutes <= LONGEST_EXPIRY ? minutes : null
}

const UNITS = { minutes: 1, hours: 60, days: 1440 }
const MINUTES = { hour: 60, day: 1440, week: 10_080 }
