import type { GuideMessages } from './GuideMessages.ts'

export const onelogin: GuideMessages = {
  console: 'OneLogin Administration',
  tokenPlace: {
    path: ['Applications', 'Applications', 'your app', 'Configuration'],
    label: 'SCIM Bearer Token',
  },
  usernameFormat: 'SCIM Username is Email.',
  steps: {
    app: {
      title: 'Add the SCIM app',
      path: ['Applications', 'Applications', 'Add App'],
      actions: [
        'Search for “SCIM Provisioner with SAML (SCIM v2 Enterprise, full SAML)” and choose it.',
        'Give it a display name and save. More tabs appear.',
      ],
    },
    connection: {
      title: 'Enter address and token',
      path: ['Configuration', 'API Connection'],
      actions: ['Copy the values below.', 'Choose “Enable” at “API Status”, then “Save”.'],
      labels: { baseUrl: 'SCIM Base URL', token: 'SCIM Bearer Token' },
    },
    username: {
      title: 'Use the e-mail address as user name',
      path: ['Parameters', 'scimusername'],
      actions: ['Set the value of the parameter to “Email” and save.'],
      labels: { username: 'SCIM Username' },
      texts: { username: 'Email' },
    },
    enable: {
      title: 'Switch provisioning on',
      path: ['Provisioning', 'Workflow'],
      actions: [
        'Tick “Enable provisioning”.',
        'Leave “Create user”, “Delete user” and “Update user” unticked where no approval by an admin is wanted.',
        'Choose what happens here when a user is deleted in OneLogin, and save.',
      ],
    },
    groups: {
      title: 'Send groups',
      path: ['Parameters', 'Groups'],
      actions: [
        'Tick “Include in User Provisioning” and save.',
        'At “Rules”, choose “Add Rule” with the action “Set Groups in” your app, from the roles or groups that should give roles here.',
      ],
    },
    assign: {
      title: 'Assign people',
      path: ['Access', 'Roles'],
      actions: [
        'Tick the OneLogin roles whose people get an account here, and save.',
        'At “Users”, approve those that show “Pending”.',
      ],
    },
  },
}
