import { customOidc, customSaml } from '../../i18n/en/sso/guides/custom.ts'
import type { ProviderGuides } from './ProviderGuides.ts'
import {
  ACS_URL,
  ANY_SOURCE,
  AUDIENCE_URI,
  MAPPING_STEP,
  OIDC_MAPPING,
  REDIRECT_URL,
  SAML_MAPPING,
  SOURCE_STEP,
} from './usual.ts'

export const custom: ProviderGuides = {
  saml: {
    words: customSaml,
    guide: {
      id: 'custom-saml',
      asOf: '2026-11',
      source: ANY_SOURCE,
      mapping: SAML_MAPPING,
      groups: 'groups',
      steps: [
        {
          id: 'app',
          copy: [
            ACS_URL,
            AUDIENCE_URI,
            { id: 'nameId', is: 'name-id-format' },
            { id: 'metadata', is: 'sp-metadata' },
          ],
        },
        {
          id: 'attributes',
          picture: { type: 'attributes', labels: ['nameId', 'firstName', 'lastName', 'groups'] },
        },
        { id: 'groups' },
        MAPPING_STEP,
        SOURCE_STEP,
        { id: 'assign' },
      ],
    },
  },
  oidc: {
    words: customOidc,
    guide: {
      id: 'custom-oidc',
      asOf: '2026-11',
      mapping: OIDC_MAPPING,
      groups: 'groups',
      steps: [
        {
          id: 'app',
          copy: [REDIRECT_URL],
          picture: { type: 'form', labels: ['grant', 'redirect'], at: 'redirect' },
        },
        { id: 'claims' },
        { id: 'groups' },
        SOURCE_STEP,
        MAPPING_STEP,
        { id: 'assign' },
      ],
    },
  },
}
