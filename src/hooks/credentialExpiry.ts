const DAY_MS = 24 * 60 * 60 * 1000

/** How near the end of a credential is: `sixty`, `thirty` and `seven` are days ahead, counted to the millisecond. */
export type ExpiryLevel = 'fine' | 'sixty' | 'thirty' | 'seven' | 'expired'

export interface CredentialExpiry {
  level: ExpiryLevel
  /** Rounded; negative once it is over, Infinity where no end is known. */
  days: number
}

/**
 * How near the end of a credential is.
 *
 * @param expiresAt RFC 3339; null or unreadable is taken as having no end.
 * @param now in milliseconds.
 * @example credentialExpiry(certificate.expires_at, Date.now()) // { level: 'thirty', days: 12 }
 */
export function credentialExpiry(
  expiresAt: string | null | undefined,
  now: number,
): CredentialExpiry {
  const end = expiresAt ? Date.parse(expiresAt) : Number.NaN
  if (Number.isNaN(end)) return { level: 'fine', days: Number.POSITIVE_INFINITY }
  const left = end - now
  return { level: levelOf(left), days: Math.round(left / DAY_MS) }
}

function levelOf(left: number): ExpiryLevel {
  if (left <= 0) return 'expired'
  if (left <= 7 * DAY_MS) return 'seven'
  if (left <= 30 * DAY_MS) return 'thirty'
  return left <= 60 * DAY_MS ? 'sixty' : 'fine'
}
