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

const console = 'console of your identity provider'
const assign = assignStep('Give the app to the people or groups who may sign in.')

export const customSaml: GuideWords = {
  console,
  steps: {
    app: {
      title: 'Create a SAML app',
      instructions: [
        'Add an application for SAML 2.0. Consoles call it custom, generic or service provider.',
        'Copy the values below, or import the metadata file.',
        'Let the assertion be signed, with SHA-256.',
      ],
    },
    attributes: {
      title: 'Send address and names',
      instructions: [
        'Send the email address as NameID.',
        'Send the first name as `firstName`, and the last name as `lastName`.',
      ],
      note: 'Other names work too when the mapping says so.',
    },
    groups: groupsStep('Send the names of the groups as `groups`, one value for each group.'),
    mapping: mappingStep,
    source: sourceStep(
      'Copy the address of the identity provider’s metadata, or download its file.',
      'Bring it here. Without metadata, enter the three values one by one.',
    ),
    assign,
  },
  values: {
    metadata: 'Service provider metadata',
    acs: 'ACS URL (reply URL)',
    audience: 'Audience URI (entity ID)',
    nameId: 'NameID format',
  },
  fields: {
    metadataUrl: 'Metadata URL',
    metadataFile: 'Metadata file',
    ssoUrl: 'Sign-on URL',
    entityId: 'Entity ID (issuer)',
    certificate: 'Signing certificate',
  },
  pictures: {
    nameId: 'NameID = email address',
    ...attributePictures('first name', 'last name'),
    groups: 'groups = groups',
  },
}

export const customOidc: GuideWords = {
  console,
  steps: {
    app: {
      title: 'Create a web app',
      instructions: [
        'Add an application for OpenID Connect, of the type web or confidential.',
        'Allow the grant type authorization code.',
        'Copy the value below as redirect URI.',
      ],
    },
    claims: {
      title: 'Allow address and names',
      instructions: [
        'Allow the scopes `openid`, `email` and `profile`.',
        'See that `email`, `given_name` and `family_name` are among the claims.',
      ],
      note: 'An address that is sent with `email_verified` as false is refused.',
    },
    groups: oidcGroupsStep(
      'Send the names of the groups as the claim `groups`.',
      'If that needs a scope of its own, add it to the further scopes when you bring the details back.',
    ),
    mapping: mappingStep,
    source: sourceStep(
      'Copy client ID and client secret.',
      'Copy the issuer: the address before `/.well-known/openid-configuration`.',
    ),
    assign,
  },
  values: { redirect: 'Redirect URI' },
  fields: oidcFields,
  pictures: { redirect: 'Redirect URI = Redirect URI', grant: 'Grant type = authorization code' },
}
