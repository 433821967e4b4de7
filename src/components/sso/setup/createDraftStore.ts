import {
  holdsPrivateKey,
  mergeDrafts,
  NO_DRAFT,
  pickFields,
  readDraft,
  withoutSection,
  writeDraft,
  type DraftField,
  type DraftName,
  type DraftSection,
  type DraftValue,
  type SetupDraft,
} from './draft.ts'

/** Where drafts lie; null where the browser does not hand it out. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export interface DraftSnapshot {
  draft: SetupDraft
  /** False where the storage is broken, full or blocked: then it lasts as long as the page. */
  kept: boolean
}

/** The draft of one connection, shared by all tabs of a browser. */
export interface DraftStore {
  get: () => DraftSnapshot
  edit: (edits: readonly (readonly [DraftName, DraftValue])[]) => void
  /** What was typed in the section counts as typed over this. */
  rebase: (section: DraftSection, base: string) => void
  /** What was typed in a section up to then (milliseconds) is saved, or given up. @default all of it */
  clear: (section: DraftSection, upTo?: number) => void
  /** Writes at once what waits to be written. */
  flush: () => void
  subscribe: (listener: () => void) => () => void
}

/** How long after a key it is written. */
const PAUSE = 250

/**
 * Keeps a draft in the storage as it is typed. Before each write it reads what another tab wrote: of each field the later
 * edit counts.
 */
export function createDraftStore(
  storage: DraftStorage | null,
  key: string,
  now: () => number = Date.now,
): DraftStore {
  let snapshot: DraftSnapshot = { draft: read(), kept: storage !== null }
  /** Fields and bases that are not written yet. */
  let pending = NO_DRAFT
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()

  function read(): SetupDraft {
    try {
      return readDraft(storage?.getItem(key) ?? null, now())
    } catch {
      return NO_DRAFT
    }
  }
  function write(draft: SetupDraft): boolean {
    try {
      const text = writeDraft(draft)
      if (text === null) storage?.removeItem(key)
      else storage?.setItem(key, text)
      return storage !== null
    } catch {
      return false
    }
  }
  const show = (next: DraftSnapshot) => {
    snapshot = next
    for (const listener of listeners) listener()
  }
  /** What only this page knows. */
  const own = () =>
    mergeDrafts(
      { ...pickFields(snapshot.draft, (_name, field) => isUnkept(field)), bases: {} },
      pending,
    )
  const isUnkept = (field: DraftField) => !snapshot.kept || holdsPrivateKey(field.value)

  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (pending === NO_DRAFT) return
    const draft = mergeDrafts(read(), own())
    const kept = write(draft)
    if (kept) pending = NO_DRAFT
    show({ draft, kept })
  }
  const change = (next: SetupDraft) => {
    pending = mergeDrafts(pending, next)
    timer ??= setTimeout(flush, PAUSE)
    show({ ...snapshot, draft: mergeDrafts(snapshot.draft, next) })
  }
  const onStorage = (event: StorageEvent) => {
    if (event.key !== key && event.key !== null) return
    show({ ...snapshot, draft: mergeDrafts(read(), own()) })
  }
  const onHide = () => flush()

  return {
    get: () => snapshot,
    edit: (edits) => {
      const at = now()
      const fields: Partial<Record<DraftName, DraftField>> = {}
      for (const [name, value] of edits) fields[name] = { value, at }
      change({ fields, bases: {} })
    },
    rebase: (section, base) => change({ fields: {}, bases: { [section]: base } }),
    clear: (section, upTo) => {
      pending = withoutSection(pending, section, upTo)
      const draft = withoutSection(mergeDrafts(read(), own()), section, upTo)
      show({ draft, kept: write(draft) })
    },
    flush,
    subscribe: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1) {
        window.addEventListener('storage', onStorage)
        window.addEventListener('pagehide', onHide)
        document.addEventListener('visibilitychange', onHide)
      }
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        flush()
        window.removeEventListener('storage', onStorage)
        window.removeEventListener('pagehide', onHide)
        document.removeEventListener('visibilitychange', onHide)
      }
    },
  }
}
