import { Hono } from 'hono'
import { createFactor } from '../authentication/factor.ts'
import { sendSmsOtp } from '../authentication/smsOtp.ts'
import { checkUnusedStrings, parseBody, readText } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest } from '../errors.ts'
import { chooseMfaPhone } from '../mfa/mfaPhone.ts'
import {
  completeMfa,
  keepMfaSettings,
  readEnrollment,
  readMfaProof,
  readMfaStart,
  requireMfaMethod,
} from '../mfa/mfaRequest.ts'
import { takeSmsOtp } from '../mfa/smsOtps.ts'
import { readPhoneNumber } from '../members/phoneNumber.ts'
import { createSeededRandom, randomUuid } from '../random.ts'

/** Codes in text messages, mounted at `/b2b/otps/sms`. */
export function smsOtpRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/send',
    publicEndpoint(context, ({ body, visitor }) => {
      const wanted = readPhoneNumber(body)
      checkUnusedStrings(body, ['locale'])
      body.optionalBoolean('enable_autofill')
      body.optionalInteger('autofill_session_duration_minutes', { min: 5, max: 527_040 })
      const { member, organization } = readMfaStart(context, { body, visitor })
      requireMfaMethod(organization, 'sms_otp')
      const to = chooseMfaPhone(context, member, wanted)
      if (!sendSmsOtp(context, member, { to })) {
        throw badRequest(
          `The phone ${to} has asked not to get any texts.`,
          'unsubscribed_phone_number',
        )
      }
      if (to !== member.mfa_phone_number) {
        member.mfa_phone_number = to
        member.updated_at = context.timestamp()
      }
      return {}
    }),
  )

  app.post(
    '/authenticate',
    publicEndpoint(context, ({ body, visitor }) => {
      const code = body.string('code')
      const enrollment = readEnrollment(body)
      const isDefault = body.optionalBoolean('set_default_mfa') ?? false
      const mfa = readMfaProof(context, { body, visitor })
      const { member, organization } = mfa
      requireMfaMethod(organization, 'sms_otp')
      const { phone_number } = takeSmsOtp(context, member, code)
      member.mfa_phone_number = phone_number
      member.mfa_phone_number_verified = true
      keepMfaSettings(context, mfa, { method: 'sms_otp', isDefault, enrollment })
      const factor = createFactor(context, {
        type: 'otp',
        delivery_method: 'sms',
        sequence_order: 'SECONDARY',
        phone_number_factor: { phone_id: phoneIdOf(phone_number), phone_number },
      })
      return completeMfa(context, mfa, factor)
    }),
  )

  return app
}

/** Lets a phone ask not to get any texts, as by answering STOP. For tests, mounted at `/_emulator/unsubscribed-phones`. */
export function unsubscribedPhoneRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()
  app.post('/', async (c) => {
    const number = readPhoneNumber(parseBody(await readText(c.req.raw)), 'phone_number')
    if (number === undefined) throw badRequest('phone_number is required.')
    const { unsubscribed_phone_numbers } = context.data
    if (!unsubscribed_phone_numbers.includes(number)) unsubscribed_phone_numbers.push(number)
    return c.json({ unsubscribed_phone_numbers })
  })
  return app
}

/** The id of a number, the same wherever it is named. */
function phoneIdOf(phoneNumber: string): string {
  return `phone-number-test-${randomUuid(createSeededRandom(`phone/${phoneNumber}`))}`
}
