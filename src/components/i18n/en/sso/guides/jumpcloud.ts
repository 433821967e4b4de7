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

const console = 'JumpCloud Admin Portal'
const create = (protocol: string) => [
  'Open *Access > SSO Applications*, then *Add New Application*.',
  'Choose *Custom Application*, then *Next*.',
  `Tick *Manage Single Sign-On (SSO)*, choose *Configure SSO with ${protocol}*, then *Next*.`,
  'Enter a display label, save, and choose *Configure Application*.',
]
const groups = [
  'At *Group Attributes*, tick *include group attribute* and enter `groups`.',
  'Save the application.',
]
const assign = assignStep(
  'Open *User Groups*.',
  'Tick the groups whose people may sign in, and save.',
)

export const jumpcloudSaml: GuideWords = {
  console,
  steps: {
    app: { title: 'Create the application', instructions: create('SAML') },
    saml: {
      title: 'Configure SAML',
      instructions: [
        'At *IdP Entity ID*, enter a name that none of your other applications has.',
        'Copy the values below into the fields of the same name.',
        'Leave *SAMLSubject NameID* at *email*, and set its format to the one that ends in `emailAddress`.',
        'Tick *Declare Redirect Endpoint*.',
      ],
    },
    attributes: {
      title: 'Send names',
      instructions: [
        'At *User Attributes*, add `firstName` from *firstname*.',
        'Add `lastName` from *lastname*.',
      ],
    },
    groups: groupsStep(...groups),
    mapping: mappingStep,
    source: sourceStep(
      'Save the application and open *SSO*.',
      'Choose *Copy Metadata URL*, or *Export Metadata*.',
    ),
    assign,
  },
  values: { audience: 'SP Entity ID', acs: 'ACS URLs' },
  fields: {
    metadataUrl: 'Metadata URL',
    metadataFile: 'Exported metadata',
    ssoUrl: 'IDP URL',
    entityId: 'IdP Entity ID',
    certificate: 'IDP certificate',
  },
  pictures: {
    audience: 'SP Entity ID = Audience URI',
    acs: 'ACS URLs = ACS URL',
    ...attributePictures('firstname', 'lastname'),
  },
}

export const jumpcloudOidc: GuideWords = {
  console,
  steps: {
    app: { title: 'Create the application', instructions: create('OIDC') },
    redirect: {
      title: 'Enter the redirect URI',
      instructions: [
        'Copy the value below into *Redirect URIs*.',
        'Set *Client Authentication Type* to *Client Secret POST*.',
        'At *Login URL*, enter the address of this product.',
      ],
    },
    claims: {
      title: 'Send address and names',
      instructions: ['At *Standard Scopes*, tick *Email* and *Profile*.'],
    },
    groups: oidcGroupsStep(...groups),
    source: {
      ...sourceStep(
        'Choose *Activate*. Client ID and secret are shown, the secret only this once.',
        'Paste both below.',
        'As issuer, enter `https://oauth.id.jumpcloud.com/`.',
      ),
      note: 'Organizations outside the default region have an issuer of their own.',
    },
    mapping: mappingStep,
    assign,
  },
  values: { redirect: 'Redirect URIs' },
  fields: oidcFields,
}
