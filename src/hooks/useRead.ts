'use client'

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import type {
  PlaceholderDataFunction,
  UseInfiniteQueryOptions,
  UseInfiniteQueryResult,
  UseQueryOptions,
  UseQueryResult,
} from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import { isSameOwner, type OrgportalKey } from './keys.ts'
import type { InfiniteReadOptions, ReadOptions } from './read.ts'
import type { Pages } from './readData.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'

type Ours = 'queryKey' | 'queryFn' | 'retry' | 'retryDelay' | 'networkMode' | 'initialData'

/** What a read hook takes of TanStack Query's options: `select`, `enabled`, `refetchInterval`, …. */
export type ReadHookOptions<TQueryData, TData> = Omit<
  UseQueryOptions<TQueryData, Error, TData, OrgportalKey>,
  Ours
>

/** As `ReadHookOptions`, for the reads that come in pages. */
export type InfiniteReadHookOptions<TPage, TData> = Omit<
  UseInfiniteQueryOptions<TPage, Error, TData, OrgportalKey, string | null>,
  Ours | 'initialPageParam' | 'getNextPageParam'
>

/** The hook of a read that takes nothing. */
export type ReadHook<TQueryData> = <TData = TQueryData>(
  options?: ReadHookOptions<TQueryData, TData>,
) => UseQueryResult<TData>

/** The hook of a read with an input. */
export type ReadHookOf<TInput, TQueryData> = <TData = TQueryData>(
  input: TInput,
  options?: ReadHookOptions<TQueryData, TData>,
) => UseQueryResult<TData>

/** The hook of a read whose input can be left out. */
export type ReadHookOfOptional<TInput, TQueryData> = <TData = TQueryData>(
  input?: TInput,
  options?: ReadHookOptions<TQueryData, TData>,
) => UseQueryResult<TData>

/** The hook of a read that comes in pages. */
export type InfiniteReadHook<TInput, TPage> = <TData = Pages<TPage>>(
  input?: TInput,
  options?: InfiniteReadHookOptions<TPage, TData>,
) => UseInfiniteQueryResult<TData>

/** The one statement of every read hook: the caller's options join the factory's, less what would break it. */
export function useRead<TInput, TQueryData, TData>(
  factory: (client: B2BClient, input: TInput) => ReadOptions<TQueryData>,
  input: TInput,
  options: ReadHookOptions<TQueryData, TData> | undefined,
): UseQueryResult<TData> {
  const read = factory(useOrgportalClient(), input)
  return useQuery({
    ...read,
    ...options,
    placeholderData: ownPlaceholder(read.queryKey, options?.placeholderData),
    enabled: read.enabled && (options?.enabled ?? true),
  })
}

/** As `useRead`, for the reads that come in pages. */
export function useInfiniteRead<TInput, TPage, TData>(
  factory: (client: B2BClient, input: TInput) => InfiniteReadOptions<TPage>,
  input: TInput,
  options: InfiniteReadHookOptions<TPage, TData> | undefined,
): UseInfiniteQueryResult<TData> {
  const read = factory(useOrgportalClient(), input)
  return useInfiniteQuery({
    ...read,
    ...options,
    placeholderData: ownPlaceholder(read.queryKey, options?.placeholderData),
    enabled: read.enabled && (options?.enabled ?? true),
  })
}

type Placeholder<TQueryFnData, TQueryData> = PlaceholderDataFunction<
  TQueryFnData,
  Error,
  TQueryData,
  OrgportalKey
>

/**
 * `keepPreviousData` would go on showing the former member's records after a switch, so it is given
 * its own member's only. Always a function, so that a default of the host's QueryClient is not used instead, and a
 * new one each time: TanStack Query remembers the last placeholder by it.
 */
function ownPlaceholder<TQueryFnData, TQueryData>(
  key: OrgportalKey,
  placeholder: TQueryData | Placeholder<TQueryFnData, TQueryData> | undefined,
): Placeholder<TQueryFnData, TQueryData> {
  return (previousData, previousQuery) => {
    if (!isFunction(placeholder)) return placeholder
    if (!isSameOwner(previousQuery?.queryKey, key)) return undefined
    return placeholder(previousData, previousQuery)
  }
}

function isFunction<TQueryFnData, TQueryData>(
  placeholder: TQueryData | Placeholder<TQueryFnData, TQueryData> | undefined,
): placeholder is Placeholder<TQueryFnData, TQueryData> {
  return typeof placeholder === 'function'
}
