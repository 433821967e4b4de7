import { roundToDays } from '../i18n/format.ts'

/** How many days before its end a token is called expiring. */
export const EXPIRY_WARNING_DAYS = 30

const DAY_MS = 24 * 60 * 60 * 1000

export type TokenExpiry =
  | { type: 'unknown' }
  | { type: 'valid'; daysLeft: number }
  | { type: 'expiring'; daysLeft: number }
  | { type: 'expired'; daysAgo: number }

/** Where a token stands: expiring from 30 days ahead, expired from the very instant. Days are rounded. `now` in milliseconds. */
export function tokenExpiry(expiresAt: string | null | undefined, now: number): TokenExpiry {
  const end = expiresAt ? Date.parse(expiresAt) : Number.NaN
  if (Number.isNaN(end)) return { type: 'unknown' }
  if (end <= now) return { type: 'expired', daysAgo: roundToDays(now - end) }
  const daysLeft = roundToDays(end - now)
  return { type: end - now <= EXPIRY_WARNING_DAYS * DAY_MS ? 'expiring' : 'valid', daysLeft }
}
