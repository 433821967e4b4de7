import { pingfederateOidc, pingfederateSaml } from '../../i18n/en/sso/guides/pingfederate.ts'
import type { ProviderGuides } from './ProviderGuides.ts'
import {
  ACS_URL,
  AUDIENCE_URI,
  MAPPING_STEP,
  OIDC_MAPPING,
  REDIRECT_URL,
  SAML_MAPPING,
  SOURCE_STEP,
} from './usual.ts'

export const pingfederate: ProviderGuides = {
  saml: {
    words: pingfederateSaml,
    guide: {
      id: 'pingfederate-saml',
      asOf: '2026-11',
      source: ['file', 'url', 'manual'],
      mapping: SAML_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'connection', copy: [{ id: 'metadata', is: 'sp-metadata' }, AUDIENCE_URI] },
        { id: 'browser' },
        {
          id: 'attributes',
          picture: { type: 'attributes', labels: ['subject', 'firstName', 'lastName'] },
        },
        { id: 'groups' },
        MAPPING_STEP,
        { id: 'protocol', copy: [ACS_URL] },
        SOURCE_STEP,
        { id: 'access' },
      ],
    },
  },
  oidc: {
    words: pingfederateOidc,
    guide: {
      id: 'pingfederate-oidc',
      asOf: '2026-11',
      mapping: OIDC_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'client' },
        { id: 'redirect', copy: [REDIRECT_URL] },
        { id: 'claims' },
        { id: 'groups' },
        SOURCE_STEP,
        MAPPING_STEP,
        { id: 'access' },
      ],
    },
  },
}
