import { createApp } from './app.ts'
import type { RequestLogEntry } from './app.ts'
import type { Clock, EmulatorContext, FailedRequest } from './context.ts'
import { createFaultList } from './faults.ts'
import type { Fault } from './faults.ts'
import { createFetch } from './fetch.ts'
import { createMemberIndex } from './members/memberIndex.ts'
import { issueMagicLink } from './authentication/magicLinks.ts'
import type { IssuedMagicLink } from './authentication/magicLinks.ts'
import { createStoredRandom, randomSecret, randomUuid } from './random.ts'
import type { Random } from './random.ts'
import { seedNameOf } from './seeds/readSeed.ts'
import type { SeedDescription } from './seeds/seedDescription.ts'
import { newStoreData } from './seeds/seedStore.ts'
import { buildSeed, isSeedName, SEEDS } from './seeds/seeds.ts'
import type { Seed } from './seeds/seeds.ts'
import { importSigningKey } from './sessions/sessions.ts'
import { parseSnapshot } from './snapshot.ts'
import type { InboxMessage } from './records/inbox.ts'
import type { Persona } from './records/project.ts'
import type { StoreData } from './store.ts'

export interface EmulatorOptions {
  /** The world to begin with: one of `SEEDS` by name, or a description of your own; `sample` when left out. */
  seed?: Seed | undefined
  /** What tells the time; the system's clock when left out. */
  clock?: Clock | undefined
  /** Numbers from 0 to 1 that ids and secrets are made of. When left out they are the same in each run. */
  random?: Random | undefined
  /** Milliseconds that every answer is held back for; 0 when left out. */
  latency?: number | undefined
  faults?: readonly Fault[] | undefined
  /** Where the emulator says it is reached; `http://localhost:4000` when left out. */
  baseUrl?: string | undefined
  /** Where the app is that mails and providers lead back to; `http://localhost:3000` when left out. */
  appUrl?: string | undefined
  /** Told of each request that the emulator answers with 500 because of a mistake of its own. */
  onDefect?: ((error: unknown, request: FailedRequest) => void) | undefined
}

/** A clock that can be put forward and back; it goes on ticking from where it was set. */
export interface EmulatorClock extends Clock {
  /** Sets the time, in milliseconds since the epoch. */
  set: (now: number) => void
  /** Moves the time on by so many milliseconds. */
  advance: (milliseconds: number) => void
}

export interface Emulator {
  /** Takes requests as the global `fetch` does, for any host: hand it to `createB2BClient` as its `fetch`. */
  readonly fetch: (input: RequestInfo | URL, init?: RequestInit) => Promise<Response>
  readonly publicToken: string
  readonly baseUrl: string
  /** The live data: look at it, and change it through the API. Whoever does change records by hand takes it anew each time. */
  readonly data: StoreData
  readonly clock: EmulatorClock
  readonly personas: readonly Persona[]
  /** The worlds that it can begin anew as: those of `SEEDS`, and the one that it was given. */
  readonly seeds: readonly { name: string; description: string }[]
  /** Mails that would have been sent, newest last. */
  readonly inbox: readonly InboxMessage[]
  /** Requests that were answered (status 0: that were not), newest last; at most 10,000, without those to `/_emulator`. */
  readonly requests: readonly RequestLogEntry[]
  readonly faults: { add: (fault: Fault) => void; clear: () => void; list: () => Fault[] }
  readonly latency: number
  readonly setLatency: (milliseconds: number) => void
  /** A sign-in link for a persona or a member, which also lands in the inbox. Throws when there is no such person. */
  readonly createMagicLink: (personaOrMemberId: string) => IssuedMagicLink
  /**
   * Begins anew from a seed (the same one when left out); sessions, mails, faults and requests go; clock and latency
   * stay. Throws, and changes nothing, when there is no such seed or what is described cannot be used.
   */
  readonly reset: (seed?: Seed) => void
  /** A copy of everything the emulator knows, as plain JSON. */
  readonly snapshot: () => StoreData
  /** Goes back to a snapshot. Throws, and changes nothing, when it is not one. */
  readonly restore: (snapshot: unknown) => void
}

/**
 * The API on your own machine, with nothing but web standards: `emulator.fetch(request)` answers as the service would.
 *
 * @example
 * const emulator = createEmulator({ seed: 'scim' })
 * const client = createB2BClient(emulator.publicToken, { baseUrl: emulator.baseUrl, fetch: emulator.fetch })
 * const { token } = emulator.createMagicLink('admin')
 * await client.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 })
 */
export function createEmulator(options: EmulatorOptions = {}): Emulator {
  const {
    seed = 'sample',
    baseUrl = 'http://localhost:4000',
    appUrl = 'http://localhost:3000',
  } = options
  const clock = createClock(options.clock)
  const context = createContext(clock, { baseUrl, appUrl }, options)
  context.data = buildSeed(seed, context)
  let described = typeof seed === 'object' ? seed : undefined
  const faults = createFaultList(options.faults)
  const requests: RequestLogEntry[] = []
  let latency = validLatency(options.latency ?? 0)

  const emulator: Emulator = {
    fetch: createFetch({ answer: (request) => app.fetch(request), latency: () => latency }),
    baseUrl: context.baseUrl,
    clock,
    requests,
    faults: { add: faults.add, clear: faults.clear, list: faults.list },
    get publicToken() {
      return context.data.project.public_token
    },
    get seeds() {
      return seedList(described)
    },
    get data() {
      // Whoever holds it may add and replace members by hand.
      context.members.touch()
      return context.data
    },
    get personas() {
      return context.data.personas
    },
    get inbox() {
      return context.data.inbox
    },
    get latency() {
      return latency
    },
    setLatency: (milliseconds) => {
      latency = validLatency(milliseconds)
    },
    createMagicLink: (personaOrMemberId) => issueMagicLink(context, personaOrMemberId),
    reset: (next = currentSeed(context.data, described)) => {
      context.data = buildSeed(next, context)
      if (typeof next === 'object') described = next
      faults.clear()
      requests.length = 0
    },
    snapshot: () => structuredClone(context.data),
    restore: (snapshot) => {
      context.data = parseSnapshot(structuredClone(snapshot))
    },
  }
  const app = createApp({ context, emulator, takeFault: faults.take, requests })
  return emulator
}

/** What the data began as; a description counts as long as the data bears its name. */
function currentSeed({ seed }: StoreData, described: SeedDescription | undefined): Seed {
  if (described && seedNameOf(described) === seed) return described
  return isSeedName(seed) ? seed : (described ?? 'sample')
}

function seedList(described: SeedDescription | undefined): Emulator['seeds'] {
  const named = Object.entries(SEEDS).map(([name, { description }]) => ({ name, description }))
  if (!described) return named
  return [{ name: seedNameOf(described), description: described.description ?? '' }, ...named]
}

function createContext(
  clock: Clock,
  { baseUrl, appUrl }: Pick<EmulatorContext, 'baseUrl' | 'appUrl'>,
  options: Pick<EmulatorOptions, 'random' | 'onDefect'>,
): EmulatorContext {
  let signingKey: ReturnType<typeof importSigningKey> | undefined
  const context: EmulatorContext = {
    data: newStoreData('empty', appUrl),
    members: createMemberIndex({
      get data() {
        return context.data
      },
    }),
    clock,
    baseUrl: baseUrl.replace(/\/+$/, ''),
    appUrl: appUrl.replace(/\/+$/, ''),
    timestamp: (offsetMs = 0) => new Date(clock.now() + offsetMs).toISOString(),
    newId: (kind) => `${kind}-test-${randomUuid(random)}`,
    newSecret: (bytes = 32) => randomSecret(random, bytes),
    signingKey: () => (signingKey ??= importSigningKey()),
    reportDefect: (error, request) => options.onDefect?.(error, request),
  }
  const random = options.random ?? createStoredRandom(context)
  return context
}

function createClock(base: Clock = { now: () => Date.now() }): EmulatorClock {
  let offset = 0
  return {
    now: () => base.now() + offset,
    set: (now) => {
      offset = now - base.now()
    },
    advance: (milliseconds) => {
      offset += milliseconds
    },
  }
}

function validLatency(milliseconds: number): number {
  if (Number.isFinite(milliseconds) && milliseconds >= 0) return milliseconds
  throw new RangeError(
    `latency must be a number of milliseconds, 0 or more; it is ${String(milliseconds)}.`,
  )
}
