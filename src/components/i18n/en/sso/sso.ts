import { formatList, formatNumber, plural } from '../../format.ts'

const number = (value: number) => formatNumber('en', value)

/** Texts of the SSO part: the list, and what several of its screens say. */
export const sso = {
  title: 'Single sign-on',
  purpose: 'How the people of your organization sign in with the accounts they have at work.',
  loading: 'Loading SSO connections',
  back: 'Single sign-on',
  /** By the API's `identity_provider`, and those that it calls generic. */
  providers: {
    okta: 'Okta',
    'microsoft-entra': 'Microsoft Entra',
    'google-workspace': 'Google Workspace',
    adfs: 'AD FS',
    pingone: 'PingOne',
    pingfederate: 'PingFederate',
    onelogin: 'OneLogin',
    jumpcloud: 'JumpCloud',
    cyberark: 'CyberArk',
    rippling: 'Rippling',
    keycloak: 'Keycloak',
    auth0: 'Auth0',
    duo: 'Duo',
    custom: 'Another provider',
    generic: 'Another provider',
    classlink: 'ClassLink',
    miniorange: 'miniOrange',
    salesforce: 'Salesforce',
    shibboleth: 'Shibboleth',
  },
  protocols: { saml: 'SAML', oidc: 'OIDC', external: 'Another organization' },
  kind: (provider: string, protocol: string) => `${provider} · ${protocol}`,
  statuses: { active: 'Active', pending: 'Set-up not finished' },
  default: 'Default',
  signedOut: {
    title: 'You are not signed in',
    hint: 'Sign in to see the single sign-on of your organization.',
    ended: 'Your session has ended. Sign in again to go on.',
  },
  denied: {
    title: 'You cannot see single sign-on',
    hint: 'Ask an admin of your organization for a role that includes it.',
  },
  notEnabled: {
    title: 'Single sign-on is not available',
    hint: 'It is not part of this product’s plan for your organization yet. Ask whoever provides this product to switch SSO on.',
  },
  failed: {
    title: 'The SSO connections could not be loaded',
    hint: 'Nothing was changed. Try again in a moment.',
  },
  accessLost: {
    title: 'You may not see single sign-on any more',
    hint: 'Your roles were changed. What you typed is still here to be copied; it can be saved once you have a role again that allows it.',
    blocked: 'Your roles do not allow it any more. Nothing can be saved.',
  },
  deletedElsewhere: {
    title: 'Somebody else deleted this connection',
    hint: 'What you typed is still here; nothing can be saved.',
    blocked: 'The connection is gone. Nothing can be saved.',
  },
  notFound: {
    title: 'There is no such connection',
    hint: 'It may have been deleted, or belong to another organization.',
    back: 'Show all connections',
  },
  list: {
    caption: 'SSO connections',
    new: 'New connection',
    search: 'Search connections',
    noMatch: 'No connection matches',
    noMatchHint: (text: string) => `None has “${text}” in its name or provider.`,
    clear: 'Clear search',
    found: (count: number) =>
      plural('en', count, { one: '# connection matches', other: '# connections match' }),
    columns: {
      name: 'Name',
      provider: 'Provider',
      status: 'Status',
      roles: 'Roles',
      certificate: 'Certificate',
      actions: 'Actions',
    },
    continue: 'Continue set-up',
    continueOf: (name: string) => `Continue set-up of ${name}`,
    roles: (byConnection: number, byGroup: number) =>
      formatList('en', [
        ...(byConnection > 0 ? [`${number(byConnection)} for everyone`] : []),
        ...(byGroup > 0 ? [`${number(byGroup)} by group`] : []),
      ]),
    noRoles: 'None',
    notWithOidc: 'Not with OIDC',
    ofOtherOrganization: 'Kept by the other organization',
    noCertificate: 'None yet',
    limits: {
      none: 'No more SAML and OIDC connections can be made: this product’s plan for your organization allows no others. A connection of another organization can still be shared. Delete one that is not needed, or ask whoever provides this product.',
      samlOnly:
        'Only SAML connections can still be made: this product’s plan allows no others by OIDC.',
      oidcOnly:
        'Only OIDC connections can still be made: this product’s plan allows no others by SAML.',
    },
    empty: {
      title: 'Let people sign in with their work account',
      hint: 'Connect the identity provider of your organization. Its people then sign in where they always do, without a password of their own here. Choose where you manage accounts today:',
      others: 'Something else',
      readOnly:
        'Once there is a connection to your identity provider, its people sign in where they always do.',
    },
  },
  actions: {
    open: 'Open',
    continue: 'Continue set-up',
    guide: 'Set-up guide',
    test: 'Test sign-in',
    testPending: 'Finish the set-up first: signing in cannot work yet.',
    setDefault: 'Make default',
    setDefaultPending: 'Finish the set-up first: only an active connection can be the default.',
    delete: 'Delete',
  },
  defaultFailed: (name: string) => `${name} was not made the default connection`,
  deleted: (name: string) => `The connection ${name} was deleted.`,
}
