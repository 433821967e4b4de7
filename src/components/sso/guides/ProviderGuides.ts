import type { GuideWords } from '../../i18n/en/sso/guides/GuideWords.ts'
import type { SetupProtocol } from '../providers.ts'
import type { SsoGuide } from './SsoGuide.ts'

/** A guide with its English words. */
export interface LoadedGuide {
  guide: SsoGuide
  words: GuideWords
}

/** All guides of one identity provider. */
export type ProviderGuides = Partial<Record<SetupProtocol, LoadedGuide>>
