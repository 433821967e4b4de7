import { jumpcloudOidc, jumpcloudSaml } from '../../i18n/en/sso/guides/jumpcloud.ts'
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

export const jumpcloud: ProviderGuides = {
  saml: {
    words: jumpcloudSaml,
    guide: {
      id: 'jumpcloud-saml',
      asOf: '2026-11',
      source: ANY_SOURCE,
      mapping: SAML_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'app' },
        {
          id: 'saml',
          copy: [AUDIENCE_URI, ACS_URL],
          picture: { type: 'form', labels: ['audience', 'acs'] },
        },
        NAMES_STEP,
        { id: 'groups' },
        MAPPING_STEP,
        SOURCE_STEP,
        { id: 'assign' },
      ],
    },
  },
  oidc: {
    words: jumpcloudOidc,
    guide: {
      id: 'jumpcloud-oidc',
      asOf: '2026-11',
      mapping: OIDC_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'app' },
        { id: 'redirect', copy: [REDIRECT_URL] },
        { id: 'claims' },
        { id: 'groups' },
        SOURCE_STEP,
        MAPPING_STEP,
        { id: 'assign' },
      ],
    },
  },
}
