import type { GuideMessages } from './GuideMessages.ts'

export const cyberark: GuideMessages = {
  console: 'CyberArk Identity Administration',
  tokenPlace: {
    path: ['Apps & Widgets', 'Web Apps', 'your app', 'Provisioning'],
    label: 'Bearer Token',
  },
  usernameFormat: null,
  steps: {
    app: {
      title: 'Open or create the web app',
      path: ['Apps & Widgets', 'Web Apps', 'Add Web Apps', 'Custom'],
      actions: ['Open the app through which your people sign in here, or add a “SAML” app.'],
    },
    connection: {
      title: 'Enter address and token',
      path: ['Provisioning'],
      actions: [
        'Tick “Enable provisioning for this application” and choose “Live Mode”.',
        'Set “Authorization Type” to “Authorization Header” and “Header Type” to “Bearer Token”.',
        'Copy the values below, choose “Verify”, then “Save”.',
      ],
      labels: { baseUrl: 'SCIM Service URL', token: 'Bearer Token' },
    },
    roles: {
      title: 'Map CyberArk roles to groups',
      path: ['Provisioning', 'Role Mappings', 'Add'],
      actions: [
        'Pick each role whose members get an account here.',
        'At “Destination Group”, add the group that should be pushed.',
      ],
    },
    sync: {
      title: 'Start the synchronization',
      path: ['Settings', 'Users', 'Outbound Provisioning'],
      actions: ['Choose your app under “Synchronizations”, then “Start Sync”.'],
    },
  },
}
