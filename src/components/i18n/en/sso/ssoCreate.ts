import { formatList, formatNumber, plural } from '../../format.ts'

/** Texts of the screen on which an SSO connection is made. */
export const ssoCreate = {
  title: 'New SSO connection',
  hint: 'Choose what people sign in with. A guide for it comes next; nobody signs in by the connection before it is finished.',
  search: 'Search providers',
  provider: 'What people sign in with',
  found: (count: number) =>
    plural('en', count, { one: '# provider matches', other: '# providers match' }),
  notFound: (text: string) =>
    `There is no guide for “${text}”. If it speaks SAML or OpenID Connect, choose another provider by one of the two.`,
  others: {
    'custom-saml': 'Another provider by SAML',
    'custom-oidc': 'Another provider by OIDC',
    external: 'Another organization’s connection',
  },
  hints: {
    'microsoft-entra': 'Formerly Azure AD',
    'google-workspace': 'Formerly G Suite',
    adfs: 'Active Directory Federation Services',
    cyberark: 'CyberArk Identity, formerly Idaptive',
    duo: 'Duo Single Sign-On, of Cisco',
    'custom-saml': 'Anything that speaks SAML 2.0',
    'custom-oidc': 'Anything that speaks OpenID Connect',
    external: 'Share the SAML or OIDC connection of an organization that you also manage',
  },
  speaks: (protocols: readonly string[]) => formatList('en', protocols, 'disjunction'),
  providerProblem: 'Choose what people sign in with.',
  limit: {
    saml: 'This product’s plan allows no more SAML connections.',
    oidc: 'This product’s plan allows no more OIDC connections.',
    both: 'This product’s plan allows no more connections.',
  },
  protocol: 'Protocol',
  protocolHint:
    'Prefer SAML when groups of the identity provider are to give roles here; OIDC is quicker to set up, and has no certificates to renew. It cannot be changed later.',
  protocols: { saml: 'SAML', oidc: 'OIDC (OpenID Connect)' },
  protocolHints: {
    saml: 'Roles by group; works with every provider',
    oidc: 'A client id and a secret; no roles by group',
  },
  name: 'Display name',
  nameHint: 'How you and other admins tell it apart. It can be changed later.',
  numbered: (name: string, number: number) => `${name} ${formatNumber('en', number)}`,
  externalName: 'Shared connection',
  nameProblem: {
    empty: 'Enter a display name.',
    tooLong: (length: number, max: number) =>
      `The display name has ${formatNumber('en', length)} characters; ${formatNumber('en', max)} are the most. Shorten it by ${formatNumber('en', length - max)}.`,
    taken: 'Another connection has this name. It works, but you may mix them up.',
  },
  external: {
    explanation:
      'People sign in by the connection of the other organization. Its settings stay there; roles are given here.',
    organization: 'ID of the other organization',
    organizationHint: 'Begins with organization-. Admins of that organization see it there.',
    connection: 'ID of its connection',
    connectionHint: 'Begins with saml-connection- or oidc-connection-. The connection is active.',
    swap: 'Swap the two',
    problems: {
      'organization-empty': 'Enter the ID of the other organization.',
      'organization-is-connection':
        'This is the ID of a connection; it belongs in the other field.',
      'organization-shape': 'An organization’s ID begins with organization-.',
      'organization-own':
        'This is your own organization. Make a connection of its own instead, by choosing a provider.',
      'connection-empty': 'Enter the ID of its connection.',
      'connection-is-organization':
        'This is the ID of an organization; it belongs in the other field.',
      'connection-shape': 'A connection’s ID begins with saml-connection- or oidc-connection-.',
      'connection-is-external':
        'That connection is shared from yet another organization. Use the original’s IDs.',
      'connection-is-scim': 'This is a SCIM connection; nobody signs in by it.',
      'connection-known': 'Your organization uses this connection already.',
      'connection-not-found':
        'The other organization has no such connection. Check both IDs, or ask its admins.',
      'connection-not-active':
        'The other organization has not finished that connection. It can be used once it is active.',
    },
  },
  submit: 'Create connection',
  submitAndGuide: 'Create and set up',
  cancel: 'Cancel',
  failed: 'The connection was not created',
  tooMany:
    'The organization has as many connections as it may have. Delete one that is not needed.',
}
