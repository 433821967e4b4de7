import type { GuideWords } from './GuideWords.ts'
import {
  assignStep,
  attributePictures,
  groupsStep,
  mappingStep,
  oidcFields,
  oidcGroupsStep,
  sourceStep,
} from './shared.ts'

const console = 'OneLogin Administration portal'
const add = (connector: string) => [
  'Open *Applications > Applications*, then *Add App*.',
  `Search for *${connector}* and choose it.`,
  'Enter a display name, then *Save*.',
]
const assign = assignStep(
  'Open *Access* and pick the roles whose people may sign in, then *Save*.',
  'Or add the app to single people in *Users > Users > Applications*.',
)

export const oneloginSaml: GuideWords = {
  console,
  steps: {
    app: { title: 'Add the app', instructions: add('SAML Custom Connector (Advanced)') },
    saml: {
      title: 'Configure SAML',
      instructions: [
        'Open *Configuration*.',
        'Copy the values below into the fields of the same name.',
        'Set *SAML initiator* to *Service Provider*.',
        'Set *SAML nameID format* to *Email*, then *Save*.',
      ],
    },
    attributes: {
      title: 'Send names',
      instructions: [
        'Open *Parameters* and choose the plus sign.',
        'Enter `firstName` as *Field name*, tick *Include in SAML assertion*, then *Save*.',
        'Choose *First Name* as *Value*, then *Save*.',
        'Do the same for `lastName` with *Last Name*.',
      ],
    },
    groups: groupsStep(
      'Add the parameter `groups` in the same way, and tick *Multi-value parameter* too.',
      'Choose *User Roles* as *Value*, then *Save*.',
    ),
    mapping: mappingStep,
    source: sourceStep(
      'Open *SSO* and set *SAML Signature Algorithm* to *SHA-256*.',
      'Copy *Issuer URL*: the metadata stands at this address.',
    ),
    assign,
  },
  values: {
    audience: 'Audience (EntityID)',
    recipient: 'Recipient',
    validator: 'ACS (Consumer) URL Validator',
    acs: 'ACS (Consumer) URL',
  },
  fields: {
    metadataUrl: 'Issuer URL',
    metadataFile: 'SAML Metadata (More Actions)',
    ssoUrl: 'SAML 2.0 Endpoint (HTTP)',
    entityId: 'Issuer URL',
    certificate: 'X.509 Certificate',
  },
  pictures: {
    audience: 'Audience (EntityID) = Audience URI',
    recipient: 'Recipient = ACS URL',
    validator: 'ACS (Consumer) URL Validator = ACS URL',
    acs: 'ACS (Consumer) URL = ACS URL',
    ...attributePictures('First Name', 'Last Name'),
  },
}

export const oneloginOidc: GuideWords = {
  console,
  steps: {
    app: { title: 'Add the app', instructions: add('OpenId Connect (OIDC)') },
    redirect: {
      title: 'Enter the redirect URI',
      instructions: ['Open *Configuration*.', 'Copy the value below, then *Save*.'],
      note: 'OneLogin may take up to ten minutes until it knows the new address.',
    },
    groups: oidcGroupsStep(
      'Open *Parameters > Groups*.',
      'Choose *User Roles* as value, then *Save*.',
      'Add `groups` to the further scopes when you bring the details back.',
    ),
    source: sourceStep(
      'Open *SSO* and see that *Application Type* is *Web*.',
      'Copy *Client ID*, the client secret and *Issuer URL*.',
    ),
    mapping: mappingStep,
    assign,
  },
  values: { redirect: 'Redirect URI’s' },
  fields: { ...oidcFields, issuer: 'Issuer URL' },
}
