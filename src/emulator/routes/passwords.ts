import { Hono } from 'hono'
import { createEmailFactor } from '../authentication/factor.ts'
import { checkNotLocked } from '../authentication/locks.ts'
import { readEmail, requireMemberByEmail, verifyEmail } from '../authentication/people.ts'
import { readCodeVerifier } from '../authentication/pkce.ts'
import { allowsAuthMethod } from '../authentication/requirements.ts'
import { completeSignIn, readSignIn } from '../authentication/signIn.ts'
import { checkUnusedStrings } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { memberEndpoint, publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import { createStrengthMeter } from '../passwords/createStrengthMeter.ts'
import { matches, requirePassword, setMemberPassword } from '../passwords/memberPasswords.ts'
import {
  mailPasswordReset,
  readResetSettings,
  requireReset,
  useReset,
} from '../passwords/passwordReset.ts'
import { createPasswordFactor, provePassword } from '../passwords/provePassword.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import type { StoredSession } from '../records/sessions.ts'
import { minutes, revokeSessionsOf, sessionAnswer } from '../sessions/sessions.ts'
import { memberOf, organizationOf } from '../wire.ts'
import { passwordDiscoveryRoutes } from './passwordsDiscovery.ts'

/** A session must have been proved so lately for a password to be set with it. */
const FRESH_MINUTES = 5

/** Mounted at `/b2b/passwords`. */
export function passwordRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()
  const meter = createStrengthMeter(context)

  app.route('/discovery', passwordDiscoveryRoutes(context, meter))

  app.post(
    '/authenticate',
    publicEndpoint(context, async ({ body, visitor }) => {
      const given = body.string('password')
      // Clients send along what a reset left behind; it says nothing here.
      readCodeVerifier(body)
      const request = readSignIn(context, { body, visitor })
      const { member, organization } = readMember(context, body)
      checkNotLocked(context, member)
      const password = requirePassword(context, member)
      const factor = await provePassword(context, meter, password, given)
      member.member_password_id = password.member_password_id
      return completeSignIn(context, {
        member,
        organization,
        factors: [factor],
        request,
      })
    }),
  )

  app.post(
    '/email/reset/start',
    publicEndpoint(context, ({ body }) => {
      const settings = readResetSettings(context, body, { signsInBy: 'login' })
      const { member, organization } = readMember(context, body)
      if (!allowsAuthMethod(organization, member, 'password')) {
        throw new EmulatorError(
          403,
          'operation_restricted_by_organization_auth_methods',
          'The organization does not let its members sign in by password.',
        )
      }
      mailPasswordReset(context, { emailAddress: member.email_address, member }, settings)
      return {}
    }),
  )

  app.post(
    '/email/reset',
    publicEndpoint(context, async ({ body, visitor }) => {
      const password = body.string('password')
      const request = readSignIn(context, { body, visitor })
      const reset = await requireReset(context, body, { of: 'member' })
      const member = memberOf(context, { member_id: reset.member_id ?? '' })
      if (member.status === 'deleted') {
        throw notFound('member_not_found', 'The member was deactivated.')
      }
      checkNotLocked(context, member)
      await meter.requireGood(password, wordsAbout(context, member))
      useReset(context, reset)
      await setMemberPassword(context, member, password)
      verifyEmail(context, member)
      revokeSessionsOf(context, member.member_id)
      return completeSignIn(context, {
        member,
        organization: organizationOf(context, member),
        factors: [
          createEmailFactor(context, 'magic_link', reset.email_address),
          createPasswordFactor(context),
        ],
        request: { ...request, visitor: null },
      })
    }),
  )

  app.post(
    '/existing_password/reset',
    publicEndpoint(context, async ({ body, visitor }) => {
      const existing = body.string('existing_password')
      const wanted = body.string('new_password')
      const { durationMinutes } = readSignIn(context, { body, visitor })
      const { member, organization } = readMember(context, body)
      checkNotLocked(context, member)
      if (!(await matches(context, requirePassword(context, member), existing))) {
        throw new EmulatorError(
          401,
          'password_does_not_match',
          'existing_password is not the password of the member.',
        )
      }
      if (wanted === existing) {
        throw badRequest(
          'new_password must not be the existing one.',
          'cannot_reset_password_with_existing_password',
        )
      }
      await meter.requireGood(wanted, wordsAbout(context, member))
      await setMemberPassword(context, member, wanted)
      revokeSessionsOf(context, member.member_id)
      return completeSignIn(context, {
        member,
        organization,
        factors: [createPasswordFactor(context)],
        request: { durationMinutes, intermediate: null, visitor: null },
      })
    }),
  )

  app.post(
    '/session/reset',
    memberEndpoint(context, {}, async ({ caller, body }) => {
      const { member, organization, session } = caller
      const password = body.string('password')
      checkUnusedStrings(body, ['captcha_token', 'dfp_telemetry_id'])
      requireFresh(context, session)
      await meter.requireGood(password, wordsAbout(context, member))
      await setMemberPassword(context, member, password)
      revokeSessionsOf(context, member.member_id, { spare: session })
      return sessionAnswer(context, { session, member, organization })
    }),
  )

  app.post(
    '/strength_check',
    publicEndpoint(context, ({ body }) => {
      const about = body.optionalString('email_address')
      return meter.measure(body.string('password'), about === undefined ? [] : [about])
    }),
  )

  return app
}

function readMember(
  context: EmulatorContext,
  body: Body,
): { member: StoredMember; organization: StoredOrganization } {
  const organization = organizationOf(context, { organization_id: body.string('organization_id') })
  const member = requireMemberByEmail(context, organization.organization_id, readEmail(body))
  return { member, organization }
}

function wordsAbout(context: EmulatorContext, member: StoredMember): string[] {
  return [
    member.email_address,
    member.name,
    organizationOf(context, member).organization_name,
    context.data.project.project_name,
  ]
}

function requireFresh({ clock }: EmulatorContext, session: StoredSession): void {
  const since = clock.now() - minutes(FRESH_MINUTES)
  const isFresh = session.authentication_factors.some(
    ({ last_authenticated_at }) => Date.parse(last_authenticated_at) >= since,
  )
  if (isFresh) return
  throw new EmulatorError(
    401,
    'session_too_old_to_reset_password',
    `The last proof of the session is more than ${String(FRESH_MINUTES)} minutes ago. Sign in again.`,
  )
}
