import { formatList } from '../../format.ts'

/** Texts of what a connection is switched on for: the default one, joining through it, the only way in. */
export const ssoSwitchOn = {
  default: {
    title: 'Default connection',
    hint: 'Members who choose single sign-on are sent to the default connection at once, without being asked which one.',
    is: (name: string) => `${name} is the default connection.`,
    move: 'To change this, make another active connection the default.',
    none: 'No connection is the default. Members are asked which one to use.',
    other: (name: string) => `${name} is the default connection now.`,
    otherUnknown: 'Another connection is the default now.',
    pending: 'Only an active connection can be the default: finish setting this one up first.',
    set: 'Make default',
    dialogTitle: (name: string) => `Make ${name} the default connection?`,
    replaces: (before: string) =>
      `It replaces ${before}. Members who choose single sign-on come here from then on.`,
    first: 'Members who choose single sign-on come here from then on.',
    keep: 'There is always a default connection from then on: it can be moved to another one, not taken away.',
    failed: 'The default connection was not changed',
  },
  jit: {
    title: 'Joining by SSO',
    hint: 'Whether people who have no account here yet get one at their first sign-in through this connection (just-in-time provisioning).',
    switch: 'New people may join through this connection',
    on: 'Whoever your identity provider lets in becomes a member.',
    off: 'Only members can sign in through it. Others have to be invited first.',
    all: 'New people may join through every connection of your organization, this one among them.',
    others: (names: readonly string[]) =>
      `People may also join through ${formatList('en', names)}.`,
    restrict: 'Connections that people may join through',
    restrictHint:
      'New people may then join through these only. A connection that is added later has to be chosen here too. With none chosen, nobody joins by SSO.',
    saved: (names: readonly string[]) =>
      names.length === 0
        ? 'Saved. Nobody joins by SSO any more.'
        : `Saved. People may join through ${formatList('en', names)} only.`,
    failed: 'Who may join was not changed',
  },
  only: {
    title: 'Ways to sign in',
    hint: 'Whether members may sign in by other methods than single sign-on.',
    label: 'Members may sign in by',
    all: 'Every method, single sign-on among them',
    besides: (methods: readonly string[]) => `Single sign-on, ${formatList('en', methods)}`,
    only: 'Single sign-on only',
    without: (methods: readonly string[]) => `${formatList('en', methods)}, not single sign-on`,
    choices: {
      all: { title: 'Every method', hint: 'Single sign-on is one of them.' },
      besides: {
        title: 'Single sign-on and chosen methods',
        hint: 'Such as links by email beside it.',
      },
      only: {
        title: 'Single sign-on only',
        hint: 'All other methods end, except for members with break-glass access.',
      },
    },
    methods: 'Methods beside single sign-on',
    methodsNeeded: 'Choose at least one method, or single sign-on only.',
    names: {
      magic_link: 'link by email',
      email_otp: 'code by email',
      password: 'password',
      google_oauth: 'Google',
      microsoft_oauth: 'Microsoft',
      hubspot_oauth: 'HubSpot',
      slack_oauth: 'Slack',
      github_oauth: 'GitHub',
    },
    back: 'Allow every method again',
    saved: {
      all: 'Saved. Members may sign in by every method.',
      besides: 'Saved. Members may sign in by single sign-on and the methods chosen.',
      only: 'Saved. Members sign in by single sign-on only.',
    },
    failed: 'The ways to sign in were not changed',
  },
}
