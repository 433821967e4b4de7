import { createEmulator } from 'orgportal/emulator'
import type { Emulator, SeedName } from 'orgportal/emulator'

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group'
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp'
export const LIST = 'urn:ietf:params:scim:api:messages:2.0:ListResponse'
export const SEARCH = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest'
export const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** A SCIM answer, and what most tests look for in it. */
export interface Answer {
  status: number
  headers: Headers
  body: Record<string, unknown>
  /** Empty where the body has none, as are the others. */
  id: string
  detail: string
  resources: Record<string, unknown>[]
  total: number | undefined
}

export interface Scim {
  emulator: Emulator
  /** Path of the connection's endpoint. */
  base: string
  connectionId: string
  send: (method: string, path: string, body?: unknown, headers?: HeadersInit) => Promise<Answer>
  /** Sends a PatchOp with these operations. */
  patch: (path: string, ...operations: unknown[]) => Promise<Answer>
  /** Creates a user from `attributes` and answers its id. */
  user: (userName: string, attributes?: Record<string, unknown>) => Promise<string>
  group: (displayName: string, ...memberIds: string[]) => Promise<string>
  list: (path: string, query: Record<string, string>) => Promise<Answer>
}

/** A directory's view of an emulator: its connection, and the bearer token. */
export function connect(seed: SeedName = 'scim-empty'): Scim {
  const emulator = createEmulator({ seed })
  const [connection] = Object.values(emulator.data.scim_connections)
  if (!connection) throw new Error(`The seed ${seed} has no SCIM connection.`)
  const base = `${emulator.baseUrl}/v1/b2b/scim/${connection.connection_id}`

  const send: Scim['send'] = async (method, path, body, headers) => {
    const response = await emulator.fetch(base + path, {
      method,
      headers: headers ?? {
        authorization: `Bearer ${connection.bearer_token.value}`,
        'content-type': 'application/scim+json',
      },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    return toAnswer(response, await response.text())
  }
  return {
    emulator,
    base,
    connectionId: connection.connection_id,
    send,
    patch: (path, ...Operations) => send('PATCH', path, { schemas: [PATCH], Operations }),
    user: async (userName, attributes = {}) =>
      (await send('POST', '/Users', { schemas: [USER], userName, ...attributes })).id,
    group: async (displayName, ...memberIds) => {
      const members = memberIds.map((value) => ({ value }))
      return (await send('POST', '/Groups', { schemas: [GROUP], displayName, members })).id
    },
    list: (path, query) => send('GET', `${path}?${new URLSearchParams(query).toString()}`),
  }
}

function toAnswer({ status, headers }: Response, text: string): Answer {
  const parsed: unknown = JSON.parse(text === '' ? '{}' : text)
  const body = toObject(parsed)
  const { id, detail, Resources, totalResults } = body
  return {
    status,
    headers,
    body,
    id: typeof id === 'string' ? id : '',
    detail: typeof detail === 'string' ? detail : '',
    resources: Array.isArray(Resources) ? Resources.map(toObject) : [],
    total: typeof totalResults === 'number' ? totalResults : undefined,
  }
}

function toObject(value: unknown): Record<string, unknown> {
  if (typeof value === 'object' && value !== null) return { ...value }
  throw new Error(`Expected a JSON object, got ${JSON.stringify(value)}.`)
}
