import type { GuideWords } from './GuideWords.ts'
import { assignStep, attributePictures, groupsStep, mappingStep, sourceStep } from './shared.ts'

export const ripplingSaml: GuideWords = {
  console: 'Rippling admin console',
  steps: {
    app: {
      title: 'Create the integration',
      instructions: [
        'Open *IT > Third-Party Access*.',
        'Choose *Add integration > Create a new custom integration*.',
        'Enter a name, a category and a logo.',
        'Choose *Single Sign-on (SAML)*, then *Continue*.',
        'Say that you install it yourself, then *Continue*.',
      ],
    },
    source: sourceStep(
      'The page of the single sign-on set-up shows the identity provider’s metadata.',
      'Copy its address, or download the file, and bring it here.',
    ),
    saml: {
      title: 'Enter our details',
      instructions: [
        'Copy the values below into the fields of the same name.',
        'Choose *Move to Next Step*.',
      ],
    },
    access: assignStep(
      'Choose who gets access, and from when.',
      'Go on to the end of the installation.',
    ),
    attributes: {
      title: 'Send names',
      instructions: [
        'Open the integration, then *Settings > SAML Attributes*.',
        'Choose *Create New*, and send the first name as `firstName`.',
        'Do the same for the last name as `lastName`.',
      ],
    },
    groups: groupsStep(
      'In *SAML Attributes*, create a group attribute with the name `groups`.',
      'For each value, say who has it, then save.',
    ),
    mapping: mappingStep,
  },
  values: { acs: 'Assertion Consumer Service URL', audience: 'Service Provider Entity ID' },
  fields: {
    metadataUrl: 'IdP Metadata URL',
    metadataFile: 'IdP Metadata XML',
    ssoUrl: 'Single sign-on URL',
    entityId: 'Issuer',
    certificate: 'Certificate',
  },
  pictures: attributePictures('first name', 'last name'),
}
