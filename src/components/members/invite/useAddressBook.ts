import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { operationKey, ownerKey, ownerOf } from '../../../hooks/keys.ts'
import type { OrganizationMembersPage } from '../../../hooks/organizationMembersQueries.ts'
import { useOrgportalClient } from '../../../hooks/useOrgportalClient.ts'
import { createAddressBook, whose, type AddressBook } from './addressBook.ts'
import type { KnownAddress } from './checkInvitees.ts'

/** How long a row is left in peace after it was changed, in milliseconds. */
const PAUSE = 400

/** Whom an address belongs to, by its key; undefined where that is not known. */
export type FindAddress = (key: string) => KnownAddress | null | undefined

export interface AddressCheck {
  find: FindAddress
  book: AddressBook
  /** null: everything is known that has to be. */
  progress: { done: number; total: number } | null
  error: Error | null
}

/**
 * Whose the addresses are. With `ask` the API is asked for all of them, a hundred at a time; without, what some list of
 * members happens to know has to do, and costs no request.
 *
 * @rbac stytch.member search
 */
export function useAddressBook(keys: readonly string[], { ask }: { ask: boolean }): AddressCheck {
  const client = useOrgportalClient()
  const queryClient = useQueryClient()
  const [book] = useState(() =>
    createAddressBook(async (asked, signal) => {
      const { members } = await client.organization.members.search(
        {
          limit: 1000,
          query: {
            operator: 'AND',
            operands: [
              { filter_name: 'member_emails', filter_value: [...asked] },
              {
                filter_name: 'statuses',
                filter_value: ['active', 'invited', 'pending', 'deleted'],
              },
            ],
          },
        },
        { signal },
      )
      return members
    }),
  )
  const { known, awaited, error } = useSyncExternalStore(
    book.subscribe,
    book.getSnapshot,
    book.getSnapshot,
  )
  useEffect(() => book.stop, [book])

  const missing = ask ? keys.filter((key) => !known.has(key)).length : 0
  const isAsking = awaited > 0 || error !== null
  useEffect(() => {
    if (missing === 0 || isAsking) return
    // What goes wrong is shown by the snapshot.
    const timer = setTimeout(() => void book.ask(keys).catch(() => {}), PAUSE)
    return () => clearTimeout(timer)
  }, [book, keys, missing, isAsking])

  const find = useCallback<FindAddress>(
    (key) => {
      if (ask) return known.get(key)
      const queryKey = operationKey(
        ownerKey(client, ownerOf(client)),
        'organization.members.search',
      )
      const members = queryClient
        .getQueriesData<OrganizationMembersPage>({ queryKey })
        .flatMap(([, page]) => page?.members ?? [])
      return whose([key], members)[0]?.[1] ?? undefined
    },
    [ask, known, client, queryClient],
  )
  return {
    find,
    book,
    progress: ask && missing > 0 ? { done: keys.length - missing, total: keys.length } : null,
    // What could not be asked may have been taken out of the list since.
    error: missing > 0 ? error : null,
  }
}
