/** Writes without a call here: they leave the page, or are another write by what the URL carries. */
export const WITHOUT_CALLS: readonly string[] = [
  'client.authenticateByUrl',
  ...['github', 'google', 'googleOneTap', 'hubspot', 'microsoft', 'slack'].flatMap((provider) => [
    `oauth.${provider}.start`,
    `oauth.${provider}.discovery.start`,
  ]),
  'sso.start',
]

/** Calls after which nothing can be asked, by write and how. */
export const UNTOLD: Readonly<Record<string, string>> = {
  'session.revokeForMember with everything':
    'It ends the caller’s own session, which the client learns from its next request.',
}

/** What is marked as out of date though no call of the table changes it, by write and read, with the reason. */
export const OVER_INVALIDATED: readonly { entries: RegExp; because: string }[] = [
  {
    entries:
      /^[\w.]*(authenticate|exchange|exchangeAccessToken|attest|revoke|resetBy\w+|loginOrSignup|organizations\.create): (organization\.searchMember|sso\.discoverConnections)$/,
    because:
      'A step of signing in may make somebody a member, or give a password. What a sign-in page shows is read again: one ' +
      'small request, and only where such a page is open.',
  },
  {
    entries: /^(organization\.members|self|idp)\..*: organization\.connectedApps$/,
    because: 'Whether others use the app as well is not known here.',
  },
]
