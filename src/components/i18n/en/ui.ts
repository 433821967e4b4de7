import { formatList, formatNumber, plural } from '../format.ts'

/** Texts of the design system and of the frame around every part. */
export const ui = {
  actionsFor: (name: string) => `Actions for ${name}`,
  cancel: 'Cancel',
  clear: 'Clear',
  close: 'Close',
  confirm: 'Confirm',
  edit: 'Edit',
  editSection: (section: string) => `Edit ${section}`,
  loading: 'Loading',
  optional: 'optional',
  retry: 'Retry',
  save: 'Save',
  saveShortcut: 'Ctrl or Cmd + Enter saves, Escape cancels.',
  back: 'Back',
  opensInNewTab: 'opens in a new tab',
  unsaved: {
    question: 'Discard your changes?',
    explanation: 'What you changed here has not been saved.',
    discard: 'Discard changes',
    keep: 'Keep editing',
  },
  sessionEnded: {
    title: 'Your session has ended',
    hint: 'What you entered or have not stored yet is still here. Sign in again as the same member, in another tab if you like, and go on.',
    blocked: 'Your session has ended. Sign in again to save.',
  },
  saveFailed: {
    kept: 'What you entered is still here.',
    network: 'No usable answer came. Check your connection and try again.',
    denied: 'Your roles do not allow it any more.',
    busy: (seconds: number | null) =>
      seconds === null
        ? 'Too many requests were sent. Try again in a moment.'
        : plural('en', seconds, {
            one: 'Too many requests were sent. Try again in # second.',
            other: 'Too many requests were sent. Try again in # seconds.',
          }),
    server: 'The server failed. Try again in a moment.',
    refused: 'The server did not accept it.',
    unexpected:
      'Something unexpected happened on this page; your connection is not the cause. Details say more.',
  },
  saveOutcomes: {
    title: 'Not everything was saved',
    hint: 'What is done stays done and is not sent again.',
    states: { done: 'Saved', failed: 'Failed', running: 'Saving', waiting: 'Not sent yet' },
    retry: 'Save what is left',
  },
  copy: {
    copy: 'Copy',
    copyWhat: (what: string) => `Copy ${what}`,
    copied: 'Copied',
    copiedWhat: (what: string) => `Copied ${what}`,
    failed: 'The browser did not allow copying. The text is selected: press Ctrl or Cmd + C.',
    reveal: 'Show',
    hide: 'Hide',
  },
  denied: {
    missing: (permission: string) => `You need the permission ${permission}.`,
    roles: (roles: readonly string[]) =>
      roles.length === 0
        ? 'No role of this organization has it.'
        : `${plural('en', roles.length, { one: 'Role', other: 'Roles' })} with it: ${formatList('en', roles, 'disjunction')}.`,
  },
  error: {
    details: 'Details',
    message: 'Message',
    type: 'Error type',
    requestId: 'Request id',
    unexpected: 'This part stopped working',
    unexpectedHint: 'Nothing was changed. Try again, and if it happens again, pass on the details.',
    notLoaded: 'A piece of this page could not be loaded',
    notLoadedHint: 'Check your connection and try again.',
  },
  picker: {
    remove: (option: string) => `Remove ${option}`,
    none: 'Nothing matches',
    placeholder: 'Search',
    selected: (count: number) => plural('en', count, { one: '# selected', other: '# selected' }),
    results: (count: number) => plural('en', count, { one: '# option', other: '# options' }),
    added: (option: string) => `${option} added`,
    removed: (option: string) => `${option} removed`,
  },
  filter: {
    button: (label: string, chosen: readonly string[]) =>
      chosen.length === 0
        ? label
        : chosen.length > 2
          ? `${label}: ${plural('en', chosen.length, { one: '# selected', other: '# selected' })}`
          : `${label}: ${chosen.join(', ')}`,
    narrow: (label: string) => `Search in ${label}`,
  },
  pagination: {
    range: (from: number, to: number, total: number | null) => {
      const rows = `${formatNumber('en', from)}–${formatNumber('en', to)}`
      return total === null ? rows : `${rows} of ${formatNumber('en', total)}`
    },
    page: (page: number, pages: number | null) =>
      pages === null
        ? `Page ${formatNumber('en', page)}`
        : `Page ${formatNumber('en', page)} of ${formatNumber('en', pages)}`,
    size: 'Rows per page',
    first: 'First page',
    previous: 'Previous',
    next: 'Next',
  },
  fileDrop: {
    choose: 'Choose file',
    chooseSeveral: 'Choose files',
    orDrop: 'or drop it here',
    tooMany: 'Give one file at a time.',
    wrongType: (name: string, accepted: readonly string[]) =>
      `${name} cannot be used here. Choose a file of type ${formatList('en', accepted, 'disjunction')}.`,
  },
  tags: {
    more: (count: number) => `+${String(count)}`,
    showAll: (count: number) => plural('en', count, { one: 'Show # more', other: 'Show # more' }),
  },
  confirmDialog: {
    typeToConfirm: (text: string) => `Type ${text} to confirm`,
    mismatch: (text: string) => `This is not the same as ${text}`,
  },
  steps: {
    label: 'Steps',
    done: 'Done',
    here: 'You are here',
    ahead: 'To do',
    attention: 'Needs attention',
    position: (number: number, count: number) => `Step ${String(number)} of ${String(count)}`,
  },
  toast: {
    region: 'Notifications',
    dismiss: 'Dismiss',
  },
  date: {
    withRelative: (date: string, relative: string) => `${date} (${relative})`,
    never: 'Never',
  },
}
