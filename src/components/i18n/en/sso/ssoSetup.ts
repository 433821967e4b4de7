import { formatList, plural } from '../../format.ts'

/** Texts of the set-up wizard. */
export const ssoSetup = {
  title: (connection: string) => `Set up ${connection}`,
  hint: (console: string) =>
    `Step by step through the ${console}. Leave at any time; the guide goes on where you left it.`,
  back: 'Back to the connection',
  label: 'Set-up steps',
  loading: 'Loading the guide',
  loadFailed: 'The guide could not be loaded',
  loadFailedHint: 'Nothing that you typed is lost. Check your connection and try again.',
  external: {
    title: 'Nothing is to be set up here',
    hint: 'The connection belongs to another organization, which keeps its settings.',
  },
  asOf: (console: string, month: string) => `Steps for the ${console} as of ${month}.`,
  guide: {
    label: 'Guide for',
    hint: 'The steps change; what you typed stays.',
  },
  values: 'Values to copy',
  valuesHint: 'Paste them into the fields of the same name there.',
  metadata: 'Download SP metadata',
  source: 'Values to bring back',
  sourceHint: (provider: string) => `What ${provider} tells of itself.`,
  mapping: 'Attribute mapping',
  mappingHint: (provider: string) => `What ${provider} calls what is wanted of a person.`,
  note: 'Good to know',
  ticked: 'This step is done',
  unsaved: 'Not saved yet',
  test: 'Test',
  testHint:
    'Sign in once as somebody who is assigned to the app in the identity provider, such as yourself.',
  finish: 'Finish',
  finishStep: {
    active: (name: string) => `People can sign in through ${name}.`,
    pending: (name: string) =>
      `Nobody can sign in through ${name} yet. It becomes active by itself once nothing is missing.`,
    state: 'What was set up',
    there: 'there',
    missing: 'missing',
    enter: 'Enter it',
    enterWhat: (what: string) => `Enter it: ${what}`,
    tested: (who: string) => `Tested: ${who} signed in.`,
    testFailed: 'The last test sign-in failed.',
    notTested: 'Signing in was not tested since this page was opened.',
    test: 'Go to the test',
    unsaved: (sections: readonly string[]) => `Typed and not saved: ${formatList('en', sections)}.`,
    roles: 'Give roles to those who sign in, or to their groups',
    noRoles: 'With OIDC no roles follow from groups; give members their roles one by one.',
  },
  sections: { source: 'the values to bring back', mapping: 'the attribute mapping' },
  previous: 'Back',
  later: 'Save and continue later',
  leave: 'Continue later',
  next: 'Continue',
  save: 'Save and continue',
  done: 'Done',
  refused: {
    title: 'Not saved: something in it cannot work',
    hint: 'What to do stands at each field. What you typed is kept in this browser, and you can go on to other steps.',
    hintUnkept: 'What to do stands at each field. You can go on to other steps meanwhile.',
  },
  incomplete: {
    title: 'Something is still missing',
    hint: 'What is there is saved. Fill in the rest, or continue and come back to it.',
  },
  readFailed: 'What you typed could not be checked',
  readFailedHint: 'A piece of this page could not be loaded. Check your connection and try again.',
  conflict: {
    title: 'Somebody else changed this meanwhile',
    hint: 'What you typed here was typed over other values than those that are saved now. Which ones count?',
    mine: 'Keep what I typed',
    theirs: 'Show what is saved',
  },
  laterSummary: {
    title: 'Not all of it was saved',
    saved: (sections: readonly string[]) => `Saved: ${formatList('en', sections)}.`,
    kept: (sections: readonly string[]) =>
      `Kept in this browser, for you alone: ${formatList('en', sections)}.`,
    lost: (sections: readonly string[]) => `Lost when you leave: ${formatList('en', sections)}.`,
    secret: 'the client secret',
    leave: 'Leave all the same',
  },
  savedToast: (sections: readonly string[]) => `Saved: ${formatList('en', sections)}.`,
  moved: (position: string, title: string) => `${position}: ${title}`,
  progress: (done: number, count: number) =>
    plural('en', count, {
      one: `${String(done)} of # step done`,
      other: `${String(done)} of # steps done`,
    }),
  storage: {
    kept: 'What you type is kept in this browser until it is saved.',
    keptNoSecret:
      'What you type is kept in this browser until it is saved; the client secret is not.',
    unkept: 'This browser keeps nothing: what is not saved is lost when the page is closed.',
  },
  leaveSecret: {
    question: 'Leave without the client secret?',
    explanation:
      'The client secret you typed is not kept. Everything else is, and the guide goes on where you left it.',
    discard: 'Leave without it',
    keep: 'Stay',
  },
}
