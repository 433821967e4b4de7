import { Hono } from 'hono'
import { createFactor } from '../authentication/factor.ts'
import { checkUnusedStrings } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { memberEndpoint, publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { completeMfa, readMfaProof, requireMfaMethod } from '../mfa/mfaRequest.ts'
import {
  createRecoveryCodes,
  requireRecoveryCodes,
  takeRecoveryCode,
} from '../mfa/recoveryCodes.ts'

/** Codes for who has lost the authenticator app, mounted at `/b2b/recovery_codes`. */
export function recoveryCodeRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/recover',
    publicEndpoint(context, async ({ body, visitor }) => {
      const code = body.string('recovery_code')
      const mfa = readMfaProof(context, { body, visitor })
      const { member, organization } = mfa
      requireMfaMethod(organization, 'totp')
      const { remaining } = takeRecoveryCode(context, member, code)
      const factor = createFactor(context, {
        type: 'recovery_codes',
        delivery_method: 'recovery_code',
        sequence_order: 'SECONDARY',
        recovery_code_factor: { totp_recovery_code_id: member.totp_registration_id },
      })
      return { ...(await completeMfa(context, mfa, factor)), recovery_codes_remaining: remaining }
    }),
  )

  app.post(
    '/rotate',
    memberEndpoint(context, {}, ({ caller, body }) => {
      checkUnusedStrings(body, ['captcha_token', 'dfp_telemetry_id'])
      requireRecoveryCodes(context, caller.member)
      return { recovery_codes: createRecoveryCodes(context, caller.member) }
    }),
  )

  app.get(
    '/',
    memberEndpoint(context, {}, ({ caller }) => ({
      recovery_codes: requireRecoveryCodes(context, caller.member),
    })),
  )

  return app
}
