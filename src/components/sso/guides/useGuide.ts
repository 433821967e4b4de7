import { useContext, useEffect, useMemo, useState } from 'react'
import type { GuideWords } from '../../i18n/en/sso/guides/GuideWords.ts'
import { mergeMessages, MessagesContext } from '../../i18n/messages.ts'
import type { GuideId } from '../providers.ts'
import { loadGuide } from './loadGuide.ts'
import type { LoadedGuide } from './ProviderGuides.ts'
import type { SsoGuide } from './SsoGuide.ts'

export type GuideState =
  | { type: 'loading' }
  | { type: 'failed'; error: unknown; retry: () => void }
  | { type: 'ready'; guide: SsoGuide; words: GuideWords }

/** The guide with this id, loaded on demand, in the words of the host where it has its own. */
export function useGuide(id: GuideId): GuideState {
  const [attempt, setAttempt] = useState(0)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const overrides = useContext(MessagesContext).ssoGuides?.[id]

  useEffect(() => {
    let wanted = true
    const settle = (result: Outcome['result']) => {
      if (wanted) setOutcome({ id, attempt, result })
    }
    loadGuide(id).then(
      (loaded) => settle({ type: 'loaded', ...loaded }),
      (error: unknown) => settle({ type: 'failed', error }),
    )
    return () => {
      wanted = false
    }
  }, [id, attempt])

  return useMemo(() => {
    // What came for another guide, or before another attempt, is not this one's.
    if (outcome?.id !== id || outcome.attempt !== attempt) return { type: 'loading' }
    const { result } = outcome
    return result.type === 'failed'
      ? { ...result, retry: () => setAttempt(attempt + 1) }
      : { type: 'ready', guide: result.guide, words: mergeMessages(result.words, overrides) }
  }, [outcome, id, attempt, overrides])
}

interface Outcome {
  id: GuideId
  attempt: number
  result: ({ type: 'loaded' } & LoadedGuide) | { type: 'failed'; error: unknown }
}
