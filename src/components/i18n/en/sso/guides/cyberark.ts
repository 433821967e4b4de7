import type { GuideWords } from './GuideWords.ts'
import {
  assignStep,
  attributePictures,
  groupsStep,
  mappingStep,
  oidcGroupsStep,
  sourceStep,
} from './shared.ts'

const console = 'CyberArk Identity Administration portal'
const add = (template: string) => [
  'Open *Apps & Widgets > Web Apps*, then *Add Web Apps*.',
  `Open *Custom* and choose *Add* beside *${template}*, then *Yes* and *Close*.`,
]
const assign = assignStep(
  'Open *Permissions*, then *Add*.',
  'Pick the people, groups or roles who may sign in, then *Save*.',
)

export const cyberarkSaml: GuideWords = {
  console,
  steps: {
    app: {
      title: 'Add the app',
      instructions: [...add('SAML'), 'Enter a name in *Settings*, then *Save*.'],
    },
    saml: {
      title: 'Configure trust',
      instructions: [
        'Open *Trust*.',
        'At *Service Provider Configuration*, choose *Manual Configuration*.',
        'Copy the values below into the fields of the same name.',
        'At *Recipient*, leave *Same as ACS URL* ticked.',
        'Set *NameID Format* to *emailAddress*, then *Save*.',
      ],
    },
    attributes: {
      title: 'Send address and names',
      instructions: [
        'Open *SAML Response* and choose *Add* for each attribute.',
        'Add `firstName` with `LoginUser.FirstName`, and `lastName` with `LoginUser.LastName`.',
        'Choose *Save*.',
        'In *Account Mapping*, see that the user name is taken from the directory’s field for the email address.',
      ],
    },
    groups: groupsStep(
      'In *SAML Response*, add the attribute `groups`.',
      'As value, take the groups or roles of `LoginUser`, then *Save*.',
    ),
    mapping: mappingStep,
    source: sourceStep(
      'Open *Trust*.',
      'At *Identity Provider Configuration > Metadata*, copy the address or choose *Download Metadata File*.',
    ),
    assign,
  },
  values: {
    audience: 'SP Entity ID / Issuer / Audience',
    acs: 'Assertion Consumer Service (ACS) URL',
  },
  fields: {
    metadataUrl: 'Metadata URL',
    metadataFile: 'Metadata file',
    ssoUrl: 'Single Sign On URL',
    entityId: 'IdP Entity ID / Issuer',
    certificate: 'Signing certificate',
  },
  pictures: attributePictures('LoginUser.FirstName', 'LoginUser.LastName'),
}

export const cyberarkOidc: GuideWords = {
  console,
  steps: {
    app: {
      title: 'Add the app',
      instructions: [
        ...add('OpenID Connect'),
        'In *Settings*, enter an application ID and a name, then *Save*.',
      ],
    },
    redirect: {
      title: 'Configure trust',
      instructions: [
        'Open *Trust*.',
        'At *OpenID Connect client secret*, enter a long random secret and keep it.',
        'Allow sign-ins that the relying party begins.',
        'Add the value below to the authorized redirect URIs, then *Save*.',
      ],
    },
    groups: oidcGroupsStep('Let the app’s custom logic add the claim `groups` to the token.'),
    source: sourceStep(
      'In *Trust*, copy *OpenID Connect client ID* and *OpenID Connect issuer URL*.',
      'Paste them and the secret below.',
    ),
    mapping: mappingStep,
    assign,
  },
  values: { redirect: 'Authorized redirect URIs' },
  fields: {
    clientId: 'OpenID Connect client ID',
    clientSecret: 'OpenID Connect client secret',
    issuer: 'OpenID Connect issuer URL',
  },
}
