import { pingoneOidc, pingoneSaml } from '../../i18n/en/sso/guides/pingone.ts'
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

export const pingone: ProviderGuides = {
  saml: {
    words: pingoneSaml,
    guide: {
      id: 'pingone-saml',
      asOf: '2026-11',
      source: ANY_SOURCE,
      mapping: SAML_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'app', picture: { type: 'menu', labels: ['applications', 'list'], at: 'list' } },
        {
          id: 'saml',
          copy: [ACS_URL, AUDIENCE_URI],
          picture: { type: 'form', labels: ['acs', 'audience'] },
        },
        {
          id: 'attributes',
          picture: { type: 'attributes', labels: ['subject', 'firstName', 'lastName'] },
        },
        { id: 'groups' },
        MAPPING_STEP,
        SOURCE_STEP,
        { id: 'assign' },
      ],
    },
  },
  oidc: {
    words: pingoneOidc,
    guide: {
      id: 'pingone-oidc',
      asOf: '2026-11',
      mapping: OIDC_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'app', picture: { type: 'menu', labels: ['applications', 'list'], at: 'list' } },
        {
          id: 'redirect',
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
