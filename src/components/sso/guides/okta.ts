import { oktaOidc, oktaSaml } from '../../i18n/en/sso/guides/okta.ts'
import type { ProviderGuides } from './ProviderGuides.ts'
import {
  ACS_URL,
  ANY_SOURCE,
  AUDIENCE_URI,
  MAPPING_STEP,
  OIDC_MAPPING,
  REDIRECT_URL,
  SAML_MAPPING,
} from './usual.ts'

export const okta: ProviderGuides = {
  saml: {
    words: oktaSaml,
    guide: {
      id: 'okta-saml',
      asOf: '2026-11',
      source: ANY_SOURCE,
      mapping: { ...SAML_MAPPING, idp_user_id: 'id' },
      groups: 'groups',
      steps: [
        { id: 'app', picture: { type: 'menu', labels: ['applications', 'apps'], at: 'apps' } },
        {
          id: 'saml',
          copy: [ACS_URL, AUDIENCE_URI],
          picture: { type: 'form', labels: ['acs', 'audience', 'nameId'] },
        },
        {
          id: 'attributes',
          copy: [
            { id: 'firstName', is: 'text' },
            { id: 'lastName', is: 'text' },
            { id: 'id', is: 'text' },
          ],
          picture: { type: 'attributes', labels: ['firstName', 'lastName', 'id'] },
        },
        { id: 'groups' },
        MAPPING_STEP,
        { id: 'assign', picture: { type: 'assign', labels: ['assignments', 'assign'] } },
        {
          id: 'source',
          form: 'source',
          picture: { type: 'values', labels: ['metadata', 'more'], at: 'metadata' },
        },
      ],
    },
  },
  oidc: {
    words: oktaOidc,
    guide: {
      id: 'okta-oidc',
      asOf: '2026-11',
      mapping: OIDC_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'app', picture: { type: 'menu', labels: ['applications', 'apps'], at: 'apps' } },
        {
          id: 'redirect',
          copy: [REDIRECT_URL],
          picture: { type: 'form', labels: ['grant', 'redirect'], at: 'redirect' },
        },
        { id: 'assign' },
        { id: 'groups' },
        {
          id: 'source',
          form: 'source',
          picture: { type: 'values', labels: ['clientId', 'clientSecret'] },
        },
        MAPPING_STEP,
      ],
    },
  },
}
