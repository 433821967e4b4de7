import { Hono } from 'hono'
import type { AuthenticationFactor } from '../../client/types.ts'
import { createFactor, mergeFactors } from '../authentication/factor.ts'
import { checkNotLocked } from '../authentication/locks.ts'
import { findMemberByEmail, verifyEmail } from '../authentication/people.ts'
import { portableFactors, provesEmail } from '../authentication/portableFactors.ts'
import { completeSignIn } from '../authentication/signIn.ts'
import { checkUnusedStrings } from '../body.ts'
import type { Body } from '../body.ts'
import { callerOf } from '../caller.ts'
import type { Caller } from '../caller.ts'
import type { EmulatorContext } from '../context.ts'
import { memberEndpoint, publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import { requireTarget } from '../members/memberTarget.ts'
import {
  publicKeySet,
  readSessionDuration,
  revokeSessionsOf,
  sessionAnswer,
  sessionTokenOf,
  startSession,
  touchSession,
} from '../sessions/sessions.ts'
import { findRecord } from '../store.ts'
import type { StoredAccessToken } from '../records/connectedApps.ts'
import type { StoredOrganization } from '../records/organizations.ts'
import type { StoredTrustedToken } from '../records/sessions.ts'
import { memberOf, organizationOf } from '../wire.ts'

const ACCESS_TOKEN_MINUTES = 5

export function sessionRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/authenticate',
    memberEndpoint(context, {}, ({ body, caller }) => {
      touchSession(context, caller.session, readSessionDuration(context, body))
      return sessionAnswer(context, caller)
    }),
  )

  app.post(
    '/revoke',
    memberEndpoint(context, {}, ({ caller }) => {
      Reflect.deleteProperty(context.data.sessions, caller.session.member_session_id)
      return {}
    }),
  )

  app.post(
    '/revoke/:member_id',
    memberEndpoint(context, {}, ({ caller, param }) => {
      const member = requireTarget(context, caller, param('member_id'), 'revoke-sessions')
      revokeSessionsOf(context, member.member_id)
      return {}
    }),
  )

  app.post(
    '/exchange',
    memberEndpoint(context, {}, ({ body, caller }) => {
      checkUnusedStrings(body, ['locale'])
      const organization = organizationOf(context, {
        organization_id: body.string('organization_id'),
      })
      const member = findMemberByEmail(
        context,
        organization.organization_id,
        caller.member.email_address,
      )
      if (!member) {
        throw notFound(
          'member_does_not_exist_in_organization',
          'The email address has no membership in the other organization.',
        )
      }
      const durationMinutes = readSessionDuration(context, body)
      const factors = exchangeableFactors(context, caller, organization)
      if (provesEmail(factors)) verifyEmail(context, member)
      return completeSignIn(context, {
        member,
        organization,
        factors,
        request: { durationMinutes, intermediate: null, visitor: null },
      })
    }),
  )

  app.post(
    '/exchange_access_token',
    publicEndpoint(context, ({ body }) => {
      const token = usableAccessToken(context, body.string('access_token'))
      const durationMinutes = readSessionDuration(context, body)
      const member = memberOf(context, token)
      if (member.status === 'deleted')
        throw notFound('member_not_found', 'The member was deactivated.')
      checkNotLocked(context, member)
      token.used = true
      return startSession(context, {
        member,
        organization: organizationOf(context, token),
        factors: [
          createFactor(context, {
            type: 'oauth',
            delivery_method: 'oauth_access_token_exchange',
            oauth_access_token_exchange_factor: { client_id: token.client_id },
          }),
        ],
        durationMinutes,
      })
    }),
  )

  app.post(
    '/attest',
    publicEndpoint(context, async ({ body }) => {
      const token = usableTrustedToken(context, body)
      const organization = organizationOf(context, {
        organization_id: attestedOrganization(body, token),
      })
      const member = findMemberByEmail(context, organization.organization_id, token.email_address)
      if (!member) throw notFound('member_not_found', 'The token names nobody of the organization.')
      checkNotLocked(context, member)
      const durationMinutes = readSessionDuration(context, body)
      const attested = createFactor(context, {
        type: 'trusted_auth_token',
        delivery_method: 'trusted_token_exchange',
        trusted_auth_token_factor: { token_id: token.token_id },
      })

      const existing = await attachedSession(context, body)
      if (!existing) {
        return startSession(context, { member, organization, factors: [attested], durationMinutes })
      }
      if (existing.member.member_id !== member.member_id) {
        throw badRequest(
          'The session belongs to another member than the token.',
          'invalid_trusted_auth_token',
        )
      }
      existing.session.authentication_factors = mergeFactors(
        existing.session.authentication_factors,
        [attested],
      )
      touchSession(context, existing.session, durationMinutes)
      return sessionAnswer(context, existing)
    }),
  )

  return app
}

/** The public keys that session JWTs can be verified with. They need no authorization. */
export function jwksRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()
  app.get('/:project_id', (c) => {
    const { project_id } = context.data.project
    if (c.req.param('project_id') !== project_id) {
      throw notFound('project_not_found', `The emulator's project is ${project_id}.`)
    }
    return c.json({ ...publicKeySet(), request_id: c.var.requestId, status_code: 200 })
  })
  return app
}

/** Throws 403 when nothing that the session holds counts in the other organization. */
function exchangeableFactors(
  context: EmulatorContext,
  { session, member }: Caller,
  organization: StoredOrganization,
): AuthenticationFactor[] {
  const proof = {
    factors: session.authentication_factors,
    provedBy: member,
    emailAddress: member.email_address,
  }
  const factors = portableFactors(context, proof, organization)
  if (factors.length > 0) return factors
  throw new EmulatorError(
    403,
    'insufficient_factors_for_session_exchange',
    'The session holds no factor that counts in another organization.',
  )
}

function usableAccessToken(context: EmulatorContext, accessToken: string): StoredAccessToken {
  const token = findRecord(context.data.access_tokens, accessToken)
  if (!token || token.used) {
    throw new EmulatorError(
      401,
      'oauth_access_token_exchange_token_invalid_grant',
      'The access token does not exist or was already exchanged.',
    )
  }
  if (!token.scopes.includes('full_access')) {
    throw new EmulatorError(
      403,
      'oauth_access_token_exchange_missing_full_access',
      'The access token lacks the scope full_access.',
    )
  }
  if (Date.parse(token.issued_at) + ACCESS_TOKEN_MINUTES * 60_000 < context.clock.now()) {
    throw new EmulatorError(
      401,
      'oauth_access_token_exchange_token_too_old',
      `The access token is older than ${String(ACCESS_TOKEN_MINUTES)} minutes.`,
    )
  }
  return token
}

function usableTrustedToken(context: EmulatorContext, body: Body): StoredTrustedToken {
  const profileId = body.string('profile_id')
  if (!findRecord(context.data.trusted_profiles, profileId)) {
    throw notFound(
      'trusted_token_profile_not_found',
      `There is no trusted token profile ${profileId}.`,
    )
  }
  const token = findRecord(context.data.trusted_tokens, body.string('token'))
  const usable =
    token?.profile_id === profileId && Date.parse(token.expires_at) > context.clock.now()
  if (token && usable) return token
  throw new EmulatorError(
    401,
    'invalid_trusted_auth_token',
    'The token is unknown to this profile or has expired.',
  )
}

function attestedOrganization(body: Body, token: StoredTrustedToken): string {
  const asked = body.optionalString('organization_id')
  const organizationId = asked ?? token.organization_id
  if (organizationId === null) {
    throw badRequest(
      'The token names no organization, so organization_id is required.',
      'token_missing_organization_id_claim',
    )
  }
  if (token.organization_id !== null && token.organization_id !== organizationId) {
    throw badRequest(
      'organization_id is not the organization that the token names.',
      'invalid_token_organization_id_claim',
    )
  }
  return organizationId
}

/** The session that the body names by either of its tokens, to which the factor is added; null when it names none. */
async function attachedSession(context: EmulatorContext, body: Body): Promise<Caller | null> {
  const sessionToken = body.optionalString('session_token')
  const sessionJwt = body.optionalString('session_jwt')
  if (sessionToken) return callerOf(context, sessionToken)
  return sessionJwt ? callerOf(context, await sessionTokenOf(context, sessionJwt)) : null
}
