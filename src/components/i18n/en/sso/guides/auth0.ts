import type { GuideWords } from './GuideWords.ts'
import {
  assignStep,
  groupsStep,
  mappingStep,
  oidcFields,
  oidcGroupsStep,
  sourceStep,
} from './shared.ts'

const console = 'Auth0 Dashboard'
const app = {
  title: 'Create the application',
  instructions: [
    'Open *Applications > Applications*, then *Create Application*.',
    'Enter a name and choose *Regular Web Applications*, then *Create*.',
  ],
}
const assign = assignStep(
  'Open *Connections*.',
  'Switch on the connections whose people may sign in, and the others off.',
)
const groupsClaim = 'https://sso.example/groups'

export const auth0Saml: GuideWords = {
  console,
  steps: {
    app,
    saml: {
      title: 'Configure SAML',
      instructions: [
        'Open *Addons* and switch *SAML2 Web App* on.',
        'In *Settings*, copy the first value below into *Application Callback URL*.',
        'Copy the second over what stands at *Settings* below it.',
        'Put the third there in place of `AUDIENCE`.',
        'Choose *Enable* or *Save*, at the end of the page.',
      ],
      note: 'First and last name are sent already.',
    },
    groups: groupsStep(
      'Let the connection, or an action of the login flow, fill the profile’s `groups`.',
    ),
    mapping: mappingStep,
    source: sourceStep(
      'In *SAML2 Web App*, open *Usage*.',
      'At *Identity Provider Metadata*, copy the address of *Download*, or download the file.',
    ),
    assign,
  },
  values: { acs: 'Application Callback URL', settings: 'Settings', audience: 'audience' },
  texts: {
    settings: JSON.stringify(
      {
        audience: 'AUDIENCE',
        nameIdentifierFormat: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
        nameIdentifierProbes: [
          'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
        ],
      },
      null,
      2,
    ),
  },
  fields: {
    metadataUrl: 'Identity Provider Metadata',
    metadataFile: 'Downloaded metadata',
    ssoUrl: 'Identity Provider Login URL',
    entityId: 'Issuer',
    certificate: 'Identity Provider Certificate',
  },
}

export const auth0Oidc: GuideWords = {
  console,
  steps: {
    app,
    redirect: {
      title: 'Enter the redirect URI',
      instructions: [
        'Open *Settings*.',
        'Copy the value below into *Allowed Callback URLs*.',
        'Choose *Save Changes*.',
      ],
    },
    groups: oidcGroupsStep(
      'Open *Actions > Library* and create an action for the trigger *Login / Post Login*.',
      'Copy the code below, then *Deploy*. It sends the roles that people have at Auth0.',
      'Add the action to the *post-login* trigger in *Actions > Triggers*.',
    ),
    source: {
      ...sourceStep(
        'In *Settings*, copy *Client ID* and *Client Secret*.',
        'Copy *Domain*, put `https://` before it and `/` after it: that is the issuer.',
      ),
      note: 'With a domain of your own at Auth0, the issuer is made of that.',
    },
    mapping: mappingStep,
    assign,
  },
  values: { redirect: 'Allowed Callback URLs', code: 'Code of the action' },
  texts: {
    code: `exports.onExecutePostLogin = async (event, api) => {\n  api.idToken.setCustomClaim('${groupsClaim}', event.authorization?.roles ?? [])\n}`,
  },
  fields: oidcFields,
}
