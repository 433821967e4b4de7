import { formatList, formatNumber, plural } from '../../format.ts'

const people = (count: number) => plural('en', count, { one: '# person', other: '# people' })
const rows = (count: number) => plural('en', count, { one: '# row', other: '# rows' })

/** The first few, and how many more there are. */
const some = (items: readonly string[]) =>
  items.length > 5
    ? `${items.slice(0, 5).join(', ')} and ${formatNumber('en', items.length - 5)} more`
    : formatList('en', items, 'disjunction')

/** Texts of inviting and adding members. */
export const membersInvite = {
  title: 'Invite members',
  purpose:
    'Everybody gets a mail with a link to join. Whoever follows it becomes an active member.',
  titleAdd: 'Add members',
  back: 'Back to members',
  cancel: 'Cancel',
  denied: {
    title: 'You cannot invite members',
    hint: 'Ask an admin of your organization for a role that includes it.',
  },
  off: {
    title: 'Your organization does not allow invitations',
    hint: 'You can add members without an invitation, or an admin can allow invitations in the settings of the organization.',
    settings: 'Open the organization’s settings',
  },
  restricted: (domains: readonly string[]) =>
    domains.length === 0
      ? 'Your organization allows invitations only to certain domains, and none is listed yet.'
      : `Your organization allows invitations only to addresses at ${some(domains)}.`,
  who: {
    title: 'Who',
    email: 'Email address',
    emailHint: 'Or paste many here: one a line, or with commas or semicolons between them.',
    emailPlaceholder: 'ada@example.com',
    name: 'Name',
    roles: 'Roles',
    rolesForAll: 'Roles for all rows',
    rolesForAllHint:
      'For every row in which you choose no others. The role that all members have anyway is not listed.',
    rolesHint: 'The role that all members have anyway is not listed.',
    rolesNotOffered: 'They join with the role that all members have.',
    addPerson: 'Add another person',
    addRow: 'Add a row',
    import: 'Paste a list or use a file',
    template: 'Download a CSV template',
    paste: 'Paste addresses',
    pasteHint:
      'One a line, or with commas or semicolons between them. Names may stand before: Ada Lovelace <ada@example.com>. Cells copied from a spreadsheet work as well.',
    takePasted: 'Add these addresses',
    nothingPasted: 'Paste or type at least one address.',
    file: 'CSV file',
    fileHint: (most: number) =>
      `Columns email, name and roles in any order; only email is needed. Roles by name or id, with semicolons between them. Up to ${formatNumber('en', most)} rows.`,
    added: (count: number) => `${rows(count)} added.`,
    rolesDropped: 'The roles in the list were left out, as you may not give roles.',
  },
  file: {
    workbook: (name: string) =>
      `${name} is an Excel workbook. Save it there as “CSV UTF-8”, and use that file.`,
    unreadable: (name: string) => `${name} could not be read. Choose it again.`,
    noAddresses: (name: string) =>
      `No email addresses were found in ${name}. It needs a column with addresses, best with the header “email”.`,
    unclosedQuote: (name: string, line: number, column: number) =>
      `In ${name}, line ${formatNumber('en', line)}, cell ${formatNumber('en', column)}, a quotation mark is opened and never closed. Mend the line, and use the file again.`,
    pasted: 'What you pasted',
  },
  tooMany: (count: number, most: number) =>
    `That would be ${formatNumber('en', count)} rows, and ${formatNumber('en', most)} are the most at once. Nothing was added; split the list.`,
  table: {
    caption: 'People to invite',
    show: 'Show',
    all: (count: number) => `All rows (${formatNumber('en', count)})`,
    problems: (count: number) => `With problems (${formatNumber('en', count)})`,
    known: (count: number) => `Known already (${formatNumber('en', count)})`,
    none: 'No rows of this kind',
    showAll: 'Show all rows',
    removeProblems: (count: number) =>
      plural('en', count, {
        one: 'Remove # row with a problem',
        other: 'Remove all # with problems',
      }),
    removed: (count: number) => `${rows(count)} removed.`,
    undo: 'Undo',
    emailOf: (number: number) => `Email address of row ${formatNumber('en', number)}`,
    nameOf: (number: number) => `Name in row ${formatNumber('en', number)}`,
    rolesOf: (number: number) => `Roles in row ${formatNumber('en', number)}`,
    actionOf: (number: number) => `What to do with row ${formatNumber('en', number)}`,
    remove: (number: number, email: string) =>
      email === ''
        ? `Remove row ${formatNumber('en', number)}`
        : `Remove row ${formatNumber('en', number)}, ${email}`,
    pages: 'Pages of the rows',
    actions: 'Row actions',
  },
  problems: {
    email: {
      empty: 'Enter an email address.',
      spaces: 'An address has no spaces. Take them out.',
      'no-at': 'The @ is missing. Enter the whole address, such as ada@example.com.',
      'many-ats': 'There is more than one @. Put each address in a row of its own.',
      'local-part':
        'Before the @ there may be letters, digits and marks such as . _ + -, with no dot at either end.',
      'local-part-too-long':
        'Before the @ there are more than 64 characters, which no mail server takes.',
      domain: 'What follows the @ is not a domain. Enter one such as example.com.',
      'too-long': 'The address is longer than 254 characters, which no mail server takes.',
    },
    duplicate: (of: number) =>
      `Row ${formatNumber('en', of)} has the same address. Change or remove one of them.`,
    domain: (domain: string, allowed: readonly string[]) =>
      allowed.length === 0
        ? `Your organization allows no domain to be invited yet, so ${domain} cannot be.`
        : `Your organization does not allow invitations to ${domain}. Use an address at ${some(allowed)}.`,
    roles: (unknown: readonly string[]) =>
      `There is no role ${formatList('en', unknown, 'disjunction')}. Take it away, or choose another.`,
  },
  known: {
    active: (name: string) => `${name} is a member already.`,
    invited: (name: string) => `${name} is invited already. Name and roles stay as they are.`,
    pending: (name: string) =>
      `${name} was added already and has not signed in yet. Name and roles stay as they are.`,
    leftOutAdded: (name: string) => `${name} was invited or added already.`,
    deleted: (name: string) =>
      `${name} was a member and is deactivated. Reactivated, they can sign in at once and have their former roles.`,
    deletedForGood: (name: string) =>
      `${name} is deactivated and cannot be reactivated, as the address was never verified. A new member is made.`,
  },
  actions: {
    invite: 'Invite',
    add: 'Add',
    'send-again': 'Send the invitation again',
    reactivate: 'Reactivate',
    'leave-out': 'Leave out',
  },
  options: {
    title: 'How',
    delivery: 'How they join',
    invite: 'By invitation',
    inviteHint: 'They get a mail with a link, and are members once they follow it.',
    inviteOff: 'Your organization does not allow invitations.',
    add: 'Add without an invitation',
    addHint: 'They are members without any mail. Tell them yourself how to sign in.',
    start: 'They start as',
    active: 'Active members',
    activeHint: 'They count as members at once.',
    pending: 'Pending members',
    pendingHint: 'They become active when they first sign in.',
    expiry: 'The invitation is good for',
    expiries: { hour: '1 hour', day: '1 day', week: '7 days', custom: 'Another time' },
    amount: 'How long',
    unit: 'Unit',
    units: { minutes: 'Minutes', hours: 'Hours', days: 'Days' },
    expiryProblem: 'Enter a whole number; from 5 minutes to 7 days in all.',
    locale: 'Language of the mail',
    projectLocale: 'As usual for this product',
  },
  submit: {
    invite: (count: number) =>
      count === 1 ? 'Send invitation' : `Send ${formatNumber('en', count)} invitations`,
    add: (count: number) =>
      count === 1 ? 'Add member' : `Add ${formatNumber('en', count)} members`,
    inviteAll: 'Send invitations',
    addAll: 'Add members',
    mixed: (count: number) => `Go on with ${people(count)}`,
  },
  summary: {
    text: (parts: readonly string[]) => `${formatList('en', parts)}.`,
    invite: (count: number) => `${people(count)} to invite`,
    add: (count: number) => `${people(count)} to add`,
    'send-again': (count: number) =>
      plural('en', count, {
        one: '# invitation to send again',
        other: '# invitations to send again',
      }),
    reactivate: (count: number) => `${people(count)} to reactivate`,
    'leave-out': (count: number) => `${people(count)} left out`,
    problems: (count: number) =>
      plural('en', count, { one: '# row with a problem', other: '# rows with problems' }),
    none: 'Nobody yet.',
  },
  check: {
    running: (done: number, total: number) =>
      `Looking who is known already: ${formatNumber('en', done)} of ${formatNumber('en', total)} addresses`,
    label: 'Looking who is known already',
    failed: 'It could not be looked up who is a member already',
    failedHint: 'Nothing is sent before that is known.',
  },
  refused: {
    problems: (count: number) =>
      plural('en', count, {
        one: 'Nothing was sent: # row has a problem. Mend or remove it.',
        other: 'Nothing was sent: # rows have problems. Mend or remove them.',
      }),
    nobody: 'There is nobody to invite. Enter an address.',
    allLeftOut: 'There is nothing to send: everybody listed is left out.',
  },
  failed: {
    invite: 'The invitation was not sent',
    add: 'The member was not added',
    reactivate: 'The member was not reactivated',
    types: {
      duplicate_member_email: 'Somebody in the organization has this address already.',
      user_already_invited: 'This person is invited already.',
      invalid_email: 'The server does not take this for an email address.',
      invalid_email_for_invites: 'Your organization does not allow invitations to this address.',
    },
  },
  sent: {
    invite: (email: string) => `Invitation sent to ${email}`,
    'send-again': (email: string) => `Invitation sent again to ${email}`,
    add: (email: string) => `${email} is added`,
    reactivate: (email: string) => `${email} is active again`,
  },
  run: {
    title: 'Sending',
    progress: (done: number, total: number) =>
      `${formatNumber('en', done)} of ${formatNumber('en', total)}`,
    failures: (count: number) => `${formatNumber('en', count)} failed`,
    states: {
      running: 'Under way',
      paused: 'Paused. Nothing more is sent until you go on.',
      failing:
        'Paused, because many in a row failed. Look at what stands with them before you go on.',
      busy: 'The server asks to wait a little. It goes on by itself.',
      offline: 'The connection is lost. It goes on by itself once it is back.',
    },
    left: (relative: string) => `Done ${relative}`,
    pause: 'Pause',
    resume: 'Go on',
    cancel: 'Stop',
    leave: {
      question: 'Stop sending?',
      explanation:
        'Not everybody has been reached yet. What is sent stays sent; the others get nothing if you leave.',
      discard: 'Stop and leave',
      keep: 'Stay',
    },
  },
  done: {
    title: 'Done',
    titleCancelled: 'Stopped',
    text: (parts: readonly string[]) => `${formatList('en', parts)}.`,
    invited: (count: number) =>
      plural('en', count, { one: '# invitation sent', other: '# invitations sent' }),
    'sent-again': (count: number) =>
      plural('en', count, { one: '# sent again', other: '# sent again' }),
    added: (count: number) => `${people(count)} added`,
    reactivated: (count: number) => `${people(count)} reactivated`,
    already: (count: number) => `${people(count)} already a member`,
    sending: (count: number) => `${formatNumber('en', count)} under way`,
    failed: (count: number) => `${formatNumber('en', count)} failed`,
    'not-sent': (count: number) => `${formatNumber('en', count)} not sent`,
    'left-out': (count: number) => `${formatNumber('en', count)} left out`,
    waiting: (count: number) => `${formatNumber('en', count)} to go`,
    caption: 'What became of each',
    outcome: 'Outcome',
    show: 'Show',
    all: (count: number) => `Everybody (${formatNumber('en', count)})`,
    onlyFailed: (count: number) => `Failed or not sent (${formatNumber('en', count)})`,
    none: 'Nobody',
    mend: (count: number) => `Mend and send ${formatNumber('en', count)} again`,
    more: 'Invite more',
    download: 'Download as CSV',
    fileName: 'invitations',
    pages: 'Pages of the outcomes',
    leave: {
      question: 'Leave those who were not reached?',
      explanation: 'Their addresses are only here. Download them as CSV to go on later.',
      discard: 'Leave',
      keep: 'Stay',
    },
  },
  outcomes: {
    waiting: 'To come',
    sending: 'Sending',
    invited: 'Invited',
    'sent-again': 'Invitation sent again',
    added: 'Added',
    reactivated: 'Reactivated',
    failed: 'Failed',
    'not-sent': 'Not sent',
    already: 'Was a member already',
    'left-out': 'Left out',
  },
}
