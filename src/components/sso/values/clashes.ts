/**
 * Of each key that somebody else changed since the form began, and that is not typed the same here: both values.
 */
export function clashesOf<Key extends string>(versions: {
  base: Readonly<Partial<Record<Key, string>>>
  theirs: Readonly<Partial<Record<Key, string>>>
  mine: Readonly<Partial<Record<Key, string>>>
  keys: readonly Key[]
}): { key: Key; theirs: string; mine: string }[] {
  return versions.keys.flatMap((key) => {
    const [base = '', theirs = '', mine = ''] = [
      versions.base[key],
      versions.theirs[key],
      versions.mine[key],
    ]
    return theirs !== base && theirs !== mine.trim() ? [{ key, theirs, mine }] : []
  })
}
