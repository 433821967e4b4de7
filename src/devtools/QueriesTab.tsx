'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useOrgportalClient } from '../hooks/useOrgportalClient.ts'
import {
  createCacheEntries,
  type EntryOwner,
  type MutationEntry,
  type QueryEntry,
} from './cacheEntries.ts'
import { ago } from './timeText.ts'
import { useNow } from './useNow.ts'

/** What of this library is in the query cache, and whose it is. */
export function QueriesTab(): ReactNode {
  const queryClient = useQueryClient()
  const client = useOrgportalClient()
  const store = useMemo(() => createCacheEntries(queryClient, client), [queryClient, client])
  const { queries, mutations } = useSyncExternalStore(store.subscribe, store.getEntries)
  const foreign = [...queries, ...mutations].filter(({ owner }) => owner === 'foreign').length
  const now = useNow()

  return (
    <>
      {foreign > 0 && (
        <p role="alert" className="alarm">
          {foreign} of these belong to another member or organization. That must never happen:
          please report it, with what was done before.
        </p>
      )}
      <section>
        <h3>Queries ({queries.length})</h3>
        {queries.length === 0 ? (
          <p className="empty">Nothing of orgportal is in the query cache.</p>
        ) : (
          <ul className="rows" aria-label="Queries">
            {queries.map((query) => (
              <QueryRow
                key={query.hash}
                query={query}
                now={now}
                onInvalidate={() =>
                  void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true })
                }
              />
            ))}
          </ul>
        )}
      </section>
      <section>
        <h3>Mutations ({mutations.length})</h3>
        {mutations.length === 0 ? (
          <p className="empty">No mutation is under way or remembered.</p>
        ) : (
          <ul className="rows" aria-label="Mutations">
            {mutations.map((mutation) => (
              <MutationRow key={mutation.id} mutation={mutation} now={now} />
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

interface QueryRowProps {
  query: QueryEntry
  now: number
  onInvalidate: () => void
}

function QueryRow({ query, now, onInvalidate }: QueryRowProps): ReactNode {
  const { name, input, owner, status, observers, updatedAt, data } = query
  const [isOpen, setOpen] = useState(false)
  return (
    <li>
      <span className="chip" data-tone={TONES[status]}>
        {status}
      </span>
      <span className="mono grow">
        <b>{name}</b> {input === undefined ? '' : JSON.stringify(input)}
      </span>
      <Owner owner={owner} />
      <span className="muted number">
        {observers === 0 ? 'unused' : `used ${observers}×`}
        {updatedAt > 0 && ` · ${ago(updatedAt, now)}`}
      </span>
      <button type="button" className="small" onClick={onInvalidate}>
        Invalidate <span className="hidden">{name}</span>
      </button>
      <details
        onToggle={(event) => {
          setOpen(event.currentTarget.open)
        }}
      >
        <summary>
          Data <span className="hidden">of {name}</span>
        </summary>
        {isOpen && <pre>{data === undefined ? 'None yet.' : JSON.stringify(data, null, 2)}</pre>}
      </details>
    </li>
  )
}

function MutationRow({ mutation, now }: { mutation: MutationEntry; now: number }): ReactNode {
  return (
    <li>
      <span className="chip" data-tone={TONES[mutation.status]}>
        {mutation.status}
      </span>
      <b className="mono grow">{mutation.name}</b>
      <Owner owner={mutation.owner} />
      {mutation.submittedAt > 0 && (
        <span className="muted number">{ago(mutation.submittedAt, now)}</span>
      )}
    </li>
  )
}

function Owner({ owner }: { owner: EntryOwner }): ReactNode {
  if (owner === 'own') return null
  return (
    <span className="chip" data-tone={owner === 'foreign' ? 'bad' : undefined}>
      {owner === 'foreign' ? 'another owner' : 'anybody’s'}
    </span>
  )
}

const TONES: Record<QueryEntry['status'] | MutationEntry['status'], string | undefined> = {
  fetching: 'warn',
  pending: 'warn',
  error: 'bad',
  stale: undefined,
  fresh: 'good',
  idle: undefined,
  success: 'good',
}
