import { Hono } from 'hono'
import { discoveryAnswer } from '../authentication/discovery.ts'
import { createEmailFactor } from '../authentication/factor.ts'
import { checkNotLocked } from '../authentication/locks.ts'
import { readEmail, verifyEmail } from '../authentication/people.ts'
import { readCodeVerifier } from '../authentication/pkce.ts'
import { checkUnusedStrings } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import type { StrengthMeter } from '../passwords/createStrengthMeter.ts'
import {
  holdersOf,
  requireSharedPassword,
  setSharedPassword,
} from '../passwords/memberPasswords.ts'
import {
  mailPasswordReset,
  readResetSettings,
  requireReset,
  useReset,
} from '../passwords/passwordReset.ts'
import { createPasswordFactor, provePassword } from '../passwords/provePassword.ts'
import { revokeSessionsOf } from '../sessions/sessions.ts'

const UNUSED = ['captcha_token', 'dfp_telemetry_id', 'intermediate_session_token']

/**
 * Passwords of addresses, good in all organizations that the address is in; mounted at `/b2b/passwords/discovery`.
 * Those that members set within one organization do not count here: an organization may have let in a person whose
 * address was never proved.
 */
export function passwordDiscoveryRoutes(
  context: EmulatorContext,
  meter: StrengthMeter,
): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/authenticate',
    publicEndpoint(context, async ({ body }) => {
      const emailAddress = readEmail(body)
      const given = body.string('password')
      // Clients send along what a reset left behind; it says nothing here.
      readCodeVerifier(body)
      checkUnusedStrings(body, UNUSED)
      const password = requireSharedPassword(context, emailAddress)
      for (const member of holdersOf(context, password)) checkNotLocked(context, member)
      const factor = await provePassword(context, meter, password, given)
      return {
        ...discoveryAnswer(context, { emailAddress: password.email_address, factors: [factor] }),
        organization_id_hint: null,
      }
    }),
  )

  app.post(
    '/reset/start',
    publicEndpoint(context, ({ body }) => {
      const settings = readResetSettings(context, body, { signsInBy: 'discovery' })
      mailPasswordReset(context, { emailAddress: readEmail(body), member: null }, settings)
      return {}
    }),
  )

  app.post(
    '/reset',
    publicEndpoint(context, async ({ body }) => {
      const password = body.string('password')
      checkUnusedStrings(body, UNUSED)
      const reset = await requireReset(context, body, { of: 'discovery' })
      const emailAddress = reset.email_address
      await meter.requireGood(password, [emailAddress, context.data.project.project_name])
      useReset(context, reset)
      for (const member of await setSharedPassword(context, emailAddress, password)) {
        verifyEmail(context, member)
        revokeSessionsOf(context, member.member_id)
      }
      forgetSignInsByPassword(context, emailAddress)
      const factors = [
        createEmailFactor(context, 'magic_link', emailAddress),
        createPasswordFactor(context),
      ]
      return {
        ...discoveryAnswer(context, { emailAddress, factors }),
        organization_id_hint: null,
      }
    }),
  )

  return app
}

/** Sign-ins that were begun with the former password of the address, and no organization chosen yet. */
function forgetSignInsByPassword({ data }: EmulatorContext, emailAddress: string): void {
  for (const intermediate of Object.values(data.intermediate_sessions)) {
    const { token, member_id, email_address, authentication_factors } = intermediate
    if (member_id !== null || email_address.toLowerCase() !== emailAddress.toLowerCase()) continue
    if (authentication_factors.some(({ type }) => type === 'password')) {
      Reflect.deleteProperty(data.intermediate_sessions, token)
    }
  }
}
