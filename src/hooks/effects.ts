import { notifyManager, type Query, type QueryClient } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import type { Member, Organization } from '../client/types.ts'
import { ANYBODY, operationKey, ownerKey, type OrgportalKey } from './keys.ts'
import type { ReadData, ReadName } from './readData.ts'

/**
 * What a write does to what is already known: plain data, which stands in the write's factory, and is carried
 * out in one place. `docs/staleness.md` is made from it.
 */
export interface Effects<TAnswer, TVariables> {
  /**
   * The reads that the answer makes current. Given nothing (undefined), or what was there, a read stays as it is.
   * A read with an input is written for each input that is cached.
   */
  writes?: {
    readonly [Name in ReadName]?: (
      answer: TAnswer,
      variables: TVariables,
      before: ReadData[Name] | undefined,
      input: unknown,
    ) => ReadData[Name] | undefined
  }
  /** The reads that must be asked again. */
  invalidates?: { readonly [Name in ReadName]?: Stale<TVariables> }
  /**
   * The client's own records (`useOrganization`, `useMember`) that the answer changes without holding them. The
   * reads of the same records (`organization.get`, `self.get`) are written with them.
   */
  records?: {
    readonly organization?: (
      before: Organization,
      answer: TAnswer,
      variables: TVariables,
    ) => Organization
    readonly member?: (before: Member, answer: TAnswer, variables: TVariables) => Member
  }
  /**
   * What is shown already while the write is on its way, and taken back if it fails. Done twice it must give
   * the same as done once: it is done again when other news arrives meanwhile.
   */
  optimistic?: {
    readonly [Name in ReadName]?: (
      before: ReadData[Name],
      variables: TVariables,
      input: unknown,
    ) => ReadData[Name]
  }
}

/** Always; when one of these fields was sent; or for the inputs of the read for which it holds. */
export type Stale<TVariables> =
  true | readonly FieldOf<TVariables>[] | ((input: unknown, variables: TVariables) => boolean)

type FieldOf<TVariables> = Extract<keyof NonNullable<TVariables>, string>

export function applyEffects<TAnswer, TVariables>(
  client: B2BClient,
  queryClient: QueryClient,
  owner: OrgportalKey,
  { writes = {}, invalidates = {}, records = {} }: Effects<TAnswer, TVariables>,
  answer: TAnswer,
  variables: TVariables,
): void {
  const before = client.getSnapshot()
  const organization =
    before.organization && records.organization?.(before.organization, answer, variables)
  const member = before.member && records.member?.(before.member, answer, variables)
  // With the news of the queries, and not before: a view that goes with it would lose the callbacks of `mutate`.
  notifyManager.schedule(() => {
    client.updateRecords({ organization: organization ?? undefined, member: member ?? undefined })
  })

  const written = {
    ...(organization && { 'organization.get': () => organization }),
    ...(member && { 'self.get': () => member }),
    ...writes,
  }
  for (const name of namesOf(written)) {
    writeRead(client, queryClient, owner, name, written, answer, variables)
  }
  for (const name of namesOf(invalidates)) {
    const stale = invalidates[name]
    if (stale) invalidate(client, queryClient, owner, name, stale, variables)
  }
}

/** What a failed write may have changed all the same. */
export function invalidateEffects<TAnswer, TVariables>(
  client: B2BClient,
  queryClient: QueryClient,
  owner: OrgportalKey,
  { writes = {}, invalidates = {}, records = {} }: Effects<TAnswer, TVariables>,
  variables: TVariables,
): void {
  const names = new Set([...namesOf(writes), ...namesOf(invalidates)])
  if (records.organization) names.add('organization.get')
  if (records.member) names.add('self.get')
  for (const name of names) invalidate(client, queryClient, owner, name, true, variables)
}

/** What is cached of a read, each with its input: the owner's, or what anybody may know. */
export function cachedReads(
  client: B2BClient,
  queryClient: QueryClient,
  owner: OrgportalKey,
  name: ReadName,
): Query[] {
  const cache = queryClient.getQueryCache()
  const reads = [owner, ownerKey(client, ANYBODY)].flatMap((key) =>
    cache.findAll({ queryKey: operationKey(key, name) }),
  )
  return [...new Set(reads)]
}

export const inputOf = ({ queryKey }: Query): unknown => queryKey[6]

export function namesOf<T extends object>(table: T): Extract<keyof T, string>[] {
  const names: Extract<keyof T, string>[] = []
  for (const name in table) names.push(name)
  return names
}

/** Writes to each variant of the read that is in the cache, and to the plain one if it is not yet. */
function writeRead<Name extends ReadName, TAnswer, TVariables>(
  client: B2BClient,
  queryClient: QueryClient,
  owner: OrgportalKey,
  name: Name,
  writes: NonNullable<Effects<TAnswer, TVariables>['writes']>,
  answer: TAnswer,
  variables: TVariables,
): void {
  const reads = cachedReads(client, queryClient, owner, name)
  for (const query of reads) {
    const { queryKey, state } = query
    const before = queryClient.getQueryData<ReadData[Name]>(queryKey)
    const data = writes[name]?.(answer, variables, before, inputOf(query))
    if (data === undefined) {
      if (before === undefined) askAgain(queryClient, query)
    } else if (data !== before) {
      // A read on its way was sent before the write and could overwrite its result.
      void queryClient.cancelQueries({ queryKey, exact: true })
      queryClient.setQueryData(queryKey, data)
      // Something else may have made it stale before.
      if (state.isInvalidated) askAgain(queryClient, query)
    }
  }
  if (reads.length === 0) {
    const data = writes[name]?.(answer, variables, undefined, undefined)
    if (data !== undefined) queryClient.setQueryData(operationKey(owner, name), data)
  }
}

function invalidate<TVariables>(
  client: B2BClient,
  queryClient: QueryClient,
  owner: OrgportalKey,
  name: ReadName,
  stale: Stale<TVariables>,
  variables: TVariables,
): void {
  if (typeof stale === 'object' && !stale.some((field) => isSent(variables, field))) return
  for (const query of cachedReads(client, queryClient, owner, name)) {
    if (typeof stale === 'function' && !stale(inputOf(query), variables)) continue
    askAgain(queryClient, query)
  }
}

/** Not awaited: the write is done, and the lists show that they are being read again. */
function askAgain(queryClient: QueryClient, query: Query): void {
  const { data, fetchStatus } = query.state
  if (data === undefined && fetchStatus !== 'idle') {
    // A first read on its way may have been answered before the write. Whoever waits for it gets the second.
    void query.cancel({ silent: true })
    query.fetch().catch(() => undefined)
  } else {
    void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true })
  }
}

export function isSent(variables: unknown, field: string): boolean {
  return (
    typeof variables === 'object' &&
    variables !== null &&
    Reflect.get(variables, field) !== undefined
  )
}
