import { oneloginOidc, oneloginSaml } from '../../i18n/en/sso/guides/onelogin.ts'
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

export const onelogin: ProviderGuides = {
  saml: {
    words: oneloginSaml,
    guide: {
      id: 'onelogin-saml',
      asOf: '2026-11',
      source: ANY_SOURCE,
      mapping: SAML_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'app' },
        {
          id: 'saml',
          copy: [
            AUDIENCE_URI,
            { id: 'recipient', is: 'acs-url' },
            { id: 'validator', is: 'acs-url' },
            ACS_URL,
          ],
          picture: { type: 'form', labels: ['audience', 'recipient', 'validator', 'acs'] },
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
    words: oneloginOidc,
    guide: {
      id: 'onelogin-oidc',
      asOf: '2026-11',
      mapping: OIDC_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'app' },
        { id: 'redirect', copy: [REDIRECT_URL] },
        { id: 'groups' },
        SOURCE_STEP,
        MAPPING_STEP,
        { id: 'assign' },
      ],
    },
  },
}
