import type { SetupGuide } from './SetupGuide.ts'

/** `November 2026` in the viewer's language. */
export function formatGuideMonth(locale: string, asOf: SetupGuide['asOf']): string {
  const date = new Date(`${asOf}-01T00:00:00Z`)
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(date)
}
