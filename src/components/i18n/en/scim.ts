import { formatNumber, plural } from '../format.ts'

const users = (count: number) => plural('en', count, { one: '# user', other: '# users' })
const groups = (count: number) => plural('en', count, { one: '# group', other: '# groups' })
const members = (count: number) => plural('en', count, { one: '# member', other: '# members' })

/** Texts of the SCIM part. */
export const scim = {
  title: 'Directory sync',
  purpose: 'Your identity provider creates, updates and deactivates members here by SCIM.',
  loading: 'Loading the SCIM connection',
  providers: {
    okta: 'Okta',
    'microsoft-entra': 'Microsoft Entra',
    cyberark: 'CyberArk',
    jumpcloud: 'JumpCloud',
    onelogin: 'OneLogin',
    pingfederate: 'PingFederate',
    rippling: 'Rippling',
    generic: 'Another provider',
  },
  providerHints: {
    okta: 'SCIM 2.0 through a SAML or SWA app',
    'microsoft-entra': 'Formerly Azure AD',
    cyberark: 'CyberArk Identity, formerly Idaptive',
    jumpcloud: 'JumpCloud Identity Management',
    onelogin: 'SCIM Provisioner app',
    pingfederate: 'SCIM Connector of an SP connection',
    rippling: 'Custom integration',
    generic: 'Any directory that speaks SCIM 2.0',
  },
  signedOut: {
    title: 'You are not signed in',
    hint: 'Sign in to see the directory sync of your organization.',
    ended: 'Your session has ended. Sign in again to go on.',
  },
  denied: {
    title: 'You cannot see directory sync',
    hint: 'Ask an admin of your organization for a role that includes it.',
  },
  notEnabled: {
    title: 'Directory sync is not available',
    hint: 'It is not part of this product’s plan for your organization yet. Ask whoever provides this product to switch SCIM on.',
  },
  failed: {
    title: 'The SCIM connection could not be loaded',
    hint: 'Nothing was changed. Try again in a moment.',
  },
  empty: {
    title: 'Let your identity provider manage members',
    hint: 'With a SCIM connection, people whom you assign to this product in Okta, Microsoft Entra or another directory get an account here by themselves, and lose it when they leave. Groups of the directory can give them roles.',
    create: 'Create connection',
  },
  accessLost: {
    title: 'You may not see directory sync any more',
    hint: 'Your roles were changed. What you typed is still here to be copied; it can be saved once you have a role again that allows it.',
    blocked: 'Your roles do not allow it any more. Nothing can be saved.',
  },
  deletedElsewhere: {
    title: 'Somebody else deleted this connection',
    hint: 'What you typed is still here; nothing can be saved.',
    blocked: 'The connection is gone. Nothing can be saved.',
  },
  create: {
    title: 'New SCIM connection',
    hint: 'An organization has one SCIM connection. You can change its name and provider later.',
    provider: 'Identity provider',
    name: 'Display name',
    nameHint: 'How you and other admins tell it apart. Members do not see it.',
    submit: 'Create connection',
    cancel: 'Cancel',
    failed: 'The connection was not created',
  },
  nameProblem: {
    empty: 'Enter a display name.',
    tooLong: (length: number, max: number) =>
      `The display name has ${formatNumber('en', length)} characters; ${formatNumber('en', max)} are the most. Shorten it by ${formatNumber('en', length - max)}.`,
  },
  nameCount: (length: number, max: number) =>
    `${formatNumber('en', length)} of ${formatNumber('en', max)} characters`,
  providerProblem: 'Choose an identity provider.',
  token: {
    title: 'Store the bearer token',
    purpose: 'The connection exists. Your identity provider needs this token to use it.',
    hint: 'This is the only time it is shown. Your identity provider sends it with each request; whoever has it can create and deactivate members here.',
    label: 'Bearer token',
    nextLabel: 'Next bearer token',
    stored: 'I have stored it where I can find it again',
    mustStore: 'Tick this once the token is stored. It cannot be shown again.',
    continue: 'Continue to set-up',
    next: 'Continue',
    leave: {
      question: 'Leave without storing the token?',
      explanation:
        'The token is shown only here. Once it is gone nobody can see it again, and your identity provider needs a new one.',
      discard: 'Leave without storing',
      keep: 'Stay',
    },
  },
  page: {
    back: 'Back to the connection',
    guide: 'Set-up guide',
  },
  details: {
    title: 'Details',
    hint: 'What this connection is called and where the identity provider sends its requests.',
    name: 'Display name',
    provider: 'Identity provider',
    baseUrl: 'Base URL',
    id: 'Connection ID',
    providerHint:
      'Decides which guide and labels are shown. Microsoft Entra has a base URL of its own: copy it again after a change.',
    saved: (name: string) => `Saved. The connection is called ${name}.`,
    failed: 'The details were not saved',
    changed:
      'Somebody else changed these details while you were editing. Saving replaces what they entered.',
    takeTheirs: 'Show their version',
  },
  provisioning: {
    title: 'Provisioning',
    hint: 'What the identity provider has sent.',
    looking: 'Looking what has arrived',
    waiting: 'Waiting for the first push',
    waitingHint: (provider: string) =>
      `Nothing has arrived from ${provider} yet. This page looks every few seconds and shows what comes.`,
    waitingHintLarge: (provider: string) =>
      `Nothing was found from ${provider} yet. Groups appear here by themselves; in an organization of this size users are looked for when you ask for it.`,
    arrived: 'Receiving',
    announce: (provider: string, userCount: number | null, groupCount: number) =>
      userCount === null
        ? `${provider} now sends ${groups(groupCount)}.`
        : `${provider} now sends ${users(userCount)} and ${groups(groupCount)}.`,
    status: 'Status',
    users: 'Users',
    groups: 'Groups',
    lastChange: 'Last change of a user',
    atLeast: (count: string) => `at least ${count}`,
    inactive: 'deactivated',
    counting: 'Counting users',
    lookThroughAll: 'Look through all members',
    lookAgain: 'Look again',
    lookFailed: 'Looking again failed. What was found before is shown.',
    usersDenied: 'Users are not shown to you.',
    usersFailed: 'Users could not be loaded.',
    groupsFailed: 'Groups could not be loaded',
    search: 'Search groups',
    listLabel: 'Groups that the identity provider sends',
    usersLabel: 'Users changed last',
    range: (from: number, to: number, total: number) =>
      `${formatNumber('en', from)} to ${formatNumber('en', to)} of ${formatNumber('en', total)}`,
    previous: 'Previous groups',
    next: 'Next groups',
    noGroups: 'No groups yet. Push a group in your identity provider to map it to roles.',
    noMatch: (text: string) => `No group has “${text}” in its name.`,
    clear: 'Clear search',
  },
  roles: {
    title: 'Group roles',
    hint: 'Members of a group hold its roles for as long as they are in it. Roles given in other ways stay.',
    group: 'Group',
    roles: 'Roles',
    none: 'No group gives a role yet.',
    noGroups: 'Groups can be mapped to roles once the identity provider has pushed some.',
    gone: 'Gone',
    goneHint:
      'The identity provider no longer sends a group that is marked as gone. Its roles are kept, and given again should it come back, until you remove it.',
    unnamed: 'Unnamed group',
    withId: (group: string, id: string) => `${group} (${id})`,
    add: 'Add group',
    addHint: 'Choose a group',
    pick: (group: string) => `Roles of ${group}`,
    remove: (group: string) => `Remove ${group}`,
    removed: (group: string) => `${group} removed. Cancel brings it back.`,
    noRoles: 'Choose at least one role, or remove the group.',
    allUsed: 'All groups are in the list.',
    review: 'Review changes',
    reviewTitle: 'Save group roles?',
    back: 'Back to editing',
    save: 'Save group roles',
    saved: (count: number) =>
      plural('en', count, {
        one: 'Saved. # group gives roles.',
        other: 'Saved. # groups give roles.',
      }),
    failed: 'The group roles were not saved',
    conflict: {
      title: 'Somebody else changed the group roles meanwhile',
      hint: 'Choose how to go on. Nothing has been saved yet.',
      theirs: 'What they changed',
      added: (group: string, role: string) => `${group} now gives ${role}`,
      removed: (group: string, role: string) => `${group} no longer gives ${role}`,
      merge: 'Keep both: my changes on top of theirs',
      discard: 'Discard mine and show theirs',
    },
  },
  preview: {
    mapping: 'Changed mappings',
    gives: (group: string, role: string) => `${group} gives ${role}`,
    givesNoMore: (group: string, role: string) => `${group} no longer gives ${role}`,
  },
  rotation: {
    title: 'Bearer token',
    hint: 'The identity provider proves itself with it. Replace it before it expires, or when somebody may have seen it.',
    current: 'Current token',
    next: 'Next token',
    masked: (lastFour: string) => `••••••••${lastFour}`,
    maskedLabel: (lastFour: string) => `Ends in ${lastFour}`,
    expires: 'Expires',
    nextExpires: 'Next token expires',
    unknownExpiry: 'Not known',
    notNow: 'Not now',
    start: 'Rotate token',
    continue: 'Continue rotation',
    cancel: 'Cancel rotation',
    running: 'A rotation is running',
    runningHint: (current: string, next: string) =>
      `The tokens that end in ${current} and ${next} both work until you complete or cancel it.`,
    expiring: (when: string) => `The token expires ${when}`,
    expiringHint: 'Rotate it before then, or provisioning stops.',
    expired: 'The token has expired',
    expiredHint: 'What the identity provider pushes is refused. Rotate the token to receive again.',
    dialogTitle: 'Rotate the bearer token',
    steps: {
      create: 'Create the next token',
      place: 'Put it into the identity provider',
      complete: 'Complete the rotation',
    },
    createHint: (lastFour: string) =>
      `A second token is made. The present one, which ends in ${lastFour}, goes on working until you complete the rotation.`,
    create: 'Create next token',
    createFailed: 'The next token was not created',
    placeHint: (provider: string) =>
      `In ${provider}, replace the token. Until you complete the rotation, both tokens work, so nothing is interrupted.`,
    place: 'Where it goes',
    placed: 'It is in place',
    tokenGone: (lastFour: string) =>
      `The next token, which ends in ${lastFour}, is no longer shown. If you do not have it, cancel the rotation and begin again.`,
    completeHint: (current: string, next: string) =>
      `The token that ends in ${current} stops working at once. From then on only the one that ends in ${next} works.`,
    complete: 'Complete rotation',
    completeFailed: 'The rotation was not completed',
    completed: (lastFour: string) => `Rotated. The token now ends in ${lastFour}.`,
    later: 'Continue later',
    back: 'Back',
    cancelTitle: 'Cancel the rotation?',
    cancelHint: (current: string, next: string) =>
      `The token that ends in ${next} stops working at once. The one that ends in ${current} goes on working. If the identity provider already uses the new one, provisioning stops.`,
    cancelConfirm: 'Cancel rotation',
    keep: 'Keep it running',
    cancelFailed: 'The rotation was not cancelled',
    cancelled: (lastFour: string) =>
      `Cancelled. The token that ends in ${lastFour} is the only one.`,
  },
  danger: {
    title: 'Danger zone',
    hint: 'Deleting the connection cannot be undone.',
    delete: 'Delete connection',
    dialogTitle: (name: string) => `Delete ${name}?`,
    usersStay: (count: number) =>
      plural('en', count, {
        one: '# provisioned member stays active and is no longer managed by the identity provider.',
        other:
          '# provisioned members stay active and are no longer managed by the identity provider.',
      }),
    usersStayUncounted:
      'Provisioned members stay active and are no longer managed by the identity provider.',
    rolesLost: (count: number) =>
      count === 0
        ? 'Nobody loses a role.'
        : `${members(count)} ${plural('en', count, { one: 'loses', other: 'lose' })} the roles that come from groups only.`,
    rolesLostUncounted: 'Roles that come from groups only are lost.',
    groupsGone: (count: number) =>
      count === 0
        ? 'There are no groups to remove.'
        : plural('en', count, {
            one: '# group vanishes with its roles.',
            other: '# groups vanish with their roles.',
          }),
    refused: 'What the identity provider pushes is refused from then on.',
    countsDenied: 'How many members that are cannot be shown to you.',
    confirm: 'Delete connection',
    failed: 'The connection was not deleted',
    deleted: (name: string) => `The connection ${name} was deleted.`,
  },
  setup: {
    title: (provider: string) => `Set up ${provider}`,
    hint: (console_: string) =>
      `What to do in ${console_}. Tick off what is done; you can leave and come back.`,
    label: 'Set-up steps',
    username: 'User names',
    path: 'Where',
    values: 'Values to copy',
    done: 'This step is done',
    next: 'Next step',
    previous: 'Previous step',
    finish: 'Finish',
    later: 'Continue later',
    arrival: 'See what arrives',
    arrivalHint: (provider: string) =>
      `Once provisioning runs in ${provider}, users and groups appear here by themselves.`,
    tokenGone: (lastFour: string) =>
      `The token, which ends in ${lastFour}, was shown once and is not kept here. If you no longer have it, rotate it to get a new one.`,
    storageHint: 'Ticks are kept in this browser.',
  },
}
