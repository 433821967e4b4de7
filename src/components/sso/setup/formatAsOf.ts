import type { SsoGuide } from '../guides/SsoGuide.ts'

/** `November 2026` in the viewer's language. */
export function formatAsOf(locale: string, asOf: SsoGuide['asOf']): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${asOf}-01T00:00:00Z`))
}
