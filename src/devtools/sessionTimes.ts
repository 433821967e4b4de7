import { INTERVAL } from '../client/refresher.ts'

/**
 * When the client asks for the session next, as far as it can be told: each answer brings a new JWT, in
 * whichever tab, and the interval counts from it. Null where there is no JWT to be seen, or where the
 * server's clock is not this device's.
 */
export function nextRefreshAt(jwt: string | undefined, now: number): number | null {
  const issuedAt = jwt === undefined ? null : issuedAtOf(jwt)
  if (issuedAt === null) return null
  const next = issuedAt + INTERVAL
  return next >= now - TOLERANCE && next <= now + INTERVAL + TOLERANCE ? next : null
}

const TOLERANCE = 30_000

/** Milliseconds since the epoch. */
function issuedAtOf(jwt: string): number | null {
  try {
    const payload = jwt.split('.')[1] ?? ''
    const claims: unknown = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')))
    if (typeof claims !== 'object' || claims === null || !('iat' in claims)) return null
    return typeof claims.iat === 'number' ? claims.iat * 1000 : null
  } catch {
    // No JWT after all.
    return null
  }
}
