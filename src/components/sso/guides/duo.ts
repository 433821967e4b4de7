import { duoOidc, duoSaml } from '../../i18n/en/sso/guides/duo.ts'
import type { ProviderGuides } from './ProviderGuides.ts'
import {
  ACS_URL,
  ANY_SOURCE,
  AUDIENCE_URI,
  MAPPING_STEP,
  NAMES_STEP,
  OIDC_MAPPING,
  REDIRECT_URL,
  SAML_MAPPING,
  SOURCE_STEP,
} from './usual.ts'

export const duo: ProviderGuides = {
  saml: {
    words: duoSaml,
    guide: {
      id: 'duo-saml',
      asOf: '2026-11',
      source: ANY_SOURCE,
      mapping: SAML_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'app' },
        { id: 'saml', copy: [AUDIENCE_URI, ACS_URL] },
        NAMES_STEP,
        { id: 'groups' },
        MAPPING_STEP,
        { id: 'assign' },
        SOURCE_STEP,
      ],
    },
  },
  oidc: {
    words: duoOidc,
    guide: {
      id: 'duo-oidc',
      asOf: '2026-11',
      mapping: OIDC_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'app' },
        { id: 'redirect', copy: [REDIRECT_URL] },
        { id: 'claims' },
        { id: 'groups' },
        { id: 'assign' },
        SOURCE_STEP,
        MAPPING_STEP,
      ],
    },
  },
}
