import type { Emulator } from '../emulator/createEmulator.ts'
import type { IssuedMagicLink } from '../emulator/authentication/magicLinks.ts'
import type { Fault } from '../emulator/faults.ts'
import type { InboxMessage } from '../emulator/records/inbox.ts'
import type { Persona } from '../emulator/records/project.ts'

/** An emulator in this process, or the URL where one listens. */
export type EmulatorAccess = Pick<Emulator, 'fetch' | 'baseUrl'> | string

/** What an emulator tells of itself. */
export interface EmulatorState {
  seed: string
  seeds: { name: string; description: string }[]
  /** RFC 3339. */
  now: string
  /** Milliseconds. */
  latency: number
  /** What is still to strike; `times` 0: until it is removed. */
  faults: Fault[]
  personas: Persona[]
}

/** The emulator's control API, as far as the devtools use it; docs/emulator.md has all of it. */
export interface EmulatorControl {
  /** Where it is. */
  readonly url: string
  readonly getState: () => Promise<EmulatorState>
  /** Oldest first. */
  readonly getInbox: () => Promise<InboxMessage[]>
  readonly emptyInbox: () => Promise<unknown>
  readonly setLatency: (milliseconds: number) => Promise<unknown>
  readonly advanceClock: (milliseconds: number) => Promise<unknown>
  readonly setClock: (now: number) => Promise<unknown>
  readonly addFault: (fault: Fault) => Promise<unknown>
  /** The control API knows only to remove them all, so the others are set anew. */
  readonly removeFault: (index: number) => Promise<unknown>
  /** Begins anew from a seed; sessions go. */
  readonly reseed: (seed: string) => Promise<EmulatorState>
  readonly createMagicLink: (personaId: string) => Promise<IssuedMagicLink>
}

export function createEmulatorControl(emulator: EmulatorAccess): EmulatorControl {
  const url = (typeof emulator === 'string' ? emulator : emulator.baseUrl).replace(/\/+$/, '')
  const send: Emulator['fetch'] =
    typeof emulator === 'string' ? (input, init) => fetch(input, init) : emulator.fetch

  async function call<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await send(`${url}/_emulator${path}`, {
      method,
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    }).catch((cause: unknown) => {
      throw new Error(`The emulator does not answer at ${url}.`, { cause })
    })
    const answer: unknown = await response.json().catch(() => null)
    if (!response.ok) throw new Error(messageOf(answer) ?? `${url} answered ${response.status}.`)
    // The edge: the control API is taken at its word.
    return answer as Answer
  }

  const getState = () => call<EmulatorState>('GET', '')
  const addFault = (fault: Fault) => call('POST', '/faults', fault)

  return {
    url,
    getState,
    getInbox: async () => (await call<{ messages: InboxMessage[] }>('GET', '/inbox')).messages,
    emptyInbox: () => call('DELETE', '/inbox'),
    setLatency: (latency) => call('POST', '/latency', { latency }),
    advanceClock: (advance_ms) => call('POST', '/clock', { advance_ms }),
    setClock: (now) => call('POST', '/clock', { now }),
    addFault,
    removeFault: async (index) => {
      const { faults } = await getState()
      await call('DELETE', '/faults')
      for (const fault of faults.toSpliced(index, 1)) await addFault(fault)
    },
    reseed: (seed) => call('POST', '/seed', { seed }),
    createMagicLink: (personaId) =>
      call('POST', `/personas/${encodeURIComponent(personaId)}/magic-link`),
  }
}

function messageOf(answer: unknown): string | undefined {
  if (typeof answer !== 'object' || answer === null || !('error_message' in answer))
    return undefined
  return typeof answer.error_message === 'string' ? answer.error_message : undefined
}
