import { useEffect } from 'react'
import { useGuide, type GuideState } from '../guides/useGuide.ts'
import { guideOfConnection, readGuideId, type GuideId } from '../providers.ts'
import { useSsoNavigation } from '../useSsoNavigation.ts'
import type { SetupConnection } from './setupSteps.ts'
import type { KeptDraft } from './useSetupDraft.ts'

export interface GuideChoice {
  guideId: GuideId
  /** The API does not tell which provider it is, so that it may be said here. */
  isOpen: boolean
  choose: (guideId: GuideId) => void
}

/**
 * Which guide is followed: the one of the address, the one that was followed last, or that of the connection's provider. The API
 * calls some providers generic, so the browser remembers which it was.
 */
export function useSetupGuide(
  connection: SetupConnection,
  { draft, store }: KeptDraft,
): { choice: GuideChoice; state: GuideState } {
  const { address, replace } = useSsoNavigation()
  const usual = guideOfConnection(connection)
  const read = (id: unknown) => {
    const guide = typeof id === 'string' ? readGuideId(id) : null
    return guide?.protocol === connection.protocol ? guide.id : null
  }
  const kept = read(draft.fields.guide?.value)
  const named = read(address.screen === 'setup' ? address.guide : null)
  const guideId = named ?? kept ?? usual
  useEffect(() => {
    if (named !== null && named !== (kept ?? usual)) store.edit([['guide', named]])
  }, [named, kept, usual, store])

  return {
    state: useGuide(guideId),
    choice: {
      guideId,
      isOpen: connection.identity_provider === 'generic',
      choose: (next) => {
        store.edit([['guide', next]])
        const { connection_id: connectionId } = connection
        replace({ screen: 'setup', connectionId, step: null, guide: next })
      },
    },
  }
}
