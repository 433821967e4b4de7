import { direct, EMULATOR_URL } from './addresses.ts'

/** The emulator's control API, over HTTP like everything else in these tests. */
export interface EmulatorControl {
  /** Begins anew from a seed: all data, sessions, faults and latency. */
  seed: (name: string) => Promise<void>
  /** Makes the next matching request fail. */
  fault: (fault: Fault) => Promise<void>
  setLatency: (milliseconds: number) => Promise<void>
  magicLink: (persona: string) => Promise<{ token: string; token_type: string }>
  /** The active SCIM connection, as a directory that was given address and token knows it. */
  scim: () => Promise<ScimTarget>
  /** Ends all sessions, as an expiry or an admin elsewhere would. */
  endSessions: () => Promise<void>
  /** Requests since the seed was planted. */
  requests: () => Promise<{ method: string; path: string; status: number }[]>
}

export interface Fault {
  method?: string
  path: string
  status: number
  error_type?: string
  error_message?: string
  retry_after?: number
  times?: number
}

export interface ScimTarget {
  connection_id: string
  base_url: string
  bearer_token: string
  next_bearer_token: string | null
}

export const emulatorControl: EmulatorControl = {
  seed: async (seed) => {
    await control('POST', '/seed', { seed })
    await control('POST', '/latency', { latency: 0 })
  },
  fault: async (fault) => {
    await control('POST', '/faults', fault)
  },
  setLatency: async (latency) => {
    await control('POST', '/latency', { latency })
  },
  magicLink: (persona) => control('POST', `/personas/${persona}/magic-link`),
  scim: async () => {
    const { connections } = await control<{ connections: ScimTarget[] }>('GET', '/scim')
    const [connection] = connections
    if (!connection) throw new Error('There is no active SCIM connection.')
    return connection
  },
  endSessions: async () => {
    const snapshot = await control<{ sessions: object }>('GET', '/snapshot')
    await control('PUT', '/snapshot', { ...snapshot, sessions: {} })
  },
  requests: async () =>
    (
      await control<{ requests: { method: string; path: string; status: number }[] }>(
        'GET',
        '/requests',
      )
    ).requests,
}

async function control<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(`${direct(EMULATOR_URL)}/_emulator${path}`, {
    method,
    ...(body && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} /_emulator${path}: ${response.status} ${text}`)
  return JSON.parse(text) as T
}
