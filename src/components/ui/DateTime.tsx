'use client'
import type { ReactNode } from 'react'
import { formatDate, formatFullTime, formatRelative } from '../i18n/format.ts'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { useLocale } from '../portal/PortalContext.ts'

export interface DateTimeProps {
  /** RFC 3339; null or unreadable shows `fallback`. */
  value: string | null | undefined
  /** `both`: 21 Nov 2026 (in 30 days). @default 'both' */
  format?: 'both' | 'date' | 'relative' | undefined
  /** @default 'Never' */
  fallback?: ReactNode
  /** What it is relative to. @default the present */
  now?: Date | undefined
}

/** A moment in the viewer's words, with the full time in its title. */
export function DateTime({ value, format = 'both', fallback, now, ...props }: DateTimeProps) {
  const locale = useLocale()
  const messages = useUiMessages()
  const date = value ? new Date(value) : null
  if (date === null || Number.isNaN(date.getTime())) return <>{fallback ?? messages.date.never}</>
  const day = formatDate(locale, date)
  const relative = formatRelative(locale, date, now ?? new Date())
  const text = { both: messages.date.withRelative(day, relative), date: day, relative }[format]
  return (
    <time
      data-part="date"
      dateTime={date.toISOString()}
      title={formatFullTime(locale, date)}
      {...props}
    >
      {text}
    </time>
  )
}
