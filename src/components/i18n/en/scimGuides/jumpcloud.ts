import type { GuideMessages } from './GuideMessages.ts'

export const jumpcloud: GuideMessages = {
  console: 'the JumpCloud Admin Portal',
  tokenPlace: {
    path: ['Access', 'SSO Applications', 'your app', 'Identity Management'],
    label: 'Token Key',
  },
  usernameFormat: null,
  steps: {
    app: {
      title: 'Open or create the application',
      path: ['Access', 'SSO Applications', 'Add New Application', 'Custom Application'],
      actions: [
        'Open the application through which your people sign in here, or add one.',
        'When you add one, choose the feature “Export users to this app (Identity Management)”, save it and choose “Configure Application”.',
      ],
    },
    connection: {
      title: 'Enter address and token',
      path: ['Identity Management', 'Configuration settings'],
      actions: [
        'Choose “SCIM 2.0” and copy the values below.',
        'At “Test User Email”, enter the address of somebody in JumpCloud who has no account here.',
      ],
      labels: { baseUrl: 'Base URL', token: 'Token Key' },
    },
    activate: {
      title: 'Test and activate',
      path: ['Identity Management'],
      actions: [
        'Switch on “Enable management of User Groups and Group Membership in this application”.',
        'Choose “Test Connection”, then “Activate”, then “Save”.',
      ],
      note: 'JumpCloud creates and removes the test user while it tests.',
    },
    groups: {
      title: 'Assign user groups',
      path: ['User Groups'],
      actions: ['Tick each group whose users get an account here, and save.'],
    },
  },
}
