/** What a count becomes: a text per plural category of the language, `#` standing for the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/**
 * Picks the form that the language uses for this count and puts the formatted count in place of `#`.
 *
 * @example plural('en', 2, { one: '# group', other: '# groups' }) // '2 groups'
 */
export function plural(locale: string, count: number, forms: PluralForms): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other
  return form.replaceAll('#', formatNumber(locale, count))
}

/** `12,480` in the habit of the language. */
export function formatNumber(locale: string, value: number): string {
  return new Intl.NumberFormat(locale).format(value)
}

/** `Engineer, Viewer and Auditor`; with `disjunction` it says "or". */
export function formatList(
  locale: string,
  items: readonly string[],
  type: Intl.ListFormatType = 'conjunction',
): string {
  return new Intl.ListFormat(locale, { type }).format(items)
}

/** `21 Nov 2026`, in the viewer's time zone. */
export function formatDate(locale: string, date: Date): string {
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).format(date)
}

/** `November 2026` of `2026-11`. */
export function formatMonth(locale: string, month: `${number}-${number}`): string {
  return new Intl.DateTimeFormat(locale, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))
}

/** Everything about the moment, down to the second and the time zone: for a title. */
export function formatFullTime(locale: string, date: Date): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'long' }).format(date)
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/**
 * How far `date` is from `now`, in the largest unit that says enough: `2 minutes ago`, `in 30 days`.
 * Days are counted up to 60, months up to 24.
 */
export function formatRelative(locale: string, date: Date, now: Date): string {
  const { value, unit } = distance(date.getTime() - now.getTime())
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(value, unit)
}

/** How many days that is, rounded; the one rule for all that tells days. */
export function roundToDays(milliseconds: number): number {
  return Math.round(milliseconds / DAY)
}

function distance(milliseconds: number): { value: number; unit: Intl.RelativeTimeFormatUnit } {
  const size = Math.abs(milliseconds)
  if (size < 45_000) return { value: 0, unit: 'second' }
  if (size < HOUR) return { value: Math.round(milliseconds / MINUTE), unit: 'minute' }
  if (size < DAY) return { value: Math.round(milliseconds / HOUR), unit: 'hour' }
  if (size < 60 * DAY) return { value: roundToDays(milliseconds), unit: 'day' }
  if (size < 730 * DAY) return { value: Math.round(milliseconds / (30.44 * DAY)), unit: 'month' }
  return { value: Math.round(milliseconds / (365.25 * DAY)), unit: 'year' }
}
