import type { GuideMessages } from './GuideMessages.ts'

export const pingfederate: GuideMessages = {
  console: 'the PingFederate administrative console',
  tokenPlace: {
    path: [
      'Applications',
      'Integration',
      'SP Connections',
      'your connection',
      'Outbound Provisioning',
      'Configure Provisioning',
      'Target',
    ],
    label: 'Access Token',
  },
  usernameFormat: 'userName is the e-mail address.',
  steps: {
    install: {
      title: 'Have the SCIM provisioner ready',
      path: ['Server'],
      actions: [
        'Deploy the files of the “SCIM Provisioner” integration kit on each PingFederate server.',
        'Set pf.provisioner.mode to STANDALONE or FAILOVER in run.properties, and restart.',
      ],
      note: 'Skip this step where another connection already provisions by SCIM.',
    },
    app: {
      title: 'Open or create the SP connection',
      path: ['Applications', 'Integration', 'SP Connections'],
      actions: [
        'Open the connection through which your people sign in here, or choose “Create Connection”.',
        'At “Connection Type”, tick “Outbound Provisioning” and choose the type “SCIM Connector”.',
      ],
    },
    connection: {
      title: 'Enter address and token',
      path: ['Outbound Provisioning', 'Configure Provisioning', 'Target'],
      actions: ['Copy the values below into the fields of the same name, then choose “Next”.'],
      labels: {
        baseUrl: 'SCIM URL',
        version: 'SCIM Version',
        method: 'Authentication Method',
        token: 'Access Token',
        identifier: 'Unique User Identifier',
      },
      texts: { version: '2.0', method: 'OAuth 2 Bearer Token', identifier: 'userName' },
    },
    channel: {
      title: 'Create a channel',
      path: ['Manage Channels', 'Create'],
      actions: [
        'Choose the data store and where in it users and groups are found.',
        'At “Attribute Mapping”, let userName and workEmail come from the e-mail address.',
      ],
      note: 'Users whose user name is not an e-mail address are refused.',
    },
    activate: {
      title: 'Activate channel and connection',
      path: ['Activation & Summary'],
      actions: ['Set the channel to “Active”.', 'Switch the SP connection on and save.'],
    },
  },
}
