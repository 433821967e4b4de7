import type { Context, Handler } from 'hono'
import { parseBody, readText } from '../body.ts'
import type { Body } from '../body.ts'
import { decodeBasic } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, EmulatorError } from '../errors.ts'

export interface ServerRequest {
  body: Body
  /** A parameter of the path. */
  param: (name: string) => string
  /** A parameter of the query; undefined when it is missing or empty. */
  query: (name: string) => string | undefined
}

/**
 * An endpoint for the project's backend, which sends project id and secret as Basic authorization. Answers travel as
 * they are, without the envelope of the frontend's.
 */
export function serverEndpoint(
  context: EmulatorContext,
  answer: (request: ServerRequest) => object | Promise<object>,
): Handler<EmulatorEnv> {
  return async (c) => {
    requireSecret(context, c.req.header('authorization'))
    const given = await answer(await serverRequest(c))
    return c.json({ request_id: c.var.requestId, status_code: 200, ...given })
  }
}

async function serverRequest(c: Context<EmulatorEnv>): Promise<ServerRequest> {
  return {
    body: parseBody(await readText(c.req.raw)),
    param: (name) => {
      const value = c.req.param(name)
      if (value === undefined || value === '') throw badRequest(`The path lacks ${name}.`)
      return value
    },
    query: (name) => c.req.query(name) || undefined,
  }
}

function requireSecret({ data }: EmulatorContext, authorization: string | undefined): void {
  const { project_id, secret } = data.project
  const [, id, given] = /^([^:]*):(.*)$/s.exec(decodeBasic(authorization)) ?? []
  if (id === undefined) {
    throw new EmulatorError(
      401,
      'unauthorized_credentials',
      'The server API needs Basic authorization with the project id and the secret. The start page shows both.',
    )
  }
  if (id !== project_id) {
    throw new EmulatorError(
      401,
      'invalid_project_id_authentication',
      `There is no project with this id. The emulator's is ${project_id}.`,
    )
  }
  if (given !== secret) {
    throw new EmulatorError(
      401,
      'invalid_secret_authentication',
      'The secret is not the project’s. The emulator shows it on its start page.',
    )
  }
}
