'use client'
import { formatDate, formatNumber } from '../../i18n/format.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { Button } from '../../ui/Button.tsx'
import { AlertIcon, ErrorIcon, InfoIcon } from '../../ui/icons.tsx'
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx'
import type { Finding, FindingCode } from './finding.ts'
import { useFindingsMessages } from './useFindingsMessages.ts'

export interface FindingsProps {
  findings: readonly Finding[]
  /** Puts right what can be: gets what the value should be instead. Without it nothing is offered. */
  onFix?: ((value: string) => void) | undefined
}

const icons = { error: ErrorIcon, warning: AlertIcon, info: InfoIcon }
const tones = { error: 'danger', warning: 'warning', info: 'info' } as const

/** What was noticed in what somebody typed, under the field: what it is, and what to do. Read out when it changes. */
export function Findings({ findings, onFix, ...props }: FindingsProps) {
  const messages = useFindingsMessages()
  const locale = useLocale()
  const words: Record<FindingCode, { what: string; remedy: string }> = messages.codes
  return (
    <div aria-live="polite" {...props}>
      {findings.length > 0 && (
        <ul data-part="sso-findings">
          {findings.map(({ severity, code, data = {} }, index) => {
            const Icon = icons[severity]
            const { what, remedy } = words[code]
            const fix = data['fix']
            return (
              <li key={`${code}-${index}`} data-part="sso-finding" data-tone={tones[severity]}>
                <Icon />
                <div>
                  <VisuallyHidden>{messages.severities[severity]}</VisuallyHidden>
                  <strong>{fill(what, data, locale)}</strong> {fill(remedy, data, locale)}
                  {onFix && typeof fix === 'string' && (
                    <Button size="small" onClick={() => onFix(fix)}>
                      {messages.fix(fix)}
                    </Button>
                  )}
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

/** Puts what the words name in place of `{name}`; moments as dates, numbers in the habit of the language. */
function fill(text: string, data: NonNullable<Finding['data']>, locale: string): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = data[name]
    if (value === undefined) return whole
    if (typeof value === 'number') return formatNumber(locale, value)
    return name === 'at' ? formatDate(locale, new Date(value)) : value
  })
}
