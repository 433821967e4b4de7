import { ripplingSaml } from '../../i18n/en/sso/guides/rippling.ts'
import type { ProviderGuides } from './ProviderGuides.ts'
import {
  ACS_URL,
  ANY_SOURCE,
  AUDIENCE_URI,
  MAPPING_STEP,
  NAMES_STEP,
  SAML_MAPPING,
  SOURCE_STEP,
} from './usual.ts'

export const rippling: ProviderGuides = {
  saml: {
    words: ripplingSaml,
    guide: {
      id: 'rippling-saml',
      asOf: '2026-11',
      source: ANY_SOURCE,
      mapping: SAML_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'app' },
        SOURCE_STEP,
        { id: 'saml', copy: [ACS_URL, AUDIENCE_URI] },
        { id: 'access' },
        NAMES_STEP,
        { id: 'groups' },
        MAPPING_STEP,
      ],
    },
  },
}
