import { keycloakOidc, keycloakSaml } from '../../i18n/en/sso/guides/keycloak.ts'
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

export const keycloak: ProviderGuides = {
  saml: {
    words: keycloakSaml,
    guide: {
      id: 'keycloak-saml',
      asOf: '2026-11',
      source: ANY_SOURCE,
      mapping: SAML_MAPPING,
      groups: 'groups',
      steps: [
        {
          id: 'client',
          copy: [AUDIENCE_URI, { id: 'redirect', is: 'acs-url' }, ACS_URL],
          picture: { type: 'form', labels: ['audience', 'redirect', 'acs'] },
        },
        { id: 'saml' },
        {
          id: 'attributes',
          picture: { type: 'attributes', labels: ['firstName', 'lastName', 'groups'] },
        },
        { id: 'groups' },
        MAPPING_STEP,
        SOURCE_STEP,
        { id: 'people' },
      ],
    },
  },
  oidc: {
    words: keycloakOidc,
    guide: {
      id: 'keycloak-oidc',
      asOf: '2026-11',
      mapping: OIDC_MAPPING,
      groups: 'groups',
      steps: [
        {
          id: 'client',
          copy: [REDIRECT_URL],
          picture: { type: 'form', labels: ['authentication', 'redirect'] },
        },
        { id: 'groups' },
        SOURCE_STEP,
        MAPPING_STEP,
        { id: 'people' },
      ],
    },
  },
}
