import { microsoftEntraOidc, microsoftEntraSaml } from '../../i18n/en/sso/guides/microsoftEntra.ts'
import type { ProviderGuides } from './ProviderGuides.ts'
import {
  ACS_URL,
  ANY_SOURCE,
  AUDIENCE_URI,
  CLAIM_MAPPING,
  MAPPING_STEP,
  OIDC_MAPPING,
  REDIRECT_URL,
} from './usual.ts'

export const microsoftEntra: ProviderGuides = {
  saml: {
    words: microsoftEntraSaml,
    guide: {
      id: 'microsoft-entra-saml',
      asOf: '2026-11',
      source: ANY_SOURCE,
      mapping: {
        ...CLAIM_MAPPING,
        idp_user_id: 'http://schemas.microsoft.com/identity/claims/objectidentifier',
      },
      groups: 'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups',
      steps: [
        { id: 'app', picture: { type: 'menu', labels: ['entra', 'apps'], at: 'apps' } },
        {
          id: 'saml',
          copy: [AUDIENCE_URI, ACS_URL],
          picture: { type: 'form', labels: ['audience', 'acs'] },
        },
        {
          id: 'nameId',
          picture: { type: 'attributes', labels: ['nameId', 'givenName', 'surname'], at: 'nameId' },
        },
        { id: 'groups' },
        MAPPING_STEP,
        {
          id: 'source',
          form: 'source',
          picture: { type: 'values', labels: ['certificate', 'metadata'], at: 'metadata' },
        },
        { id: 'assign', picture: { type: 'assign', labels: ['users', 'add'] } },
      ],
    },
  },
  oidc: {
    words: microsoftEntraOidc,
    guide: {
      id: 'microsoft-entra-oidc',
      asOf: '2026-11',
      mapping: OIDC_MAPPING,
      groups: 'groups',
      issuerTemplate: 'https://login.microsoftonline.com/{}/v2.0',
      steps: [
        {
          id: 'app',
          copy: [REDIRECT_URL],
          picture: { type: 'menu', labels: ['entra', 'registrations'], at: 'registrations' },
        },
        { id: 'claims' },
        { id: 'groups' },
        { id: 'secret', picture: { type: 'values', labels: ['value', 'secretId'], at: 'value' } },
        {
          id: 'source',
          form: 'source',
          picture: { type: 'values', labels: ['clientId', 'tenantId'] },
        },
        MAPPING_STEP,
        { id: 'assign' },
      ],
    },
  },
}
