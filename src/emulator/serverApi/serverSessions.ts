import { Hono } from 'hono'
import type { Body } from '../body.ts'
import { callerOf } from '../caller.ts'
import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import { mergeMetadata } from '../members/metadata.ts'
import { rolesAllow, sessionRoles } from '../roles.ts'
import {
  readSessionDuration,
  revokeSessionsOf,
  sessionAnswer,
  sessionTokenOf,
  touchSession,
} from '../sessions/sessions.ts'
import { findRecord } from '../store.ts'
import { memberRoles, wireSession } from '../wire.ts'
import { findOrganization, requireMemberOf, requireOrganization } from './lookups.ts'
import { serverEndpoint } from './serverEndpoint.ts'

/** Claims that a session JWT has of its own. */
const RESERVED_CLAIMS = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti']

/** Mounted at `/v1/b2b/sessions`. */
export function serverSessionRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/authenticate',
    serverEndpoint(context, async ({ body }) => {
      const caller = callerOf(context, await readSessionToken(context, body))
      const minutes = readSessionDuration(context, body)
      const claims = readClaims(caller, body)
      const verdict = authorizationVerdict(context, caller, body)
      caller.session.custom_claims = claims
      touchSession(context, caller.session, minutes)
      return { ...(await sessionAnswer(context, caller)), ...(verdict && { verdict }) }
    }),
  )

  app.get(
    '/',
    serverEndpoint(context, ({ query }) => {
      const organization = requireOrganization(context, required(query, 'organization_id'))
      const member = requireMemberOf(context, organization, required(query, 'member_id'))
      const sessions = Object.values(context.data.sessions).filter(
        (session) =>
          session.member_id === member.member_id &&
          Date.parse(session.expires_at) > context.clock.now(),
      )
      return { member_sessions: sessions.map((session) => wireSession(context, session)) }
    }),
  )

  app.post(
    '/revoke',
    serverEndpoint(context, async ({ body }) => {
      await revoke(context, body)
      return {}
    }),
  )

  return app
}

/** Takes `session_token` or `session_jwt`. The JWT may be over, as long as the session it was made for is not. */
async function readSessionToken(context: EmulatorContext, body: Body): Promise<string> {
  const token = body.optionalString('session_token')
  const jwt = body.optionalString('session_jwt')
  if ((token === undefined) === (jwt === undefined)) {
    throw badRequest('Give either session_token or session_jwt.', 'invalid_session_fields')
  }
  return token ?? sessionTokenOf(context, jwt ?? '', { evenIfExpired: true })
}

/** Claims of the host's own, merged into those that the session has; null removes one. */
function readClaims({ session }: Caller, body: Body): Record<string, unknown> | null {
  if (!body.has('session_custom_claims')) return session.custom_claims
  const claims = mergeMetadata(session.custom_claims ?? {}, body, 'session_custom_claims')
  const reserved = Object.keys(claims).find(
    (name) => RESERVED_CLAIMS.includes(name) || name.startsWith('https://stytch.com/'),
  )
  if (reserved === undefined) return claims
  throw badRequest(`session_custom_claims must not name ${reserved}, which the JWT has of its own.`)
}

/** Throws 403 unless the member may do what the body asks about; undefined when it asks about nothing. */
function authorizationVerdict(context: EmulatorContext, caller: Caller, body: Body) {
  const check = body.optionalObject('authorization_check')
  if (!check) return undefined
  const [resource, action] = [check.string('resource_id'), check.string('action')]
  const asked = findOrganization(context, check.string('organization_id'))
  if (asked?.organization_id !== caller.organization.organization_id) {
    throw new EmulatorError(
      403,
      'session_authorization_tenancy_error',
      'The session is of another organization than the one that is asked about.',
    )
  }
  caller.mustBeAllowed(resource, action)
  const roles = sessionRoles(memberRoles(context, caller.member), caller.session)
  return {
    authorized: true,
    granting_roles: roles.filter((role) =>
      rolesAllow(context.data, caller.organization, [role], resource, action),
    ),
  }
}

/** One of `member_session_id`, `session_token`, `session_jwt`, or `member_id` for all of a member's. */
async function revoke(context: EmulatorContext, body: Body): Promise<void> {
  const { data } = context
  const given = ['member_session_id', 'session_token', 'session_jwt', 'member_id'].filter(body.has)
  if (given.length !== 1) {
    throw badRequest(
      'Give one of member_session_id, session_token, session_jwt and member_id.',
      'invalid_session_fields',
    )
  }
  if (body.has('member_id')) {
    const memberId = body.string('member_id')
    if (!findRecord(data.members, memberId)) {
      throw notFound('member_not_found', `There is no member ${memberId}.`)
    }
    revokeSessionsOf(context, memberId)
    return
  }
  const id = body.optionalString('member_session_id')
  const session =
    id === undefined
      ? callerOf(context, await readSessionToken(context, body)).session
      : findRecord(data.sessions, id)
  if (!session) throw notFound('session_not_found', `There is no session ${id ?? ''}.`)
  Reflect.deleteProperty(data.sessions, session.member_session_id)
}

function required(query: (name: string) => string | undefined, name: string): string {
  const value = query(name)
  if (value === undefined) throw badRequest(`${name} is required.`)
  return value
}
