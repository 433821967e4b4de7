import { createEmulator } from 'orgportal/emulator'
import type { Emulator, EmulatorOptions } from 'orgportal/emulator'

/** An answer of the emulator, read as loosely as a test wants to look into it. */
export interface Answer {
  status: number
  headers: Headers
  /** The value at a path such as `data.connection.status`; fails when there is nothing on the way. */
  at: (path: string) => unknown
  text: (path: string) => string
}

export interface CallOptions {
  /** A session token. Without one the call is a signed-out client's. */
  session?: string
  body?: unknown
  headers?: Record<string, string>
}

/** The emulator as something that speaks HTTP sees it. */
export interface Api {
  emulator: Emulator
  call: (method: string, path: string, options?: CallOptions) => Promise<Answer>
  /** Signs a persona (or a member, by id) in and returns the session token. */
  signIn: (personaOrMemberId: string, minutes?: number) => Promise<string>
}

export function createApi(options: EmulatorOptions = {}): Api {
  const emulator = createEmulator(options)

  const call: Api['call'] = async (method, path, { session, body, headers } = {}) => {
    const credentials = `${emulator.publicToken}:${session ?? emulator.publicToken}`
    const response = await emulator.fetch(emulator.baseUrl + path, {
      method,
      headers: {
        authorization: `Basic ${btoa(credentials)}`,
        'content-type': 'application/json',
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return readAnswer(response)
  }

  return {
    emulator,
    call,
    signIn: async (personaOrMemberId, minutes = 60) => {
      const { token } = emulator.createMagicLink(personaOrMemberId)
      const answer = await call('POST', '/sdk/v1/b2b/magic_links/authenticate', {
        body: { magic_links_token: token, session_duration_minutes: minutes },
      })
      return answer.text('data.session_token')
    },
  }
}

export async function readAnswer(response: Response): Promise<Answer> {
  const source = await response.text()
  const value: unknown = source === '' ? undefined : JSON.parse(source)
  const at = (path: string) => path.split('.').reduce<unknown>(step, value)
  return {
    status: response.status,
    headers: response.headers,
    at,
    text: (path) => {
      const found = at(path)
      if (typeof found === 'string') return found
      throw new Error(`${path} is not a text in ${source}`)
    },
  }
}

/** The member id of somebody of the sample organization. */
export function memberNamed(emulator: Emulator, name: string): string {
  const member = Object.values(emulator.data.members).find((candidate) => candidate.name === name)
  if (!member) throw new Error(`The seed has nobody called ${name}.`)
  return member.member_id
}

function step(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null)
    throw new Error(`There is nothing to look up ${name} in.`)
  return new Map<string, unknown>(Object.entries(value)).get(name)
}
