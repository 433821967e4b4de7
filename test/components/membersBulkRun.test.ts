import { afterEach, describe, expect, it } from 'vitest'
import { createB2BClient, createMemoryStorage, isApiError } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import { SessionChangedError } from 'orgportal/hooks'
import { createRun } from '../../src/components/members/bulk/createRun.ts'
import { memberSource } from '../../src/components/members/bulk/memberSource.ts'
import type { RunJob } from '../../src/components/members/bulk/run.ts'
import { NO_FILTERS } from '../../src/components/members/membersAddress.ts'
import { quickWorld } from './quickWorld.ts'

const disposals: (() => void)[] = []
afterEach(() => {
  for (const dispose of disposals.splice(0)) dispose()
})

const answer = (status: number, error_type: string, headers: Record<string, string> = {}) =>
  new Response(
    JSON.stringify({ status_code: status, request_id: 'request-1', error_type, error_message: '' }),
    { status, headers: { 'content-type': 'application/json', ...headers } },
  )

describe('a run over 5,000 members', () => {
  it('accounts for each once, through refusals, limits and a lost network', async () => {
    const emulator = createEmulator({ seed: 'ten-thousand-members' })
    const tally = { limits: 0, lostBefore: 0, lostAfter: 0, failing: new Set<string>() }
    let writes = 0
    const faulty: typeof fetch = async (input, init) => {
      const request = new Request(input, init)
      if (request.method !== 'DELETE') return emulator.fetch(request)
      writes += 1
      const id = new URL(request.url).pathname.split('/').at(-1) ?? ''
      // The network is gone for a while; some requests arrive, and only their answers are lost.
      if (writes > 2000 && writes <= 2030) {
        if (writes % 2 === 0) {
          tally.lostAfter += 1
          await emulator.fetch(request)
        } else tally.lostBefore += 1
        throw new TypeError('Failed to fetch')
      }
      if (writes % 700 === 0) {
        tally.limits += 1
        return answer(429, 'too_many_requests', { 'retry-after': '20' })
      }
      if (tally.failing.has(id)) {
        return [...tally.failing].indexOf(id) % 2 === 0
          ? answer(500, 'internal_server_error')
          : answer(400, 'query_params_do_not_match')
      }
      return emulator.fetch(request)
    }
    const client = createB2BClient(emulator.publicToken, {
      baseUrl: emulator.baseUrl,
      fetch: faulty,
      storage: createMemoryStorage(),
    })
    disposals.push(() => client.dispose())
    await client.magicLinks.authenticate({
      magic_links_token: emulator.createMagicLink('admin').token,
      session_duration_minutes: 60,
    })
    const viewerId = client.getSnapshot().identity?.memberId ?? ''

    const everybody: string[] = []
    const source = memberSource(
      {
        type: 'matching',
        filters: { ...NO_FILTERS, statuses: ['active'] },
        total: null,
        except: new Set(),
      },
      client.organization.members.search,
    )
    for (let page = await source.nextPage(); page; page = await source.nextPage()) {
      everybody.push(...page.map(({ id }) => id))
    }
    const chosen = everybody.filter((id) => id !== viewerId).slice(0, 5000)
    expect(chosen).toHaveLength(5000)
    chosen.filter((_id, index) => index % 33 === 5).forEach((id) => tally.failing.add(id))
    expect(tally.failing.size).toBeGreaterThanOrEqual(150)

    let rests = 0
    let tellings = 0
    const done: string[] = []
    const run = createRun<string, string, never>(
      {
        source: chosen,
        idOf: (id) => id,
        skip: () => null,
        send: async (id) => {
          const { member_id } = await client.organization.members.delete(id)
          done.push(member_id)
          return member_id
        },
        isAlready: (error) => isApiError(error) && error.error_type === 'member_not_found',
        onRest: () => {
          rests += 1
        },
      },
      quickWorld(),
    )
    const waited = new Set<string>()
    run.subscribe(() => {
      tellings += 1
      const { wait, counts, total } = run.getSnapshot()
      if (wait) waited.add(wait.for)
      const sum = Object.values(counts).reduce((all, count) => all + count, 0)
      if (total !== null) expect(sum).toBe(5000)
    })
    await run.over()

    const { counts, state } = run.getSnapshot()
    expect(state).toBe('finished')
    expect(counts).toEqual({
      waiting: 0,
      running: 0,
      skipped: 0,
      notStarted: 0,
      failed: tally.failing.size,
      done: 5000 - tally.failing.size,
    })
    expect(tally.limits).toBeGreaterThanOrEqual(7)
    expect(tally.lostBefore).toBeGreaterThan(0)
    expect(tally.lostAfter).toBeGreaterThan(0)
    expect([...waited].sort()).toEqual(['limit', 'network'])
    expect(rests).toBe(1)

    const rows = run.rows()
    expect(rows.map(({ id }) => id)).toEqual(chosen)
    // What is reported is what is so.
    for (const { id, state: reported } of rows) {
      const isDeleted = emulator.data.members[id]?.status === 'deleted'
      expect(isDeleted).toBe(reported === 'done')
    }
    expect(rows.filter((row) => row.state === 'failed').map((row) => row.id)).toEqual([
      ...tally.failing,
    ])
    // Nobody was done twice, and those whose answer was lost are this run's own doing.
    expect(new Set(done).size).toBe(done.length)
    expect(rows.filter((row) => row.already)).toEqual([])
    expect(tellings).toBeLessThan(5000)
  }, 120_000)
})

const failure = (fields: {
  status_code: number
  error_type?: string
  retryAfterSeconds?: number
}) => Object.assign(new Error('refused'), { name: 'ApiError', error_type: 'x', ...fields })
const lostNetwork = () => Object.assign(new Error('lost'), { name: 'NetworkError' })

function start(job: Partial<RunJob<string, string, 'odd'>>, world = quickWorld()) {
  const run = createRun<string, string, 'odd'>(
    {
      source: ['a', 'b', 'c', 'd', 'e', 'f'],
      idOf: (id) => id,
      skip: () => null,
      send: (id) => Promise.resolve(id),
      ...job,
    },
    world,
  )
  const states = () => run.rows().map(({ id, state }) => `${id} ${state}`)
  return { run, world, states }
}

describe('a run', () => {
  it('skips with the reason, and takes a row that comes twice once', async () => {
    const { run } = start({ source: ['a', 'b', 'a'], skip: (id) => (id === 'b' ? 'odd' : null) })
    await run.over()
    expect(run.rows().map(({ id, state, reason }) => [id, state, reason])).toEqual([
      ['a', 'done', null],
      ['b', 'skipped', 'odd'],
    ])
  })

  it('sends no more at a time than it may', async () => {
    const release: (() => void)[] = []
    const { run } = start({
      concurrency: 2,
      send: (id) => new Promise((resolve) => release.push(() => resolve(id))),
    })
    for (let sent = 2; sent <= 6; sent += 1) {
      await expect.poll(() => release.length).toBe(sent)
      expect(run.getSnapshot().counts.running).toBe(2)
      release[sent - 2]?.()
    }
    release[5]?.()
    await run.over()
    expect(release).toHaveLength(6)
  })

  it('finishes what is under way when it is cancelled, and starts nothing more', async () => {
    const release: (() => void)[] = []
    const { run, states } = start({
      concurrency: 2,
      send: (id) => new Promise((resolve) => release.push(() => resolve(id))),
    })
    await expect.poll(() => release.length).toBe(2)
    run.cancel()
    expect(run.getSnapshot()).toMatchObject({ state: 'cancelled', isOver: false })
    for (const go of release) go()
    await run.over()
    expect(states()).toEqual([
      'a done',
      'b done',
      'c notStarted',
      'd notStarted',
      'e notStarted',
      'f notStarted',
    ])
  })

  it('begins nothing while it is paused', async () => {
    const sent: string[] = []
    const { run } = start({
      concurrency: 1,
      send: async (id) => {
        sent.push(id)
        if (id === 'b') run.pause()
        await Promise.resolve()
        return id
      },
    })
    await expect.poll(() => run.getSnapshot().state).toBe('paused')
    await expect.poll(() => run.getSnapshot().counts.running).toBe(0)
    expect(sent).toEqual(['a', 'b'])
    run.resume()
    await run.over()
    expect(sent).toEqual(['a', 'b', 'c', 'd', 'e', 'f'])
  })

  it('goes on by itself when the browser is online again', async () => {
    const world = quickWorld()
    world.online = false
    const { run } = start({}, world)
    await expect.poll(() => run.getSnapshot().wait?.for).toBe('network')
    expect(run.getSnapshot().counts.waiting).toBe(6)
    world.goOnline()
    await run.over()
    expect(run.getSnapshot().counts.done).toBe(6)
  })

  it('pauses when many fail in a row', async () => {
    const source = Array.from({ length: 40 }, (_, index) => String(index))
    const { run } = start({ source, send: () => Promise.reject(failure({ status_code: 400 })) })
    await expect.poll(() => run.getSnapshot().pausedBy).toBe('failures')
    await expect.poll(() => run.getSnapshot().counts.running).toBe(0)
    expect(run.getSnapshot().counts.failed).toBeLessThan(20)
    run.cancel()
    await run.over()
  })

  it('does what failed once more', async () => {
    let isBroken = true
    const { run } = start({
      send: (id) =>
        isBroken && id < 'c' ? Promise.reject(failure({ status_code: 400 })) : Promise.resolve(id),
    })
    await run.over()
    expect(run.getSnapshot().counts).toMatchObject({ failed: 2, done: 4 })
    isBroken = false
    run.retryFailed()
    await run.over()
    expect(run.getSnapshot().counts).toMatchObject({ failed: 0, done: 6 })
  })

  it('stops where the session is over, and says of the rest that it was not started', async () => {
    const { run } = start({
      concurrency: 1,
      send: (id) =>
        id === 'c'
          ? Promise.reject(failure({ status_code: 401, error_type: 'unauthorized_credentials' }))
          : Promise.resolve(id),
    })
    await run.over()
    expect(run.getSnapshot()).toMatchObject({
      state: 'stopped',
      counts: { done: 2, failed: 0, notStarted: 4 },
    })
  })

  it('says of a row that it is not certain when it was lost and then cancelled', async () => {
    const { run } = start({ source: ['a'], send: () => Promise.reject(lostNetwork()) })
    await expect.poll(() => run.getSnapshot().wait?.for).toBe('network')
    run.cancel()
    await run.over()
    expect(run.rows()[0]).toMatchObject({ state: 'failed', uncertain: true })
  })

  it('does nothing where somebody stands against it', async () => {
    const sent: string[] = []
    const { run } = start({
      vet: () => Promise.resolve(['Ada Lovelace']),
      send: (id) => {
        sent.push(id)
        return Promise.resolve(id)
      },
    })
    await run.over()
    expect(sent).toEqual([])
    expect(run.getSnapshot()).toMatchObject({ state: 'stopped', refused: ['Ada Lovelace'] })
  })

  it('asks again for a page that failed', async () => {
    let tries = 0
    const pages = [['a', 'b'], ['c']]
    const { run } = start({
      source: {
        expected: 3,
        nextPage: () => {
          tries += 1
          if (tries % 2 === 1) return Promise.reject(failure({ status_code: 503 }))
          return Promise.resolve(pages.shift() ?? null)
        },
      },
    })
    await run.over()
    expect(run.getSnapshot().counts.done).toBe(3)
  })

  it('asks again whether somebody stands against it, when that could not be answered', async () => {
    let asked = 0
    const { run } = start({
      vet: () => {
        asked += 1
        return asked < 3
          ? Promise.reject(asked === 1 ? lostNetwork() : failure({ status_code: 429 }))
          : Promise.resolve([])
      },
    })
    await run.over()
    expect(asked).toBe(3)
    expect(run.getSnapshot()).toMatchObject({ state: 'finished', counts: { done: 6 } })
  })

  it('asks for nothing more once it is cancelled while it looks through the members', async () => {
    let vetted = 0
    let pages = 0
    const release: (() => void)[] = []
    const { run } = start({
      source: {
        expected: null,
        nextPage: () => {
          pages += 1
          return new Promise((resolve) => release.push(() => resolve(['a', 'b'])))
        },
      },
      vet: () => {
        vetted += 1
        return Promise.resolve([])
      },
    })
    await expect.poll(() => release.length).toBe(1)
    run.cancel()
    release[0]?.()
    await run.over()
    await new Promise<void>((resolve) => queueMicrotask(resolve))
    expect({ pages, vetted }).toEqual({ pages: 1, vetted: 0 })
    expect(run.rows()).toEqual([])
  })

  it('stops where the session is another member’s, however it is told', async () => {
    const { run } = start({
      concurrency: 1,
      send: (id) =>
        id === 'b' ? Promise.reject(new SessionChangedError('over')) : Promise.resolve(id),
    })
    await run.over()
    expect(run.getSnapshot()).toMatchObject({
      state: 'stopped',
      counts: { done: 1, failed: 0, notStarted: 5 },
    })
  })

  it('waits as long as the server said, also when the network is back before', async () => {
    const world = quickWorld()
    const answers: ((error: Error) => void)[] = []
    let sent = 0
    const { run } = start(
      {
        concurrency: 2,
        send: (id) => {
          sent += 1
          return sent <= 2
            ? new Promise((_resolve, reject) => answers.push(reject))
            : Promise.resolve(id)
        },
      },
      world,
    )
    await expect.poll(() => answers.length).toBe(2)
    world.hold()
    answers[0]?.(failure({ status_code: 429, retryAfterSeconds: 600 }))
    await expect.poll(() => run.getSnapshot().wait?.for).toBe('limit')
    world.online = false
    answers[1]?.(lostNetwork())
    await expect.poll(() => run.getSnapshot().counts.running).toBe(0)
    world.goOnline()
    expect(run.getSnapshot().wait?.for).toBe('limit')
    expect(sent).toBe(2)
    world.go()
    await run.over()
    expect(run.getSnapshot().counts.done).toBe(6)
  })
})
