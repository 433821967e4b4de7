import type { GuideWords } from './GuideWords.ts'
import {
  assignStep,
  groupsStep,
  mappingStep,
  oidcFields,
  oidcGroupsStep,
  sourceStep,
} from './shared.ts'

const console = 'PingFederate administrative console'

export const pingfederateSaml: GuideWords = {
  console,
  steps: {
    connection: {
      title: 'Create an SP connection',
      instructions: [
        'Open *Applications > Integration > SP Connections*, then *Create Connection*.',
        'Choose *Do not use a template for this connection*.',
        'Tick *Browser SSO Profiles* with the protocol *SAML 2.0*.',
        'At *Import Metadata*, choose *File* and bring the file below, or choose *None* and copy the entity ID.',
        'At *General Info*, enter a name.',
      ],
    },
    browser: {
      title: 'Configure browser SSO',
      instructions: [
        'At *Browser SSO*, choose *Configure Browser SSO*.',
        'Tick *SP-Initiated SSO*.',
        'Go on to *Assertion Creation*, then *Configure Assertion Creation*.',
      ],
    },
    attributes: {
      title: 'Send address and names',
      instructions: [
        'At *Identity Mapping*, choose *Standard*.',
        'At *Attribute Contract*, set the format of `SAML_SUBJECT` to the one that ends in `emailAddress`.',
        'Extend the contract by `firstName` and `lastName`.',
        'At *Authentication Source Mapping*, add the adapter or policy with which people sign in.',
        'At *Attribute Contract Fulfillment*, fill `SAML_SUBJECT` with the email address, and the others with the names.',
      ],
    },
    groups: groupsStep(
      'Extend the contract by `groups`.',
      'Fill it with the group names of your directory.',
    ),
    mapping: mappingStep,
    protocol: {
      title: 'Configure the protocol',
      instructions: [
        'At *Protocol Settings*, choose *Configure Protocol Settings*.',
        'At *Assertion Consumer Service URL*, set *Binding* to *POST* and copy the value below into *Endpoint URL*.',
        'At *Allowable SAML Bindings*, keep *POST* and *Redirect*.',
        'At *Credentials*, choose the signing certificate.',
        'Switch the connection on at the summary, then *Save*.',
      ],
    },
    source: sourceStep(
      'In the list of *SP Connections*, choose *Select Action > Export Metadata* for the connection.',
      'Bring the file here.',
    ),
    access: assignStep(
      'See that those who may sign in can use the adapter or policy, and pass the issuance criteria if there are any.',
    ),
  },
  values: {
    metadata: 'Metadata file',
    audience: 'Partner’s Entity ID',
    acs: 'Endpoint URL',
  },
  fields: {
    metadataUrl: 'Metadata address',
    metadataFile: 'Exported metadata',
    ssoUrl: 'Sign-on URL (/idp/SSO.saml2)',
    entityId: 'SAML 2.0 Entity ID',
    certificate: 'Signing certificate',
  },
  pictures: {
    subject: 'SAML_SUBJECT = email address',
    firstName: 'firstName = first name',
    lastName: 'lastName = last name',
  },
}

export const pingfederateOidc: GuideWords = {
  console,
  steps: {
    client: {
      title: 'Add a client',
      instructions: [
        'Open *Applications > OAuth > Clients*, then *Add Client*.',
        'Enter a *Client ID* and a *Name*.',
        'At *Client Authentication*, choose *Client Secret*, then *Generate Secret*.',
        'Keep the secret: it is not shown after saving.',
      ],
    },
    redirect: {
      title: 'Enter the redirect URI',
      instructions: [
        'Copy the value below into *Redirect URIs*, then *Add*.',
        'At *Allowed Grant Types*, tick *Authorization Code*.',
        'At *OpenID Connect*, choose the policy that people sign in with.',
        'Choose *Save*.',
      ],
    },
    claims: {
      title: 'Send address and names',
      instructions: [
        'Open *Applications > OAuth > OpenID Connect Policy Management* and the policy.',
        'See that `email`, `given_name` and `family_name` are in its attribute contract and are filled.',
        'See that the scopes `email` and `profile` deliver them.',
      ],
    },
    groups: oidcGroupsStep(
      'Extend the contract of the policy by `groups`, and fill it with the group names.',
    ),
    source: sourceStep(
      'Paste client ID and secret below.',
      'As issuer, take the base URL of the server, as *System > Server > Protocol Settings* shows it.',
    ),
    mapping: mappingStep,
    access: assignStep(
      'See that those who may sign in can use the policy’s authentication source.',
    ),
  },
  values: { redirect: 'Redirect URIs' },
  fields: { ...oidcFields, issuer: 'Base URL (issuer)' },
}
