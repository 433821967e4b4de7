import type { ExpiryLevel } from '../../../hooks/credentialExpiry.ts'

/** How urgent it looks. */
export const expiryTones = {
  fine: 'neutral',
  sixty: 'info',
  thirty: 'warning',
  seven: 'danger',
  expired: 'danger',
} as const satisfies Record<ExpiryLevel, string>
