import { googleWorkspaceSaml } from '../../i18n/en/sso/guides/googleWorkspace.ts'
import type { ProviderGuides } from './ProviderGuides.ts'
import { ACS_URL, AUDIENCE_URI, MAPPING_STEP, NAMES_STEP, SAML_MAPPING } from './usual.ts'

export const googleWorkspace: ProviderGuides = {
  saml: {
    words: googleWorkspaceSaml,
    guide: {
      id: 'google-workspace-saml',
      asOf: '2026-11',
      source: ['file', 'manual'],
      mapping: SAML_MAPPING,
      groups: 'groups',
      steps: [
        { id: 'app', picture: { type: 'menu', labels: ['apps', 'web'], at: 'web' } },
        {
          id: 'source',
          form: 'source',
          picture: { type: 'values', labels: ['ssoUrl', 'entityId', 'certificate'] },
        },
        {
          id: 'saml',
          copy: [ACS_URL, AUDIENCE_URI],
          picture: { type: 'form', labels: ['acs', 'audience', 'nameId'] },
        },
        NAMES_STEP,
        { id: 'groups' },
        { id: 'create' },
        { id: 'access', picture: { type: 'assign', labels: ['access', 'on'] } },
        MAPPING_STEP,
      ],
    },
  },
}
