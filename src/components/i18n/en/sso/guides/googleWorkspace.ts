import type { GuideWords } from './GuideWords.ts'
import { assignStep, attributePictures, groupsStep, mappingStep, sourceStep } from './shared.ts'

export const googleWorkspaceSaml: GuideWords = {
  console: 'Google Admin console',
  steps: {
    app: {
      title: 'Create the app',
      instructions: [
        'Open *Apps > Web and mobile apps*.',
        'Choose *Add app > Add custom SAML app*.',
        'Enter a name at *App name*, then *Continue*.',
      ],
    },
    source: sourceStep(
      'Choose *Download metadata*, or copy the three values under *Option 2*.',
      'Bring them here, then choose *Continue* there.',
    ),
    saml: {
      title: 'Enter our details',
      instructions: [
        'Copy the values below into the fields of the same name.',
        'Leave *Start URL* empty.',
        'Set *Name ID format* to *EMAIL*.',
        'Set *Name ID* to *Basic Information > Primary email*.',
        'Choose *Continue*.',
      ],
    },
    attributes: {
      title: 'Send names',
      instructions: [
        'Choose *Add mapping* for *First name*, and enter `firstName` as *App attribute*.',
        'Choose *Add mapping* for *Last name*, and enter `lastName`.',
      ],
    },
    groups: groupsStep(
      'At *Group membership*, pick the Google groups that may be sent.',
      'Enter `groups` as *App attribute*.',
    ),
    create: {
      title: 'Finish there',
      instructions: ['Choose *Finish*. The app is shown, and is off for everyone.'],
    },
    access: {
      ...assignStep(
        'Open *User access*.',
        'Choose *ON for everyone*, or switch it on for single groups or organizational units.',
        'Choose *Save*.',
      ),
      note: 'As long as the service is off, a test sign-in fails. It may take a few minutes until it is on everywhere.',
    },
    mapping: mappingStep,
  },
  values: { acs: 'ACS URL', audience: 'Entity ID' },
  fields: {
    metadataFile: 'Metadata (GoogleIDPMetadata.xml)',
    ssoUrl: 'SSO URL',
    entityId: 'Entity ID',
    certificate: 'Certificate',
  },
  pictures: {
    apps: 'Apps',
    web: 'Web and mobile apps',
    ssoUrl: 'SSO URL',
    entityId: 'Entity ID',
    certificate: 'Certificate',
    acs: 'ACS URL = ACS URL',
    audience: 'Entity ID = Audience URI',
    nameId: 'Name ID format = EMAIL',
    ...attributePictures('First name', 'Last name'),
    access: 'User access',
    on: 'ON for everyone',
  },
}
