import type { GuideMessages } from './GuideMessages.ts'

export const generic: GuideMessages = {
  console: 'your identity provider',
  tokenPlace: { path: ['Provisioning', 'SCIM'], label: 'HTTP header bearer token' },
  usernameFormat: 'userName is the primary e-mail address.',
  steps: {
    connection: {
      title: 'Enter address and token',
      path: ['Provisioning', 'SCIM'],
      actions: [
        'Copy the values below into the SCIM settings of the app through which your people sign in here.',
        'If the fields have other names, look for the SCIM endpoint and for the secret that goes into the Authorization header.',
      ],
      labels: {
        version: 'SCIM version',
        baseUrl: 'SCIM base URL',
        method: 'Authentication',
        token: 'HTTP header bearer token',
      },
      texts: { version: '2.0', method: 'Authorization: Bearer' },
    },
    username: {
      title: 'Use the e-mail address as user name',
      path: ['Attribute mapping'],
      actions: ['Let userName come from the primary e-mail address.'],
      labels: { username: 'userName' },
      texts: { username: 'primary e-mail address' },
      note: 'Users whose user name is not an e-mail address are refused.',
    },
    attributes: {
      title: 'Map the other attributes',
      path: ['Attribute mapping'],
      actions: [
        'Send name.givenName, name.familyName and emails with the primary one marked.',
        'Send externalId as the id that never changes in your directory.',
        'Send active, false when somebody leaves.',
      ],
    },
    push: {
      title: 'Push users and groups',
      path: ['Assignments'],
      actions: [
        'Assign the people who get an account here.',
        'Assign the groups that should give roles here, with their members.',
        'Start provisioning.',
      ],
    },
  },
}
