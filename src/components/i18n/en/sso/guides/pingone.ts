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

const console = 'PingOne admin console'
const menu = { applications: 'Applications', list: 'Applications' }
const create = (type: string) => [
  'Open *Applications > Applications* and choose the plus sign.',
  `Enter a name and choose *${type}*.`,
]
const assign = assignStep(
  'Open *Access* and pick the groups that may sign in. With none, everybody may.',
  'Switch the application on, at the top of its panel.',
)

export const pingoneSaml: GuideWords = {
  console,
  steps: {
    app: {
      title: 'Create the application',
      instructions: [...create('SAML Application'), 'Choose *Configure*, then *Manually Enter*.'],
    },
    saml: {
      title: 'Configure SAML',
      instructions: [
        'Copy the values below into the fields of the same name, then *Save*.',
        'Open *Configuration* and edit it.',
        'Set *Subject NameID Format* to the one that ends in `emailAddress`, then *Save*.',
      ],
    },
    attributes: {
      title: 'Send address and names',
      instructions: [
        'Open *Attribute Mappings* and edit it.',
        'Set `saml_subject` to *Email Address*.',
        'Add `firstName` from *Given Name*, and `lastName` from *Family Name*.',
        'Choose *Save*.',
      ],
    },
    groups: groupsStep('In *Attribute Mappings*, add `groups` from *Group Names*, then *Save*.'),
    mapping: mappingStep,
    source: sourceStep(
      'Open *Configuration*.',
      'Copy *IDP Metadata URL*, or choose *Download Metadata*.',
    ),
    assign,
  },
  values: { acs: 'ACS URLs', audience: 'Entity ID' },
  fields: {
    metadataUrl: 'IDP Metadata URL',
    metadataFile: 'Metadata file',
    ssoUrl: 'Single Signon Service',
    entityId: 'Issuer ID',
    certificate: 'Signing certificate',
  },
  pictures: {
    ...menu,
    acs: 'ACS URLs = ACS URL',
    audience: 'Entity ID = Audience URI',
    subject: 'saml_subject = Email Address',
    ...attributePictures('Given Name', 'Family Name'),
  },
}

export const pingoneOidc: GuideWords = {
  console,
  steps: {
    app: {
      title: 'Create the application',
      instructions: [...create('OIDC Web App'), 'Choose *Save*.'],
    },
    redirect: {
      title: 'Enter the redirect URI',
      instructions: [
        'Open *Configuration* and edit it.',
        'At *Grant Type*, tick *Authorization Code*.',
        'Copy the value below into *Redirect URIs*, then *Save*.',
      ],
    },
    claims: {
      title: 'Allow address and names',
      instructions: [
        'Open *Resources* and edit it.',
        'Add the scopes `email` and `profile`, then *Save*.',
      ],
    },
    groups: oidcGroupsStep(
      'Open *Attribute Mappings*.',
      'Add `groups` from *Group Names*, then *Save*.',
    ),
    source: sourceStep(
      'Open *Overview* and copy *Client ID* and *Client Secret*.',
      'Copy *Issuer*, which stands among the addresses in *Configuration*.',
    ),
    mapping: mappingStep,
    assign,
  },
  values: { redirect: 'Redirect URIs' },
  fields: oidcFields,
  pictures: {
    ...menu,
    grant: 'Grant Type = Authorization Code',
    redirect: 'Redirect URIs = Redirect URI',
  },
}
