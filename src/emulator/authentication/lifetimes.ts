import type { Body } from '../body.ts'
import { badRequest } from '../errors.ts'

interface Lifetime {
  /** Minutes where the body says nothing. */
  usual: number
  min: number
  max: number
  errorType: string
}

/** How long links last that are mailed. */
export const LINK_LIFETIME: Lifetime = {
  usual: 60,
  min: 5,
  max: 10_080,
  errorType: 'invalid_expiration',
}

/** An invitation lasts a week. */
export const INVITE_LIFETIME: Lifetime = { ...LINK_LIFETIME, usual: 10_080 }

/** How long codes last that are mailed. */
export const CODE_LIFETIME: Lifetime = {
  usual: 10,
  min: 2,
  max: 15,
  errorType: 'invalid_expiration_otp',
}

/** Minutes that something is to last, as a body says or as is usual. Throws 400 when it is too short or too long. */
export function readLifetime(body: Body, field: string, lifetime: Lifetime): number {
  const { usual, min, max, errorType } = lifetime
  const minutes = body.raw(field)
  if (minutes === undefined) return usual
  if (
    typeof minutes === 'number' &&
    Number.isInteger(minutes) &&
    minutes >= min &&
    minutes <= max
  ) {
    return minutes
  }
  throw badRequest(
    `${field} must be a whole number of minutes from ${String(min)} to ${String(max)}.`,
    errorType,
  )
}
