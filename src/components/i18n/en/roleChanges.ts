import { formatList, formatNumber, plural } from '../format.ts'

/** Texts of what a change of role mappings does to members; directory sync and single sign-on share them. */
export const roleChanges = {
  counting: (loaded: number, total: number | null) =>
    total === null
      ? `Looking through members (${formatNumber('en', loaded)} so far)`
      : `Looking through members (${formatNumber('en', loaded)} of ${formatNumber('en', total)})`,
  progress: 'Members looked through',
  lookedThrough: (counted: string, total: string | null) =>
    counted === total
      ? `All ${counted} members were looked through`
      : total === null
        ? `Only the first ${counted} members were looked through`
        : `Only ${counted} of ${total} members were looked through`,
  none: 'Nobody gains or loses a role now. The change counts for whoever joins these groups.',
  gains: (count: number, role: string) =>
    plural('en', count, { one: `# member gains ${role}`, other: `# members gain ${role}` }),
  loses: (count: number, role: string) =>
    plural('en', count, { one: `# member loses ${role}`, other: `# members lose ${role}` }),
  names: (names: readonly string[], more: number) =>
    more === 0
      ? formatList('en', names)
      : formatList('en', [...names, plural('en', more, { one: '# other', other: '# others' })]),
  you: (name: string) => `${name} (you)`,
  selfLoses: (role: string) =>
    `You would lose ${role} yourself. If you manage this page through it, you could not undo this.`,
  denied: 'Who gains and loses roles cannot be shown to you. You can save all the same.',
  failed: 'Who gains and loses roles could not be worked out. You can save all the same.',
}
