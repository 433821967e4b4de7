import type { GuideMessages } from './GuideMessages.ts'

export const okta: GuideMessages = {
  console: 'the Okta Admin Console',
  tokenPlace: {
    path: ['Applications', 'Applications', 'your app', 'Provisioning', 'Integration', 'Edit'],
    label: 'Authorization (Bearer)',
  },
  usernameFormat: 'Application username format is Email; the unique identifier is userName.',
  steps: {
    app: {
      title: 'Open or create the app',
      path: ['Applications', 'Applications'],
      actions: [
        'Open the app through which your people sign in here.',
        'If there is none, choose “Create App Integration”, then “SAML 2.0” or “SWA - Secure Web Authentication”, and finish it.',
      ],
      note: 'Okta offers SCIM for apps of these two types, not for OIDC apps.',
    },
    enable: {
      title: 'Switch SCIM on',
      path: ['General', 'App Settings', 'Edit'],
      actions: ['At “Provisioning”, choose “SCIM”.', 'Save. The tab “Provisioning” appears.'],
    },
    username: {
      title: 'Use the e-mail address as user name',
      path: ['Sign On', 'Settings', 'Edit'],
      actions: ['Set “Application username format” to “Email”.', 'Save.'],
      note: 'Users whose user name is not an e-mail address are refused.',
    },
    connection: {
      title: 'Enter address and token',
      path: ['Provisioning', 'Integration', 'Edit'],
      actions: [
        'Copy the values below into the fields of the same name.',
        'At “Supported provisioning actions”, tick “Push New Users”, “Push Profile Updates” and “Push Groups”.',
        'Choose “Test Connector Configuration”, then “Save”.',
      ],
      labels: {
        baseUrl: 'SCIM connector base URL',
        identifier: 'Unique identifier field for users',
        mode: 'Authentication Mode',
        token: 'Authorization (Bearer)',
      },
      texts: { identifier: 'userName', mode: 'HTTP Header' },
    },
    'to-app': {
      title: 'Allow Okta to change users here',
      path: ['Provisioning', 'To App', 'Edit'],
      actions: [
        'Tick “Enable” at “Create Users”, “Update User Attributes” and “Deactivate Users”.',
        'Save.',
      ],
    },
    assign: {
      title: 'Assign people',
      path: ['Assignments', 'Assign'],
      actions: [
        'Choose “Assign to People” or “Assign to Groups”, and pick who gets an account here.',
      ],
    },
    groups: {
      title: 'Push groups',
      path: ['Push Groups', 'Push Groups', 'Find groups by name'],
      actions: [
        'Pick each group that should give roles here.',
        'Leave “Push group memberships immediately” ticked and save.',
      ],
      note: 'Okta advises against using one group both to assign people and to push.',
    },
  },
}
