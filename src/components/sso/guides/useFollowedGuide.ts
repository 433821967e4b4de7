import { useStoredPreference } from '../../portal/useStoredPreference.ts'
import type { SsoConnection } from '../connections.ts'
import { guideOfConnection, readGuideId, type GuideId } from '../providers.ts'

type GuidedConnection = Exclude<SsoConnection, { protocol: 'external' }>

/**
 * Which guide a connection is set up by: the one that was followed in this browser, or else that of its provider. The API
 * calls some providers generic (AD FS, PingOne, Auth0), so the browser remembers which it was.
 */
export function useFollowedGuide(
  connection: GuidedConnection,
): [GuideId, (guideId: GuideId) => void] {
  const { connection_id, protocol } = connection
  const [kept, keep] = useStoredPreference(`sso-guide:${connection_id}`, readKept)
  const guide = readGuideId(kept)
  return [guide?.protocol === protocol ? guide.id : guideOfConnection(connection), keep]
}

const readKept = (stored: unknown): string | null => (typeof stored === 'string' ? stored : null)
