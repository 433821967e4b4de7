import { lastEditOf, NO_DRAFT, readDraft } from './draft.ts'

/** Whose draft of which connection: somebody else who signs in on this browser never sees it. */
export interface DraftOwner {
  publicToken: string
  memberId: string
}

export const draftKey = (owner: DraftOwner, connectionId: string): string =>
  draftPrefix(owner) + connectionId

/**
 * Throws away the owner's drafts of connections that are no more, and those of anybody that are too old to be read.
 * `connectionIds`: of all connections that there are.
 */
export function dropDrafts(
  storage: Storage | null,
  owner: DraftOwner,
  connectionIds: readonly string[],
  now: number,
): void {
  try {
    const keys = Array.from({ length: storage?.length ?? 0 }, (_, index) => storage?.key(index))
    for (const key of keys) {
      if (!key?.startsWith(PREFIX)) continue
      const own = draftPrefix(owner)
      const draft = readDraft(storage?.getItem(key) ?? null, now)
      const isUnknown = key.startsWith(own) && !connectionIds.includes(key.slice(own.length))
      // Another tab may have made a connection that is not known here yet.
      const isGone = isUnknown && now - lastEditOf(draft) > GRACE
      if (isGone || draft === NO_DRAFT) storage?.removeItem(key)
    }
  } catch {
    // A storage that hands nothing out keeps nothing either.
  }
}

/** The browser's storage; null where it does not hand it out. */
export function browserStorage(): Storage | null {
  try {
    return window.localStorage
  } catch {
    return null
  }
}

const GRACE = 60 * 60 * 1000
const PREFIX = 'orgportal:sso-setup:'
const draftPrefix = ({ publicToken, memberId }: DraftOwner) =>
  `${PREFIX}${publicToken}:${memberId}:`
