import type { Context, Handler } from 'hono'
import { parseBody, readText } from './body.ts'
import type { Body } from './body.ts'
import { findCaller, findVisitor, requireCaller, requirePublicToken } from './caller.ts'
import type { Caller, Credentials } from './caller.ts'
import type { EmulatorContext } from './context.ts'
import { challengeDevice } from './authentication/deviceProtection.ts'
import { badRequest } from './errors.ts'
import { withMemberDevice } from './members/memberDevice.ts'
import { intoCookies, readSessionCookie, withIntermediateCookie } from './sessions/tokenCookies.ts'

export interface EmulatorEnv {
  Variables: {
    requestId: string
    /** Set on an answer that no page of another origin is to read. */
    isClosedToBrowsers?: boolean
  }
}

export interface EndpointRequest {
  body: Body
  /** A parameter of the path. */
  param: (name: string) => string
  /** A parameter of the query; undefined when it is missing or empty. */
  query: (name: string) => string | undefined
  /** Whoever's session came along; null when none did, or when it is over. */
  visitor: () => Caller | null
  /** As `visitor`, but throws one of the error types upon which clients drop the session when it is over. */
  signedIn: () => Caller | null
}

export interface MemberRequest extends EndpointRequest {
  caller: Caller
}

type Answer<Request> = (request: Request) => object | Promise<object>

/** An endpoint for whoever has the project's public token, with a session or without. */
export function publicEndpoint(
  context: EmulatorContext,
  answer: Answer<EndpointRequest>,
): Handler<EmulatorEnv> {
  return async (c) => {
    requirePublicToken(context, c.req.header('authorization'))
    const request = await endpointRequest(context, c)
    const challenge = challengeDevice(context, c.req.path, request.body)
    if (challenge) return challenge
    const told = withMemberDevice(context, c.req.path, request.body, await answer(request))
    return enveloped(c, intoCookies(context, c, told))
  }
}

/**
 * An endpoint for a signed-in member, who must hold the permission `needs` (`[resource, action]`) if one is named.
 * A permission that depends on the body is checked by the route itself, with `caller.mustBeAllowed`.
 */
export function memberEndpoint(
  context: EmulatorContext,
  { needs }: { needs?: readonly [resource: string, action: string] },
  answer: Answer<MemberRequest>,
): Handler<EmulatorEnv> {
  return async (c) => {
    const caller = requireCaller(context, credentialsOf(context, c))
    if (needs) caller.mustBeAllowed(...needs)
    const request = { ...(await endpointRequest(context, c)), caller }
    const challenge = challengeDevice(context, c.req.path, request.body)
    if (challenge) return challenge
    const told = withMemberDevice(context, c.req.path, request.body, await answer(request))
    return enveloped(c, intoCookies(context, c, told))
  }
}

/** Answers travel as `{ data: { request_id, status_code, … } }`. */
export function enveloped(c: Context<EmulatorEnv>, answer: object): Response {
  return c.json({ data: { request_id: c.var.requestId, status_code: 200, ...answer } })
}

async function endpointRequest(
  context: EmulatorContext,
  c: Context<EmulatorEnv>,
): Promise<EndpointRequest> {
  const credentials = credentialsOf(context, c)
  return {
    body: withIntermediateCookie(context, c, parseBody(await readText(c.req.raw))),
    param: (name) => {
      const value = c.req.param(name)
      if (value === undefined || value === '') throw badRequest(`The path lacks ${name}.`)
      return value
    },
    query: (name) => c.req.query(name) || undefined,
    visitor: () => findVisitor(context, credentials),
    signedIn: () => findCaller(context, credentials),
  }
}

function credentialsOf(context: EmulatorContext, c: Context<EmulatorEnv>): Credentials {
  return {
    authorization: c.req.header('authorization'),
    sessionCookie: readSessionCookie(context, c),
  }
}
