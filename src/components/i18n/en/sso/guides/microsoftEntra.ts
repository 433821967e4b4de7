import type { GuideWords } from './GuideWords.ts'
import { assignStep, groupsStep, mappingStep, oidcGroupsStep, sourceStep } from './shared.ts'

const console = 'Microsoft Entra admin center'
const users = [
  'Open *Users and groups*, then *Add user/group*.',
  'Pick who may sign in, then *Assign*.',
]

export const microsoftEntraSaml: GuideWords = {
  console,
  steps: {
    app: {
      title: 'Create the app',
      instructions: [
        'Open *Entra ID > Enterprise apps > New application*.',
        'Choose *Create your own application* and enter a name.',
        'Choose *Integrate any other application you don’t find in the gallery (Non-gallery)*, then *Create*.',
      ],
    },
    saml: {
      title: 'Configure SAML',
      instructions: [
        'Open *Single sign-on > SAML*.',
        'At *Basic SAML Configuration*, choose *Edit*.',
        'Copy the values below into the fields of the same name.',
        'Leave the other addresses empty, then *Save*.',
      ],
    },
    nameId: {
      title: 'Send the email address as Name ID',
      instructions: [
        'At *Attributes & Claims*, choose *Edit*, then *Unique User Identifier (Name ID)*.',
        'Set *Name identifier format* to *Email address*.',
        'Set *Source attribute* to `user.mail`, then *Save*.',
      ],
      note: 'Choose `user.userprincipalname` where people have no mailbox and sign in with an address. First and last name are sent already.',
    },
    groups: groupsStep(
      'At *Attributes & Claims*, choose *Add a group claim*.',
      'Choose *Groups assigned to the application*.',
      'Set *Source attribute* to *Cloud-only group display names* to get names. *Group ID* sends ids, and roles then follow from ids.',
      'Choose *Save*.',
    ),
    mapping: mappingStep,
    source: sourceStep(
      'Go back to *SAML-based Sign-on*.',
      'At *SAML Certificates*, copy *App Federation Metadata Url*.',
      'Paste it below.',
    ),
    assign: assignStep(...users),
  },
  values: {
    audience: 'Identifier (Entity ID)',
    acs: 'Reply URL (Assertion Consumer Service URL)',
  },
  fields: {
    metadataUrl: 'App Federation Metadata Url',
    metadataFile: 'Federation Metadata XML',
    ssoUrl: 'Login URL',
    entityId: 'Microsoft Entra Identifier',
    certificate: 'Certificate (Base64)',
  },
  pictures: {
    entra: 'Entra ID',
    apps: 'Enterprise apps',
    audience: 'Identifier (Entity ID) = Audience URI',
    acs: 'Reply URL = ACS URL',
    nameId: 'Name ID = user.mail',
    givenName: 'givenname = user.givenname',
    surname: 'surname = user.surname',
    metadata: 'App Federation Metadata Url',
    certificate: 'Certificate (Base64)',
    users: 'Users and groups',
    add: 'Add user/group',
  },
}

export const microsoftEntraOidc: GuideWords = {
  console,
  steps: {
    app: {
      title: 'Register the app',
      instructions: [
        'Open *Entra ID > App registrations > New registration*.',
        'Enter a name.',
        'At *Supported account types*, choose the accounts of this directory only (single tenant).',
        'At *Redirect URI*, choose *Web* and copy the value below into the field beside it.',
        'Choose *Register*.',
      ],
    },
    claims: {
      title: 'Send address and names',
      instructions: [
        'Open *Token configuration*, then *Add optional claim*.',
        'Choose *ID*, tick `email`, `family_name` and `given_name`, then *Add*.',
        'Tick the permissions that it asks for, then *Add* again.',
      ],
      note: 'Entra sends an email address only for people who have one in *Contact information*.',
    },
    groups: oidcGroupsStep(
      'In *Token configuration*, choose *Add groups claim*.',
      'Choose *Groups assigned to the application*.',
      'Choose *Add*.',
    ),
    secret: {
      title: 'Create a client secret',
      instructions: [
        'Open *Certificates & secrets > Client secrets > New client secret*.',
        'Choose when it expires, then *Add*.',
        'Copy the column *Value* at once: it is not shown again.',
      ],
      note: '*Secret ID* is not the secret.',
    },
    source: sourceStep(
      'Paste the secret below.',
      'Open *Overview*.',
      'Copy *Application (client) ID* and *Directory (tenant) ID*.',
    ),
    mapping: mappingStep,
    assign: assignStep('Open *Entra ID > Enterprise apps* and the app of the same name.', ...users),
  },
  values: { redirect: 'Redirect URI' },
  fields: {
    clientId: 'Application (client) ID',
    clientSecret: 'Client secret (Value)',
    issuer: 'Directory (tenant) ID',
  },
  pictures: {
    entra: 'Entra ID',
    registrations: 'App registrations',
    value: 'Value',
    secretId: 'Secret ID',
    clientId: 'Application (client) ID',
    tenantId: 'Directory (tenant) ID',
  },
}
