import type { GuideStepWords } from './GuideWords.ts'

/* What most guides say. Each provider's words take these and add what is its own. */

/** The step in which the attribute mapping is shown. */
export const mappingStep: GuideStepWords = {
  title: 'Check the mapping',
  instructions: [
    'Compare the names below with those that the console sends.',
    'Correct the names that differ.',
    'Leave `groups` out when you send no groups.',
  ],
  note: 'A test sign-in shows which names really arrive.',
}

/** The step in which what the provider tells is brought here. */
export const sourceStep = (...instructions: string[]): GuideStepWords => ({
  title: 'Bring the details back',
  instructions,
})

/** The step in which people get access. */
export const assignStep = (...instructions: string[]): GuideStepWords => ({
  title: 'Assign people',
  instructions,
  note: 'Assign yourself too: a test sign-in fails for anybody who is not assigned.',
})

/** The step that sends groups by SAML. */
export const groupsStep = (...instructions: string[]): GuideStepWords => ({
  title: 'Send groups (optional)',
  instructions,
  note: 'Groups can give roles here. Skip this step when roles do not follow from groups.',
})

/** The step that sends groups by OIDC, from which no roles follow. */
export const oidcGroupsStep = (...instructions: string[]): GuideStepWords => ({
  ...groupsStep(...instructions),
  note: 'Groups are kept with what is known of the member. With OIDC no roles follow from them, so skip this step when nothing else needs them.',
})

/** Labels of the drawing of attributes that are called as the custom guide calls them. */
export const attributePictures = (first: string, last: string) => ({
  firstName: `firstName = ${first}`,
  lastName: `lastName = ${last}`,
})

/** How OIDC consoles call what is brought back. */
export const oidcFields = {
  clientId: 'Client ID',
  clientSecret: 'Client secret',
  issuer: 'Issuer',
}
