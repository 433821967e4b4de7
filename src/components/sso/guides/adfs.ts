import { adfsSaml } from '../../i18n/en/sso/guides/adfs.ts'
import type { ProviderGuides } from './ProviderGuides.ts'
import { ACS_URL, ANY_SOURCE, AUDIENCE_URI, CLAIM_MAPPING, MAPPING_STEP } from './usual.ts'

export const adfs: ProviderGuides = {
  saml: {
    words: adfsSaml,
    guide: {
      id: 'adfs-saml',
      asOf: '2026-11',
      source: ANY_SOURCE,
      mapping: CLAIM_MAPPING,
      groups: 'http://schemas.xmlsoap.org/claims/Group',
      steps: [
        { id: 'trust', picture: { type: 'menu', labels: ['adfs', 'trusts'], at: 'trusts' } },
        {
          id: 'saml',
          copy: [ACS_URL, AUDIENCE_URI],
          picture: { type: 'form', labels: ['acs', 'audience'] },
        },
        { id: 'access' },
        {
          id: 'attributes',
          copy: [{ id: 'directory', is: 'text' }],
          picture: { type: 'attributes', labels: ['mail', 'givenName', 'surname'] },
        },
        { id: 'nameId', copy: [{ id: 'nameId', is: 'text' }] },
        { id: 'groups', copy: [{ id: 'groups', is: 'text' }] },
        MAPPING_STEP,
        { id: 'source', copy: [{ id: 'path', is: 'text' }], form: 'source' },
      ],
    },
  },
}
