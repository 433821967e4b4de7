import type { Context, MiddlewareHandler } from 'hono'
import type { EmulatorContext } from '../context.ts'
import { findRecord } from '../store.ts'
import type { ScimRequestLogEntry, StoredScimConnection, StoredToken } from '../records/scim.ts'
import { errorResponse, notFound, ScimError } from './errors.ts'

export interface ScimEnv {
  Variables: { connection: StoredScimConnection }
}

const LOG_LENGTH = 200

/**
 * Lets a request through that names an active connection and bears its current or next token, and
 * writes each request to an active connection into the log, those that are turned away too.
 */
export function authorize(context: EmulatorContext): MiddlewareHandler<ScimEnv> {
  return async (c, next) => {
    const id = c.req.param('connectionId') ?? ''
    const connection = findRecord(context.data.scim_connections, id)
    if (connection?.status !== 'active') {
      return errorResponse(notFound(`There is no active SCIM connection "${id}".`))
    }
    c.set('connection', connection)
    const use = checkToken(c.req.header('authorization'), connection, context.clock.now())
    if (typeof use === 'string') await next()
    else c.res = errorResponse(use)
    record(context, {
      connection_id: connection.connection_id,
      at: context.timestamp(),
      method: c.req.method,
      path: pathWithin(c),
      status: c.res.status,
      token: typeof use === 'string' ? use : 'none',
    })
    return undefined
  }
}

/** The address of a connection's SCIM endpoint. */
export function scimBaseOf(context: EmulatorContext, connection: StoredScimConnection): string {
  return `${context.baseUrl}/v1/b2b/scim/${connection.connection_id}`
}

/** Which of the two tokens the request bears, or why it is refused. */
function checkToken(
  header: string | undefined,
  { bearer_token, next_bearer_token }: StoredScimConnection,
  now: number,
): 'current' | 'next' | ScimError {
  const [, value] = /^Bearer +(\S+) *$/i.exec(header ?? '') ?? []
  if (value === undefined) {
    return new ScimError(401, 'An Authorization header with a bearer token is required.')
  }
  const found = (
    [
      ['current', bearer_token],
      ['next', next_bearer_token],
    ] as const
  ).find(([, token]) => token?.value === value)
  if (!found) return new ScimError(401, 'The bearer token is not one of this connection.')
  const [use, token] = found
  return isExpired(token, now)
    ? new ScimError(401, `The bearer token expired at ${token?.expires_at ?? ''}.`)
    : use
}

function isExpired(token: StoredToken | null, now: number): boolean {
  return token === null || Date.parse(token.expires_at) <= now
}

function record({ data }: EmulatorContext, entry: ScimRequestLogEntry): void {
  data.scim_log.push(entry)
  const own = data.scim_log.filter(({ connection_id }) => connection_id === entry.connection_id)
  const [oldest] = own
  if (own.length > LOG_LENGTH && oldest) data.scim_log.splice(data.scim_log.indexOf(oldest), 1)
}

/** Path and query as the directory asked for them, from the connection's address on. */
function pathWithin(c: Context<ScimEnv>): string {
  const { pathname, search } = new URL(c.req.url)
  const id = c.var.connection.connection_id
  return pathname.slice(pathname.indexOf(id) + id.length) + search
}
