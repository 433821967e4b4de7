import type { GuideMessages } from './GuideMessages.ts'

export const rippling: GuideMessages = {
  console: 'Rippling',
  tokenPlace: {
    path: ['IT', 'Third-Party Access', 'your integration', 'Settings'],
    label: 'Bearer Token',
  },
  usernameFormat: 'userName is the work e-mail address.',
  steps: {
    app: {
      title: 'Create a custom integration',
      path: ['IT', 'Third-Party Access', 'Add Integration', 'Create New Custom Integration'],
      actions: [
        'Give it a name and a category, and upload a logo.',
        'Tick “User Management via SCIM” and choose “Continue”.',
      ],
    },
    connection: {
      title: 'Enter the address',
      path: ['Create New Custom Integration', 'SCIM'],
      actions: [
        'Copy the values below into the fields of the same name.',
        'Tick “Supports Groups”, “Supports Pagination”, “Create & Delete Groups” and “Use PATCH to edit Groups”.',
      ],
      labels: {
        version: 'SCIM Version',
        baseUrl: 'SCIM base URL',
        method: 'SCIM Authorization Method',
      },
      texts: { version: '2.0', method: 'Bearer Token' },
    },
    attributes: {
      title: 'Name the attributes',
      path: ['Create New Custom Integration', 'Supported SCIM Attributes'],
      actions: ['Add these four attributes.', 'Choose “Continue”, then “Install now”.'],
      labels: {
        externalId: 'Attribute 1',
        email: 'Attribute 2',
        givenName: 'Attribute 3',
        familyName: 'Attribute 4',
      },
      texts: {
        externalId: 'externalId',
        email: 'emails.primary',
        givenName: 'name.givenName',
        familyName: 'name.familyName',
      },
    },
    install: {
      title: 'Enter the token',
      path: ['Install', 'Connect'],
      actions: [
        'Copy the bearer token into the field of that name.',
        'At “Attribute Mappings”, let userName come from the work e-mail, for each attribute “On user creation and updates”.',
      ],
      labels: { token: 'Bearer Token' },
    },
    provision: {
      title: 'Provision people and groups',
      path: ['Install', 'App Access Rules'],
      actions: [
        'Choose who gets an account here and when.',
        'Match people who already have one, and create accounts for the rest.',
      ],
    },
  },
}
