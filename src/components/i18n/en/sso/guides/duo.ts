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

const console = 'Duo Admin Panel'
const add = (application: string) => [
  'Open *Applications > Application Catalog*.',
  `Search for *${application}*, with single sign-on, and add it.`,
  'Enter a name.',
]
const assign = assignStep(
  'At *User access*, enable the application for all users, or for the groups that may sign in.',
  'Choose *Save*, at the end of the page.',
)

export const duoSaml: GuideWords = {
  console,
  steps: {
    app: {
      title: 'Add the application',
      instructions: add('Generic SAML Service Provider'),
      note: 'Duo Single Sign-On needs an authentication source, such as Active Directory, before.',
    },
    saml: {
      title: 'Enter our details',
      instructions: [
        'At *Service Provider*, copy the values below into the fields of the same name.',
        'At *SAML Response*, set *NameID format* to the one that ends in `emailAddress`.',
        'Set *NameID attribute* to *<Email Address>*.',
      ],
    },
    attributes: {
      title: 'Send names',
      instructions: [
        'At *Map attributes*, send *<First Name>* as `firstName`.',
        'Send *<Last Name>* as `lastName`.',
      ],
    },
    groups: groupsStep(
      'At *Role attributes*, enter `groups` as attribute name.',
      'Add a role for each Duo group that should be sent.',
    ),
    mapping: mappingStep,
    assign,
    source: sourceStep(
      'At *Metadata*, copy *Metadata URL*.',
      'Or download the metadata at *Downloads*.',
    ),
  },
  values: { audience: 'Entity ID', acs: 'Assertion Consumer Service (ACS) URL' },
  fields: {
    metadataUrl: 'Metadata URL',
    metadataFile: 'SAML metadata',
    ssoUrl: 'Single Sign-On URL',
    entityId: 'Entity ID',
    certificate: 'Certificate',
  },
  pictures: attributePictures('<First Name>', '<Last Name>'),
}

export const duoOidc: GuideWords = {
  console,
  steps: {
    app: { title: 'Add the application', instructions: add('Generic OIDC Relying Party') },
    redirect: {
      title: 'Enter the redirect URI',
      instructions: [
        'At *Relying Party*, choose the grant type *Authorization Code*.',
        'Copy the value below into *Sign-In Redirect URLs*.',
      ],
    },
    claims: {
      title: 'Send address and names',
      instructions: [
        'Allow the scopes `profile` and `email`.',
        'See that `email`, `given_name` and `family_name` are filled from the profile.',
      ],
    },
    groups: oidcGroupsStep(
      'Add the claim `groups`, filled with the groups of the authentication source.',
    ),
    assign,
    source: sourceStep('At *Metadata*, copy *Client ID*, *Client Secret* and *Issuer*.'),
    mapping: mappingStep,
  },
  values: { redirect: 'Sign-In Redirect URLs' },
  fields: oidcFields,
}
