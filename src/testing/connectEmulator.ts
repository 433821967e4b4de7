import type { Emulator, Fault, InboxMessage, IssuedMagicLink, Persona } from '../emulator/index.ts'
import type { RequestLogEntry, Seed, SeedProject, StoreData } from '../emulator/index.ts'
import type { Open } from '../client/types.ts'
import type { PersonaOf } from './personas.ts'

/** An emulator in this process, or the URL where one listens. */
export type EmulatorAccess = Pick<Emulator, 'fetch' | 'baseUrl'> | string

/** Which messages of the inbox; all of it when nothing is given. */
export interface InboxFilter {
  /** An address or a number. */
  to?: string
  template?: InboxMessage['template']
  channel?: InboxMessage['channel']
  /** Only those after this one, by its id. */
  after?: string
}

/** A SCIM connection as the directory knows it that was given address and token. */
export interface ScimTarget {
  connection_id: string
  organization_id: string
  display_name: string
  identity_provider: string
  base_url: string
  bearer_token: string
  /** null unless a rotation is running. */
  next_bearer_token: string | null
}

/** What the emulator says of itself. */
export interface EmulatorState {
  seed: string
  seeds: Emulator['seeds']
  public_token: string
  project_id: string
  base_url: string
  /** RFC 3339. */
  now: string
  /** Milliseconds. */
  latency: number
  faults: Fault[]
  personas: Persona[]
}

/** A running emulator, by its control API. */
export interface EmulatorControl {
  /** Where it is reached, without a slash at the end. */
  readonly url: string
  readonly state: () => Promise<EmulatorState>
  /** Begins anew from a seed: data, sessions, mails, faults and requests; clock and latency stay. */
  readonly seed: (seed: Seed | Open<never>) => Promise<void>
  /** Changes settings of the project. */
  readonly setProject: (changes: SeedProject) => Promise<void>
  readonly faults: {
    /** Fails the next request that matches. `times` for more, 0 for all until they are cleared. */
    readonly add: (fault: Fault) => Promise<void>
    /** Takes the fault at this place of `state().faults` away. */
    readonly remove: (index: number) => Promise<void>
    readonly clear: () => Promise<void>
  }
  /** Holds each answer back for so many milliseconds. */
  readonly setLatency: (milliseconds: number) => Promise<void>
  /** The emulator's time, which its sessions, links and tokens expire by. */
  readonly clock: {
    readonly now: () => Promise<number>
    /** Milliseconds since the epoch; it goes on from there. */
    readonly set: (now: number) => Promise<void>
    readonly advance: (milliseconds: number) => Promise<void>
  }
  /** Mails and texts that would have been sent. */
  readonly inbox: {
    /** Those that match, oldest first. */
    readonly list: (filter?: InboxFilter) => Promise<InboxMessage[]>
    /** The newest that matches, as soon as there is one. Rejects after `seconds`, 10 when left out. */
    readonly wait: (filter?: InboxFilter, options?: { seconds?: number }) => Promise<InboxMessage>
    readonly clear: () => Promise<void>
  }
  /** Requests since the seed was planted, oldest first. */
  readonly requests: () => Promise<RequestLogEntry[]>
  /** A sign-in link for a persona or a member, which also lands in the inbox. */
  readonly magicLink: (persona: PersonaOf<Seed>) => Promise<IssuedMagicLink>
  /** The active SCIM connections, with their live tokens. */
  readonly scimConnections: () => Promise<ScimTarget[]>
  /** Ends all sessions, as an expiry or an admin elsewhere would. */
  readonly endSessions: () => Promise<void>
}

/**
 * Takes hold of an emulator by its control API: one that runs somewhere else, for tests in a browser, or one in this
 * process.
 *
 * Each function rejects with an `Error` that says what was asked and answered.
 *
 * @example
 * const emulator = connectEmulator('http://localhost:4000')
 * await emulator.seed('scim')
 * const { code } = await emulator.inbox.wait({ to: 'ana@acme.example', template: 'email_otp' })
 */
export function connectEmulator(emulator: EmulatorAccess): EmulatorControl {
  const base = (typeof emulator === 'string' ? emulator : emulator.baseUrl).replace(/\/+$/, '')
  const send: Emulator['fetch'] =
    typeof emulator === 'string' ? (input, init) => fetch(input, init) : emulator.fetch

  async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await send(`${base}/_emulator${path}`, {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    }).catch((cause: unknown) => {
      throw new Error(`The emulator does not answer at ${base}.`, { cause })
    })
    const text = await response.text()
    if (!response.ok) {
      throw new Error(`${method} ${base}/_emulator${path}: ${String(response.status)} ${text}`)
    }
    return JSON.parse(text) as Answer
  }

  const change = async (method: string, path: string, body?: object): Promise<void> => {
    await call(method, path, body)
  }
  const state = () => call<EmulatorState>('GET', '')
  const addFault = (fault: Fault) => change('POST', '/faults', fault)
  const list = async (filter: InboxFilter, wait?: number) => {
    const query = new URLSearchParams({ ...filter })
    if (wait !== undefined) query.set('wait', String(wait))
    const { messages } = await call<{ messages: InboxMessage[] }>('GET', `/inbox?${query}`)
    return messages
  }

  return {
    url: base,
    state,
    seed: (seed) => change('POST', '/seed', { seed }),
    setProject: (changes) => change('POST', '/project', changes),
    faults: {
      add: addFault,
      // The control API knows only to remove them all, so the others are set anew.
      remove: async (index) => {
        const { faults } = await state()
        await change('DELETE', '/faults')
        for (const fault of faults.toSpliced(index, 1)) await addFault(fault)
      },
      clear: () => change('DELETE', '/faults'),
    },
    setLatency: (latency) => change('POST', '/latency', { latency }),
    clock: {
      now: async () => Date.parse((await state()).now),
      set: (now) => change('POST', '/clock', { now }),
      advance: (milliseconds) => change('POST', '/clock', { advance_ms: milliseconds }),
    },
    inbox: {
      list: (filter = {}) => list(filter),
      wait: async (filter = {}, { seconds = 10 } = {}) => {
        const newest = (await list(filter, seconds)).at(-1)
        if (newest) return newest
        throw new Error(
          `No message arrived in ${String(seconds)} seconds that matches ${JSON.stringify(filter)}.`,
        )
      },
      clear: () => change('DELETE', '/inbox'),
    },
    requests: async () =>
      (await call<{ requests: RequestLogEntry[] }>('GET', '/requests')).requests,
    magicLink: (persona) => call('POST', `/personas/${encodeURIComponent(persona)}/magic-link`),
    scimConnections: async () =>
      (await call<{ connections: ScimTarget[] }>('GET', '/scim')).connections,
    endSessions: async () => {
      const snapshot = await call<StoreData>('GET', '/snapshot')
      await change('PUT', '/snapshot', { ...snapshot, sessions: {} })
    },
  }
}
