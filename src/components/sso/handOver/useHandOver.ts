import { useEffect, useMemo, useState } from 'react'
import { formatDate, formatMonth } from '../../i18n/format.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { providerName } from '../connectionKind.ts'
import type { OidcSsoConnection, SamlSsoConnection } from '../connections.ts'
import { useConnectionMessages } from '../connection/useConnectionMessages.ts'
import { useGuide } from '../guides/useGuide.ts'
import { readGuideId, type GuideId } from '../providers.ts'
import { useSsoMessages } from '../useSsoMessages.ts'
import { handOverSheet } from './handOverSheet.ts'
import { sheetHtml } from './sheetHtml.ts'
import { sheetText } from './sheetText.ts'

export type HandOverState =
  | { type: 'loading' }
  | { type: 'failed'; error: unknown; retry: () => void }
  /** `url`: the page in this browser's memory, for as long as the sheet is shown. */
  | { type: 'ready'; text: string; url: string; fileName: string }

/** The model of the hand-over sheet: made of the connection and its guide, in the words of the viewer. */
export function useHandOver(input: {
  connection: SamlSsoConnection | OidcSsoConnection
  guideId: GuideId
  organizationName: string
}): HandOverState {
  const { connection, guideId, organizationName } = input
  const state = useGuide(guideId)
  const locale = useLocale()
  const messages = useSsoMessages()
  const { handOver, values: valueWords } = useConnectionMessages()
  const { sheet: words } = handOver
  const made = useMemo(() => {
    if (state.type !== 'ready') return null
    const provider = readGuideId(guideId)?.provider ?? connection.identity_provider
    const sheet = handOverSheet({
      connection,
      guide: state.guide,
      guideWords: state.words,
      words,
      valueWords,
      names: {
        product: window.location.hostname,
        organization: organizationName,
        provider: providerName(messages, provider),
      },
      dates: {
        madeOn: formatDate(locale, new Date()),
        asOf: formatMonth(locale, state.guide.asOf),
      },
    })
    return { text: sheetText(sheet, words), html: sheetHtml(sheet, words, locale) }
  }, [state, connection, guideId, organizationName, locale, messages, words, valueWords])
  const url = useObjectUrl(made?.html ?? null)

  if (state.type !== 'ready') return state
  if (made === null || url === null) return { type: 'loading' }
  return { type: 'ready', text: made.text, url, fileName: `sso-${guideId}.html` }
}

/** An address of the page, given back when it is not shown any more. */
function useObjectUrl(html: string | null): string | null {
  const [made, setMade] = useState<{ html: string; url: string } | null>(null)
  useEffect(() => {
    if (html === null) return
    const url = URL.createObjectURL(new Blob([html], { type: 'text/html;charset=utf-8' }))
    let isCurrent = true
    queueMicrotask(() => {
      if (isCurrent) setMade({ html, url })
    })
    return () => {
      isCurrent = false
      setMade(null)
      // Not at once: a tab that was just opened may still be reading it.
      setTimeout(() => URL.revokeObjectURL(url), 10_000)
    }
  }, [html])
  return made && made.html === html ? made.url : null
}
