import type { X509Certificate } from '../../../client/ssoSaml.ts'
import { credentialExpiry, type CredentialExpiry } from '../../../hooks/credentialExpiry.ts'

export const isExpired = ({ expires_at }: X509Certificate, now: number): boolean =>
  credentialExpiry(expires_at, now).level === 'expired'

/** The soonest end to come; where all are over, the last of them. Null without certificates. */
export interface NearestEnd extends CredentialExpiry {
  expiresAt: string
  /** Another one stays valid for more than 60 days. */
  replaced: boolean
}

/** How near the end of a connection's certificates is. `now` in milliseconds. */
export function nearestEnd(
  certificates: readonly X509Certificate[],
  now: number,
): NearestEnd | null {
  const byEnd = [...certificates].sort(
    (one, other) => Date.parse(one.expires_at) - Date.parse(other.expires_at),
  )
  const nearest = byEnd.find((one) => !isExpired(one, now)) ?? byEnd.at(-1)
  if (!nearest) return null
  return {
    expiresAt: nearest.expires_at,
    ...credentialExpiry(nearest.expires_at, now),
    replaced: byEnd.some(({ expires_at }) => credentialExpiry(expires_at, now).level === 'fine'),
  }
}

/** How it is called in a sentence: the common name, where there is one. */
export function shortName(distinguishedName: string): string {
  return /(?:^|,\s*)CN=([^,]+)/.exec(distinguishedName)?.[1]?.trim() ?? distinguishedName
}
