import { auth0Oidc, auth0Saml } from '../../i18n/en/sso/guides/auth0.ts'
import type { ProviderGuides } from './ProviderGuides.ts'
import {
  ACS_URL,
  ANY_SOURCE,
  AUDIENCE_URI,
  CLAIM_MAPPING,
  MAPPING_STEP,
  OIDC_MAPPING,
  REDIRECT_URL,
  SOURCE_STEP,
} from './usual.ts'

export const auth0: ProviderGuides = {
  saml: {
    words: auth0Saml,
    guide: {
      id: 'auth0-saml',
      asOf: '2026-11',
      source: ANY_SOURCE,
      mapping: CLAIM_MAPPING,
      groups: 'http://schemas.xmlsoap.org/claims/Group',
      steps: [
        { id: 'app' },
        { id: 'saml', copy: [ACS_URL, { id: 'settings', is: 'text' }, AUDIENCE_URI] },
        { id: 'groups' },
        MAPPING_STEP,
        SOURCE_STEP,
        { id: 'assign' },
      ],
    },
  },
  oidc: {
    words: auth0Oidc,
    guide: {
      id: 'auth0-oidc',
      asOf: '2026-11',
      mapping: OIDC_MAPPING,
      groups: 'https://sso.example/groups',
      steps: [
        { id: 'app' },
        { id: 'redirect', copy: [REDIRECT_URL] },
        { id: 'groups', copy: [{ id: 'code', is: 'text' }] },
        SOURCE_STEP,
        MAPPING_STEP,
        { id: 'assign' },
      ],
    },
  },
}
