import { useEffect } from 'react'
import { useFollowedGuide } from '../guides/useFollowedGuide.ts'
import { useGuide, type GuideState } from '../guides/useGuide.ts'
import { readGuideId, type GuideId } from '../providers.ts'
import { useSsoNavigation } from '../useSsoNavigation.ts'
import type { SetupConnection } from './setupSteps.ts'

export interface GuideChoice {
  guideId: GuideId
  /** The API does not tell which provider it is, so that it may be said here. */
  isOpen: boolean
  choose: (guideId: GuideId) => void
}

/** Which guide is followed: the one of the address, or else the one that was followed last. */
export function useSetupGuide(connection: SetupConnection): {
  choice: GuideChoice
  state: GuideState
} {
  const { address, replace } = useSsoNavigation()
  const [followed, follow] = useFollowedGuide(connection)
  const named = readGuideId(address.screen === 'setup' ? address.guide : null)
  const guideId = named?.protocol === connection.protocol ? named.id : followed
  useEffect(() => {
    if (guideId !== followed) follow(guideId)
  }, [guideId, followed, follow])

  return {
    state: useGuide(guideId),
    choice: {
      guideId,
      isOpen: connection.identity_provider === 'generic',
      choose: (next) => {
        const { connection_id: connectionId } = connection
        replace({ screen: 'setup', connectionId, step: null, guide: next })
      },
    },
  }
}
