import { Hono } from 'hono'
import { createFactor } from '../authentication/factor.ts'
import type { EmulatorContext } from '../context.ts'
import { publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { readLifetime } from '../authentication/lifetimes.ts'
import { memberAnswer } from '../members/memberTarget.ts'
import {
  completeMfa,
  keepMfaSettings,
  readEnrollment,
  readMfaProof,
  readMfaStart,
  requireMfaMethod,
} from '../mfa/mfaRequest.ts'
import { createRecoveryCodes } from '../mfa/recoveryCodes.ts'
import { createTotp, takeTotpCode, totpQrCode } from '../mfa/totp.ts'

/** How long a registration waits for its first code. */
const LIFETIME = { usual: 60, min: 5, max: 1440, errorType: 'invalid_expiration' }

/** Authenticator apps, mounted at `/b2b/totp`. */
export function totpRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/',
    publicEndpoint(context, async ({ body, visitor }) => {
      const lifetime = readLifetime(body, 'expiration_minutes', LIFETIME)
      const { member, organization } = readMfaStart(context, { body, visitor })
      requireMfaMethod(organization, 'totp')
      const totp = createTotp(context, member, { lifetime })
      const recovery_codes = createRecoveryCodes(context, member)
      return {
        ...memberAnswer(context, member),
        totp_registration_id: totp.totp_registration_id,
        secret: totp.secret,
        qr_code: await totpQrCode(context, totp, { member, organization }),
        recovery_codes,
      }
    }),
  )

  app.post(
    '/authenticate',
    publicEndpoint(context, async ({ body, visitor }) => {
      const code = body.string('code')
      const enrollment = readEnrollment(body)
      const isDefault = body.optionalBoolean('set_default_mfa') ?? false
      const mfa = readMfaProof(context, { body, visitor })
      const { member, organization } = mfa
      requireMfaMethod(organization, 'totp')
      const totp = await takeTotpCode(context, member, code)
      totp.verified = true
      member.totp_registration_id = totp.totp_registration_id
      keepMfaSettings(context, mfa, { method: 'totp', isDefault, enrollment })
      const factor = createFactor(context, {
        type: 'totp',
        delivery_method: 'authenticator_app',
        sequence_order: 'SECONDARY',
        authenticator_app_factor: { totp_id: totp.totp_registration_id },
      })
      return completeMfa(context, mfa, factor)
    }),
  )

  return app
}
