import { formatList, formatNumber, plural } from '../../format.ts'

const members = (count: number) => plural('en', count, { one: '# member', other: '# members' })

/** Texts of what a change does to the ways in, and of how nobody is locked out by it. */
export const ssoLockOut = {
  looking: (loaded: number, total: number | null) =>
    total === null
      ? 'Looking who could not sign in any more'
      : `Looking who could not sign in any more (${formatNumber('en', loaded)} of ${formatNumber('en', total)} members)`,
  use: {
    label: (name: string) => `What ${name} is used for`,
    users: (count: number, names: string, { known }: { known: boolean }) =>
      `${known ? '' : 'At least '}${members(count)} ${plural('en', count, { one: 'signs', other: 'sign' })} in through it: ${names}.`,
    usersUnknown: 'How many members sign in through it cannot be told.',
    neverUsed: 'Nobody has ever signed in through it.',
    own: 'You came in through it yourself.',
    isDefault: 'It is the default connection: members are sent there at once.',
    onlyActive: 'No other connection is active.',
  },
  locked: {
    delete: (count: number) => `${members(count)} could not sign in any more`,
    break: (count: number) =>
      `If what you enter is wrong, ${members(count)} cannot sign in any more`,
    methods: (count: number) => `${members(count)} could not sign in any more`,
  },
  unknown: 'Who could not sign in any more cannot be told',
  mayReturn: (count: number, all: boolean) =>
    all
      ? 'None of them has ever used a method that stays. They get in only if the identity provider knows their email address.'
      : `${members(count)} of these ${plural('en', count, { one: 'has', other: 'have' })} never used a method that stays, and ${plural('en', count, { one: 'gets', other: 'get' })} in only if the identity provider knows their email address.`,
  noWayLeft: 'No method is left to them.',
  you: 'You are among them.',
  nobodyLeft: 'Nobody at all could sign in.',
  names: (names: readonly string[], more: number) =>
    more === 0
      ? formatList('en', names)
      : formatList('en', [...names, plural('en', more, { one: '# other', other: '# others' })]),
  none: 'Nobody is locked out: all members keep a way to sign in.',
  noneSoFar: 'Of the members who were looked at, nobody is locked out.',
  part: (seen: number, total: number | null) =>
    total === null
      ? `Only the first ${members(seen)} were looked at.`
      : `Only the first ${formatNumber('en', seen)} of ${members(total)} were looked at.`,
  lookFurther: 'Look through the others',
  denied: 'Other members are not shown to you, so who would be locked out cannot be told.',
  failed: 'Members could not be looked through',
  proof: {
    'none-active': {
      title: 'No connection is active',
      hint: 'Nobody could sign in by SSO. Finish setting a connection up before it becomes the only way in.',
    },
    unproven: {
      title: 'No connection was ever used',
      hint: 'Test the sign-in of an active connection, or sign in through it once, before it becomes the only way in.',
    },
  },
  breakglass: {
    there: (names: string) => `Gets in whatever happens, by break-glass access: ${names}.`,
    exists: 'There is a member with break-glass access, who gets in whatever happens.',
    title: 'No break-glass member',
    hint: 'Break-glass access lets a member in by every method, whatever the organization allows. Give it to somebody before you go on, so that a mistake can be mended.',
    pick: 'Member with break-glass access',
    placeholder: 'Choose a member',
    give: 'Give break-glass access',
    given: (name: string) => `${name} now has break-glass access.`,
    failed: 'Break-glass access was not given',
  },
  typed: (text: string) => `Type ${text} to go on`,
}
