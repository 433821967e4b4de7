import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { useOrgportalClient } from '../../../hooks/useOrgportalClient.ts'
import type { SsoConnection } from '../connections.ts'
import { createDraftStore, type DraftSnapshot, type DraftStore } from './createDraftStore.ts'
import { lastEditOf } from './draft.ts'
import { browserStorage, draftKey, dropDrafts } from './draftKeys.ts'

export interface KeptDraft extends DraftSnapshot {
  store: DraftStore
  /** In this page's memory only. */
  secret: string
  setSecret: (secret: string) => void
  /** It is saved, unless another was typed after that time (milliseconds). */
  clearSecret: (upTo: number) => void
  /** When something was typed last, in milliseconds. */
  editedAt: number
}

/**
 * What a member typed in the set-up of a connection, kept in this browser for this member. The client secret is not: it lives
 * as long as the screen.
 */
export function useSetupDraft(
  memberId: string,
  connectionId: string,
  connections: readonly SsoConnection[],
): KeptDraft {
  const { publicToken } = useOrgportalClient()
  const key = draftKey({ publicToken, memberId }, connectionId)
  const store = useMemo(() => createDraftStore(browserStorage(), key), [key])
  const snapshot = useSyncExternalStore(store.subscribe, store.get, store.get)
  const [typed, setTyped] = useState({ key, secret: '', at: 0 })

  useEffect(() => {
    const ids = connections.map(({ connection_id }) => connection_id)
    dropDrafts(browserStorage(), { publicToken, memberId }, ids, Date.now())
  }, [publicToken, memberId, connections])

  return {
    ...snapshot,
    store,
    // Somebody else signed in, or another connection: theirs is not there.
    secret: typed.key === key ? typed.secret : '',
    setSecret: (secret) =>
      setTyped((now) =>
        now.key === key && now.secret === secret ? now : { key, secret, at: Date.now() },
      ),
    clearSecret: (upTo) =>
      setTyped((now) => (now.key === key && now.at > upTo ? now : { key, secret: '', at: 0 })),
    editedAt: Math.max(lastEditOf(snapshot.draft), typed.at),
  }
}
