import type { EmulatorContext } from './context.ts'
import { EmulatorError, notFound } from './errors.ts'
import { rolesAllow, sessionRoles } from './roles.ts'
import type { StoredMember, StoredOrganization } from './records/organizations.ts'
import type { StoredSession } from './records/sessions.ts'
import { memberOf, memberRoles, organizationOf } from './wire.ts'

/** Whoever sent the request, by the session token in its Authorization header. */
export interface Caller {
  session: StoredSession
  member: StoredMember
  organization: StoredOrganization
  can: (resource: string, action: string) => boolean
  /** Throws 403 `session_authorization_error`. */
  mustBeAllowed: (resource: string, action: string) => void
}

/** What a request says about who sent it. */
export interface Credentials {
  /** The Authorization header: the public token and, once more or instead, the session token. */
  authorization: string | undefined
  /** The session token of an HttpOnly cookie, in projects that keep tokens from scripts. */
  sessionCookie?: string | undefined
}

/** Throws one of the error types upon which clients drop the session, when there is no valid one. */
export function requireCaller(context: EmulatorContext, credentials: Credentials): Caller {
  const caller = findCaller(context, credentials)
  if (caller) return caller
  throw new EmulatorError(
    401,
    'user_unauthenticated',
    'This call needs a session, and no session token was sent.',
  )
}

/** null when no session token was sent, which is how a signed-out client calls. */
export function findCaller(
  context: EmulatorContext,
  { authorization, sessionCookie }: Credentials,
): Caller | null {
  const secret = requirePublicToken(context, authorization)
  const sessionToken = secret === context.data.project.public_token ? sessionCookie : secret
  return sessionToken === undefined ? null : callerOf(context, sessionToken)
}

/** As `findCaller`; null also when the session is over, which does not hinder a sign-in. */
export function findVisitor(context: EmulatorContext, credentials: Credentials): Caller | null {
  try {
    return findCaller(context, credentials)
  } catch (error) {
    if (error instanceof EmulatorError && error.errorType === 'session_not_found') return null
    throw error
  }
}

/** The owner of a session token. Throws 404 `session_not_found` when it is not one, or no longer. */
export function callerOf(context: EmulatorContext, sessionToken: string): Caller {
  const session = Object.values(context.data.sessions).find(
    (candidate) => candidate.session_token === sessionToken,
  )
  if (!session || Date.parse(session.expires_at) <= context.clock.now()) {
    throw notFound('session_not_found', 'The session does not exist, was revoked or has expired.')
  }
  const member = memberOf(context, session)
  const organization = organizationOf(context, session)
  if (member.status === 'deleted') {
    throw notFound('session_not_found', 'The session belongs to a member who was deactivated.')
  }
  const roleIds = sessionRoles(memberRoles(context, member), session)
  const can = (resource: string, action: string) =>
    rolesAllow(context.data, organization, roleIds, resource, action)
  return {
    session,
    member,
    organization,
    can,
    mustBeAllowed: (resource, action) => {
      if (can(resource, action)) return
      throw new EmulatorError(
        403,
        'session_authorization_error',
        `The member lacks the permission ${action} on ${resource}.`,
      )
    },
  }
}

/** Checks the user part of the Basic authorization and returns the other part, the session token. */
export function requirePublicToken(
  context: EmulatorContext,
  authorization: string | undefined,
): string {
  const [, publicToken, secret] = /^([^:]+):(.+)$/s.exec(decodeBasic(authorization)) ?? []
  if (publicToken === context.data.project.public_token && secret !== undefined) return secret
  throw new EmulatorError(
    401,
    'unauthorized_credentials',
    `The request is not authorized for this project. The emulator's public token is ${context.data.project.public_token}.`,
  )
}

/** User and password of Basic authorization, with a colon between; '' when there are none. */
export function decodeBasic(authorization: string | undefined): string {
  const [, encoded] = /^Basic\s+([A-Za-z0-9+/=]+)$/i.exec(authorization ?? '') ?? []
  try {
    return encoded === undefined ? '' : atob(encoded)
  } catch {
    // Not base64, so no credentials.
    return ''
  }
}
