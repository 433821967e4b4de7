import { isObject, objectsAt, textAt, type JsonObject } from '../scim2/json.ts'
import type { ScimRecord } from './dialect.ts'

/** A request as it was answered. The token is not in it. */
export interface DirectoryRequest {
  method: string
  /** From the base URL on, with its query. */
  path: string
  /** 0 when there was no answer. */
  status: number
  /** What was sent, if anything. */
  body: JsonObject | undefined
}

/** The service provider said no, or nothing. */
export class DirectoryError extends Error {
  override readonly name = 'DirectoryError'
  /** HTTP status; 0 when there was no answer. */
  readonly status: number
  /** SCIM's keyword for the refusal, such as `uniqueness`, where there was one. */
  readonly scimType: string | undefined
  /** What the service provider said. */
  readonly detail: string

  constructor(
    what: string,
    failure: { status: number; detail: string; scimType?: string | undefined },
    options?: ErrorOptions,
  ) {
    const { status, scimType, detail } = failure
    const reason = status === 0 ? 'got no answer' : `was answered ${String(status)}`
    super(`${what} ${reason}${scimType ? ` (${scimType})` : ''}: ${detail}`, options)
    this.status = status
    this.scimType = scimType
    this.detail = detail
  }
}

/** Sends SCIM requests to one connection. */
export interface ScimConnector {
  /** @throws DirectoryError when the answer is not 2xx or there is none. */
  send: (method: string, path: string, body?: JsonObject) => Promise<JsonObject>
  /** As `send`, for answers that are one resource. */
  sendForRecord: (method: string, path: string, body?: JsonObject) => Promise<ScimRecord>
  /** The first resource that a list request finds. */
  first: (path: string, query: Record<string, string>) => Promise<ScimRecord | undefined>
}

export interface ScimConnectorOptions {
  baseUrl: URL
  token: string
  fetch: (input: string, init: RequestInit) => Promise<Response>
  onRequest: ((request: DirectoryRequest) => void) | undefined
}

export function createScimConnector(options: ScimConnectorOptions): ScimConnector {
  const { baseUrl, token, fetch, onRequest } = options

  async function send(method: string, path: string, body?: JsonObject): Promise<JsonObject> {
    const what = `${method} ${path}`
    const report = (status: number) => onRequest?.({ method, path, status, body })
    let response: Response
    try {
      response = await fetch(addressOf(baseUrl, path), {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          accept: 'application/scim+json',
          ...(body ? { 'content-type': 'application/scim+json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    } catch (cause) {
      report(0)
      const detail = cause instanceof Error ? cause.message : String(cause)
      throw new DirectoryError(what, { status: 0, detail }, { cause })
    }
    const answer = await readAnswer(response)
    report(response.status)
    if (response.ok) return answer
    throw new DirectoryError(what, {
      status: response.status,
      scimType: textAt(answer, 'scimType'),
      detail: textAt(answer, 'detail') ?? 'the answer is not a SCIM error.',
    })
  }

  async function sendForRecord(method: string, path: string, body?: JsonObject) {
    const record = toRecord(await send(method, path, body))
    if (record) return record
    throw new DirectoryError(`${method} ${path}`, {
      status: 200,
      detail: 'the answer is not a resource with an id.',
    })
  }

  async function first(path: string, query: Record<string, string>) {
    const list = await send('GET', `${path}?${new URLSearchParams(query).toString()}`)
    const [found] = objectsAt(list, 'Resources')
    return found && toRecord(found)
  }

  return { send, sendForRecord, first }
}

/** The flags of a base URL such as `?aadOptscim062020` stay in the query of every request. */
function addressOf(baseUrl: URL, path: string): string {
  const [pathname = '', query = ''] = path.split('?')
  const address = new URL(baseUrl)
  address.pathname = address.pathname.replace(/\/+$/, '') + pathname
  address.search = [baseUrl.search.slice(1), query].filter((part) => part !== '').join('&')
  return address.href
}

async function readAnswer(response: Response): Promise<JsonObject> {
  const text = await response.text()
  try {
    const answer: unknown = JSON.parse(text)
    return isObject(answer) ? answer : {}
  } catch {
    // 204, or something on the way that does not speak JSON: the status says enough.
    return {}
  }
}

function toRecord(resource: JsonObject): ScimRecord | undefined {
  const id = textAt(resource, 'id')
  return id === undefined ? undefined : { ...resource, id }
}
