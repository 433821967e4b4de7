import type { GuideMessages } from './GuideMessages.ts'

export const microsoftEntra: GuideMessages = {
  console: 'the Microsoft Entra admin center',
  tokenPlace: {
    path: ['Enterprise apps', 'your app', 'Provisioning', 'Connectivity'],
    label: 'Secret token',
  },
  usernameFormat: null,
  steps: {
    app: {
      title: 'Open or create the enterprise app',
      path: ['Entra ID', 'Enterprise apps', 'New application', 'Create your own application'],
      actions: [
        'Open the app through which your people sign in here, or create one.',
        'When you create one, choose “Integrate any other application you don’t find in the gallery (Non-gallery)”.',
      ],
    },
    connection: {
      title: 'Enter address and token',
      path: ['Manage', 'Provisioning', 'New configuration'],
      actions: [
        'Copy the values below into the admin credentials.',
        'Choose “Test connection”, then “Create”.',
      ],
      labels: { baseUrl: 'Tenant URL', token: 'Secret token' },
      note: 'Keep the whole address. Its end, ?aadOptscim062020, makes Entra send standard SCIM.',
    },
    mapping: {
      title: 'Check the mapping of users',
      path: ['Provisioning', 'Attribute mapping', 'Provision Microsoft Entra ID Users'],
      actions: [
        'userName must hold the address people sign in with. It comes from userPrincipalName; change the source to mail where the two differ.',
        'emails[type eq "work"].value comes from mail.',
        'Leave “Provision Microsoft Entra ID Groups” enabled.',
      ],
    },
    assign: {
      title: 'Assign users and groups',
      path: ['Manage', 'Users and groups', 'Add user/group'],
      actions: ['Pick the people who get an account here, and the groups that should give roles.'],
      note: 'Assigning groups needs a Microsoft Entra ID P1 licence; members of nested groups are not sent.',
    },
    start: {
      title: 'Start provisioning',
      path: ['Provisioning', 'Overview', 'Start provisioning'],
      actions: ['Start it. Entra then pushes about every 40 minutes.'],
      note: '“Provision on demand” pushes one user at once, so you need not wait to see whether it works.',
    },
  },
}
