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

const console = 'Keycloak Admin Console'
const dedicated = 'Open *Client scopes* and the one that ends in `-dedicated`.'
const addMapper = (type: string) => `Choose *Add mapper > By configuration > ${type}*.`
const assign = assignStep(
  'See in *Users* that those who sign in are enabled and have an email address.',
)

export const keycloakSaml: GuideWords = {
  console,
  steps: {
    client: {
      title: 'Create the client',
      instructions: [
        'Choose your realm, open *Clients*, then *Create client*.',
        'Set *Client type* to *SAML*.',
        'Copy the values below into the fields of the same name, page by page.',
        'Choose *Save*.',
      ],
    },
    saml: {
      title: 'Set Name ID and signatures',
      instructions: [
        'In *Settings*, set *Name ID format* to *email*, and switch *Force name ID format* on.',
        'Switch *Sign assertions* on, then *Save*.',
        'In *Keys*, switch *Client signature required* off.',
      ],
      note: 'To have requests checked instead, leave it on and import our signing certificate in *Keys*.',
    },
    attributes: {
      title: 'Send names',
      instructions: [
        dedicated,
        addMapper('User Property'),
        'Enter `firstName` as *Property* and as *SAML Attribute Name*, then *Save*.',
        'Do the same for `lastName`.',
        'In *Scope*, switch *Full scope allowed* off, so that not all roles of the realm are sent.',
      ],
    },
    groups: groupsStep(
      addMapper('Group list'),
      'Set *Group attribute name* to `groups`.',
      'Switch *Single Group Attribute* on and *Full group path* off, then *Save*.',
    ),
    mapping: mappingStep,
    source: sourceStep(
      'Open *Realm settings > General*.',
      'At *Endpoints*, copy the address of *SAML 2.0 Identity Provider Metadata*.',
    ),
    people: assign,
  },
  values: {
    audience: 'Client ID',
    redirect: 'Valid redirect URIs',
    acs: 'Master SAML Processing URL',
  },
  fields: {
    metadataUrl: 'SAML 2.0 Identity Provider Metadata',
    metadataFile: 'Saved metadata',
    ssoUrl: 'SingleSignOnService in the metadata',
    entityId: 'entityID in the metadata',
    certificate: 'Certificate (Realm settings, Keys)',
  },
  pictures: {
    audience: 'Client ID = Audience URI',
    redirect: 'Valid redirect URIs = ACS URL',
    acs: 'Master SAML Processing URL = ACS URL',
    ...attributePictures('firstName', 'lastName'),
    groups: 'groups = Group list',
  },
}

export const keycloakOidc: GuideWords = {
  console,
  steps: {
    client: {
      title: 'Create the client',
      instructions: [
        'Choose your realm, open *Clients*, then *Create client*.',
        'Set *Client type* to *OpenID Connect* and enter a *Client ID*, then *Next*.',
        'Switch *Client authentication* on, and leave *Standard flow* ticked, then *Next*.',
        'Copy the value below into *Valid redirect URIs*, then *Save*.',
      ],
    },
    groups: oidcGroupsStep(
      dedicated,
      addMapper('Group Membership'),
      'Set *Token Claim Name* to `groups`.',
      'Switch *Full group path* off and *Add to ID token* on, then *Save*.',
    ),
    source: sourceStep(
      'Copy the client ID, and in *Credentials* the client secret.',
      'Open *Realm settings > General* and follow *OpenID Endpoint Configuration*.',
      'Copy the value of `issuer`.',
    ),
    mapping: mappingStep,
    people: {
      ...assign,
      note: 'Switch *Email verified* on for them: an address that is not verified is refused.',
    },
  },
  values: { redirect: 'Valid redirect URIs' },
  fields: { ...oidcFields, issuer: 'issuer' },
  pictures: {
    authentication: 'Client authentication = On',
    redirect: 'Valid redirect URIs = Redirect URI',
  },
}
