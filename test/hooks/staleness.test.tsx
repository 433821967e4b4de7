import { QueryClient, QueryClientProvider, type QueryState } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createB2BClient, createMemoryStorage, type B2BClient } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import { OrgportalProvider, type ReadName } from 'orgportal/hooks'
import { openStage } from '../contract/open.ts'
import { fieldsOf } from '../contract/stage.ts'
import { everyRead, nameOfRead, readInto, type Read } from './everyRead.ts'
import { everyWrite, type Write, type WriteCall } from './everyWrite.ts'
import { OVER_INVALIDATED, UNTOLD, WITHOUT_CALLS } from './stalenessExceptions.ts'

/**
 * The truth of the table of staleness: each write of the library is done with every read of the library in the cache,
 * and then each of them is either what the server would say now, or marked as out of date. Nothing observes the reads,
 * so that whatever is sent besides the write was not needed.
 */

const nobody = createB2BClient('public-token-test-nobody', { storage: createMemoryStorage() })
nobody.dispose()
const writes = everyWrite(nobody)

/** What was marked as out of date, by write and read, and whether any call had changed it in truth. */
const marked = new Map<string, boolean>()

let end = () => {}
afterEach(() => end())

/** Somebody is signed in, the call is prepared, and all that can be read is in the cache. */
async function open({ as, arrange, seed }: WriteCall) {
  const now = Date.now()
  const emulator = createEmulator({ seed: seed ?? 'sample', clock: { now: () => now } })
  const stage = openStage(emulator)
  const { client } = stage
  const queryClient = new QueryClient()
  const { unmount } = render(
    <QueryClientProvider client={queryClient}>
      <OrgportalProvider client={client} />
    </QueryClientProvider>,
  )
  end = () => {
    unmount()
    queryClient.clear()
    client.dispose()
  }
  await stage.signIn(as)
  const [variables] = await arrange(stage)
  // Whatever is stamped with a time has another one from now on.
  emulator.clock.advance(1_000)
  const reads = everyRead(stage)
  await Promise.all(reads.map((read) => readInto(queryClient, read.options(client))))
  stage.exchanges.length = 0
  return { ...stage, queryClient, reads, variables }
}

/** What the server says of a read now; undefined where it says no. */
async function ask(client: B2BClient, read: Read): Promise<unknown> {
  const fresh = new QueryClient()
  const options = read.options(client)
  await readInto(fresh, options)
  return fresh.getQueryData(options.queryKey)
}

/**
 * The server lists active connections by age, across their kinds; here a new one comes last. And when a record was
 * changed is not told by an answer that is about something else.
 */
function comparable(value: unknown, isAbout?: boolean): unknown {
  const text = (part: unknown) => JSON.stringify(part)
  return JSON.parse(
    JSON.stringify(value ?? null, (key, part: unknown) => {
      if (key === 'updated_at' && isAbout === false) return undefined
      return key === 'sso_active_connections' && Array.isArray(part)
        ? part.toSorted((a, b) => text(a).localeCompare(text(b)))
        : part
    }),
  )
}

const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(comparable(one)) === JSON.stringify(comparable(other))

async function tellTheTruth(write: Write, call: WriteCall) {
  const { client, queryClient, reads, variables, exchanges } = await open(call)
  const options = write.options(client)
  const before = client.getSnapshot().identity
  const formerKey = ['orgportal', client.publicToken, before?.organizationId, before?.memberId]

  await queryClient.getMutationCache().build(queryClient, options).execute(variables)
  await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0))
  expect(exchanges.map(({ status }) => status)).toEqual([200])
  // As TanStack Query's own news, those of the records come with the next task.
  await new Promise((resolve) => setTimeout(resolve))

  const after = client.getSnapshot()
  if (before && !isSame(after.identity, before)) {
    expect(queryClient.getQueryCache().findAll({ queryKey: formerKey })).toEqual([])
  }
  const { invalidates, records } = options.effects
  const isAbout = records === undefined
  const states = new Map<Read, QueryState<unknown>>()
  for (const read of reads) {
    const state = queryClient.getQueryState(read.options(client).queryKey)
    if (state?.data !== undefined) states.set(read, state)
  }

  const answers = new Map<ReadName, unknown>()
  for (const [read, { data, isInvalidated }] of states) {
    const { queryKey, staleTime } = read.options(client)
    const told = await ask(client, read)
    answers.set(read.name, told)
    if (isInvalidated) {
      const entry = `${write.name}: ${read.name.replace(/Infinite$/, '')}`
      marked.set(entry, (marked.get(entry) ?? false) || !isSame(data, told))
    } else if (staleTime > 0) {
      const key = JSON.stringify(queryKey.slice(4))
      expect(comparable(data, isAbout), key).toEqual(comparable(told, isAbout))
    }
  }

  // The client's own records fare as the reads of the same records do.
  for (const [name, record] of [
    ['organization.get', after.organization],
    ['self.get', after.member],
  ] as const) {
    if (!record || !answers.has(name) || fieldsOf(invalidates)[name]) continue
    const told = comparable(answers.get(name), isAbout)
    expect(comparable(record, isAbout), `the client's ${name}`).toEqual(told)
  }
}

const called = writes.filter(({ calls }) => calls.length > 0)
const all = called
  .flatMap((write) => write.calls.map((call) => [write.name, call.how, write, call] as const))
  .filter(([name, how]) => !(`${name} ${how}` in UNTOLD))

describe('a write', () => {
  it.each(all)('leaves nothing in the cache that is not true: %s %s', (_name, _how, write, call) =>
    tellTheTruth(write, call),
  )

  it('is of the table of calls, or leaves the page', () => {
    const uncalled = writes.filter((write) => !called.includes(write)).map(({ name }) => name)
    expect(uncalled.toSorted()).toEqual(WITHOUT_CALLS.toSorted())
  })

  it('marks nothing as out of date that it never changes, but where that would cost more than it saves', () => {
    const needless = [...marked].filter(([, hasChanged]) => !hasChanged).map(([entry]) => entry)
    const isAllowed = (entry: string) => OVER_INVALIDATED.some(({ entries }) => entries.test(entry))
    expect(needless.filter((entry) => !isAllowed(entry))).toEqual([])
    for (const { entries } of OVER_INVALIDATED) {
      expect(
        needless.filter((entry) => entries.test(entry)),
        String(entries),
      ).not.toEqual([])
    }
  })
})

describe('the reads in the cache', () => {
  it('are all that the library has', async () => {
    const emulator = createEmulator({ seed: 'scim' })
    const stage = openStage(emulator)
    await stage.signIn('admin')
    const names = new Set(
      everyRead(stage).map(({ options }) => nameOfRead(options(stage.client).queryKey)),
    )
    stage.client.dispose()
    expect(names.size).toBe(19)
  })
})
