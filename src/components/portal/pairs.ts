/** Which pairs of two lists are only in the one, and only in the other. */
export interface PairsDiff<Pair> {
  added: Pair[]
  removed: Pair[]
}

/** What makes a pair the one that it is. */
type KeyOf<Pair> = (pair: Pair) => string

/** Which pairs `after` has that `before` has not, and the other way round. The order does not matter. */
export function diffPairs<Pair>(
  before: readonly Pair[],
  after: readonly Pair[],
  keyOf: KeyOf<Pair>,
): PairsDiff<Pair> {
  const had = new Set(before.map(keyOf))
  const has = new Set(after.map(keyOf))
  return {
    added: uniquePairs(after, keyOf).filter((pair) => !had.has(keyOf(pair))),
    removed: uniquePairs(before, keyOf).filter((pair) => !has.has(keyOf(pair))),
  }
}

/**
 * Somebody else saved while this list was edited: what they have, with our own changes done on top.
 * A pair that both changed in the same way counts once; nothing that only they changed is undone.
 */
export function mergePairs<Pair>(
  versions: { base: readonly Pair[]; theirs: readonly Pair[]; mine: readonly Pair[] },
  keyOf: KeyOf<Pair>,
): Pair[] {
  const { added, removed } = diffPairs(versions.base, versions.mine, keyOf)
  const dropped = new Set(removed.map(keyOf))
  const kept = versions.theirs.filter((pair) => !dropped.has(keyOf(pair)))
  return uniquePairs([...kept, ...added], keyOf)
}

/** Two entries of one pair are one; what either of them has beside its key is kept. */
export function uniquePairs<Pair>(pairs: readonly Pair[], keyOf: KeyOf<Pair>): Pair[] {
  const unique = new Map<string, Pair>()
  for (const pair of pairs) {
    const key = keyOf(pair)
    unique.set(key, { ...unique.get(key), ...pair })
  }
  return [...unique.values()]
}
