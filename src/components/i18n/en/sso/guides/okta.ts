import type { GuideWords } from './GuideWords.ts'
import {
  assignStep,
  attributePictures,
  groupsStep,
  mappingStep,
  oidcFields,
  oidcGroupsStep,
  sourceStep,
} from './shared.ts'

const console = 'Okta Admin Console'
const assign = assignStep(
  'Open *Assignments*.',
  'Choose *Assign > Assign to People* or *Assign > Assign to Groups*.',
  'Pick who may sign in, then *Done*.',
)
const menu = { applications: 'Applications', apps: 'Applications' }

export const oktaSaml: GuideWords = {
  console,
  steps: {
    app: {
      title: 'Create the app',
      instructions: [
        'Open *Applications > Applications*.',
        'Choose *Create App Integration*.',
        'Choose *SAML 2.0*, then *Next*.',
        'Enter a name at *App name*, then *Next*.',
      ],
    },
    saml: {
      title: 'Configure SAML',
      instructions: [
        'Copy the values below into the fields of the same name.',
        'Tick *Use this for Recipient URL and Destination URL*.',
        'Set *Name ID format* to *EmailAddress*.',
        'Set *Application username* to *Email*.',
        'Set *Update application username on* to *Create and update*.',
        'Choose *Next*, tick *This is an internal app that we have created*, then *Finish*.',
      ],
    },
    attributes: {
      title: 'Send names',
      instructions: [
        'Open *Sign On*.',
        'At *Attribute Statements*, expand *Show legacy configuration* and choose *Edit*.',
        'Add a row for each field below: its label is the *Name*, what stands in it the *Value*.',
        'Set *Name format* to *Basic* in each row.',
      ],
      note: 'Some organizations find *Attribute Statements* while the app is created instead. Fill in the same there.',
    },
    groups: groupsStep(
      'At *Group Attribute Statements*, enter `groups` as *Name* and set *Name format* to *Basic*.',
      'Set *Filter* to *Matches regex*, with the value `.*` for all groups.',
      'Choose *Save*.',
    ),
    mapping: mappingStep,
    assign,
    source: sourceStep(
      'Open *Sign On > Settings*.',
      'At *SAML 2.0 > Metadata details*, copy *Metadata URL*.',
      'Paste it below.',
    ),
  },
  values: {
    acs: 'Single sign-on URL',
    audience: 'Audience URI (SP Entity ID)',
    firstName: 'firstName',
    lastName: 'lastName',
    id: 'id',
  },
  texts: { firstName: 'user.firstName', lastName: 'user.lastName', id: 'user.id' },
  fields: {
    metadataUrl: 'Metadata URL',
    ssoUrl: 'Sign on URL',
    entityId: 'Issuer',
    certificate: 'Signing Certificate',
  },
  pictures: {
    ...menu,
    acs: 'Single sign-on URL = ACS URL',
    audience: 'Audience URI (SP Entity ID) = Audience URI',
    nameId: 'Name ID format = EmailAddress',
    ...attributePictures('user.firstName', 'user.lastName'),
    id: 'id = user.id',
    metadata: 'Metadata URL',
    more: 'More details',
    assignments: 'Assignments',
    assign: 'Assign',
  },
}

export const oktaOidc: GuideWords = {
  console,
  steps: {
    app: {
      title: 'Create the app',
      instructions: [
        'Open *Applications > Applications*.',
        'Choose *Create App Integration*.',
        'Choose *OIDC - OpenID Connect* and *Web Application*, then *Next*.',
      ],
    },
    redirect: {
      title: 'Enter the redirect URI',
      instructions: [
        'Enter a name at *App integration name*.',
        'At *Grant type*, leave *Authorization Code* ticked.',
        'Copy the value below into *Sign-in redirect URIs*, in place of what stands there.',
      ],
    },
    assign: assignStep(
      'At *Assignments > Controlled access*, choose who may sign in.',
      'Choose *Save*.',
    ),
    groups: oidcGroupsStep(
      'Open *Sign On*, then *Edit* at *OpenID Connect ID Token*.',
      'Set *Groups claim type* to *Filter*.',
      'Set *Groups claim filter* to `groups`, *Matches regex*, `.*`.',
      'Add `groups` to the further scopes when you bring the details back.',
    ),
    mapping: mappingStep,
    source: {
      ...sourceStep(
        'Open *General*.',
        'At *Client Credentials*, copy *Client ID*.',
        'At *CLIENT SECRETS*, copy the secret.',
        'Copy the address of your organization from the menu with your name, and put `https://` before it: that is the issuer.',
      ),
      note: 'The issuer is `https://your-company.okta.com`. The address of the console, with `-admin` in it, does not work.',
    },
  },
  values: { redirect: 'Sign-in redirect URIs' },
  fields: { ...oidcFields, issuer: 'Okta URL (issuer)' },
  pictures: {
    ...menu,
    redirect: 'Sign-in redirect URIs = Redirect URI',
    grant: 'Grant type = Authorization Code',
    clientId: 'Client ID',
    clientSecret: 'Client secret',
  },
}
