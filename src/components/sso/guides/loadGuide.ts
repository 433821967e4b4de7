import { readGuideId, type GuideId } from '../providers.ts'
import type { LoadedGuide } from './ProviderGuides.ts'

/**
 * Loads a guide with its English words. `useGuide` is the way for components: it puts the host's words over them.
 *
 * @throws when the chunk cannot be loaded; asking again loads it again.
 * @example const { guide, words } = await loadGuide('okta-saml')
 */
export async function loadGuide(id: GuideId): Promise<LoadedGuide> {
  const named = readGuideId(id)
  const { allGuides } = await import('./allGuides.ts')
  const loaded = named && allGuides[named.provider][named.protocol]
  if (!loaded) throw new Error(`There is no guide ${id}.`)
  return loaded
}
