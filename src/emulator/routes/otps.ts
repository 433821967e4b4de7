import { Hono } from 'hono'
import { discoveryAnswer } from '../authentication/discovery.ts'
import { createEmailFactor } from '../authentication/factor.ts'
import { checkNotLocked } from '../authentication/locks.ts'
import { memberToMail } from '../authentication/memberToMail.ts'
import { findMemberByEmail, readEmail, verifyEmail } from '../authentication/people.ts'
import { memberBehind } from '../authentication/portableFactors.ts'
import { completeSignIn, readSignIn } from '../authentication/signIn.ts'
import { checkUnusedStrings } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { mailEmailOtp, takeEmailOtp } from '../authentication/emailOtps.ts'
import { publicEndpoint } from '../endpoint.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { notFound } from '../errors.ts'
import { checkMailArrives } from '../inbox.ts'
import { CODE_LIFETIME, readLifetime } from '../authentication/lifetimes.ts'
import { completeEmailUpdate } from '../members/memberChanges.ts'
import { organizationOf } from '../wire.ts'

const UNUSED = ['captcha_token', 'dfp_telemetry_id', 'locale']

/** Codes by mail, mounted at `/b2b/otps`. */
export function otpRoutes(context: EmulatorContext): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  app.post(
    '/email/login_or_signup',
    publicEndpoint(context, ({ body }) => {
      const emailAddress = readEmail(body)
      const login = readLifetime(body, 'login_expiration_minutes', CODE_LIFETIME)
      const signup = readLifetime(body, 'signup_expiration_minutes', CODE_LIFETIME)
      checkUnusedStrings(body, ['login_template_id', 'signup_template_id', ...UNUSED])
      const organization = organizationOf(context, {
        organization_id: body.string('organization_id'),
      })
      const member = memberToMail(context, organization, { emailAddress, method: 'email_otp' })
      mailEmailOtp(context, {
        emailAddress: member.email_address,
        member,
        minutes: member.status === 'active' ? login : signup,
      })
      return {}
    }),
  )

  app.post(
    '/email/authenticate',
    publicEndpoint(context, async ({ body, visitor }) => {
      const code = body.string('code')
      const emailAddress = readEmail(body)
      const organization = organizationOf(context, {
        organization_id: body.string('organization_id'),
      })
      const { organization_id } = organization
      const request = readSignIn(context, { body, visitor })
      const known = findMemberByEmail(context, organization_id, emailAddress)
      if (known) checkNotLocked(context, known)

      const otp = takeEmailOtp(context, { emailAddress, organizationId: organization_id, code })
      const member = memberBehind(context, otp)
      if (!member || member.status === 'deleted')
        throw notFound('member_not_found', 'The member was deactivated.')
      if (otp.purpose === 'email_update') completeEmailUpdate(context, member, otp.email_address)
      else verifyEmail(context, member)
      const answer = await completeSignIn(context, {
        member,
        organization,
        factors: [createEmailFactor(context, 'email_otp', otp.email_address)],
        request,
      })
      return { ...answer, method_id: otp.method_id }
    }),
  )

  app.post(
    '/email/discovery/send',
    publicEndpoint(context, ({ body }) => {
      checkUnusedStrings(body, ['login_template_id', ...UNUSED])
      const emailAddress = readEmail(body)
      checkMailArrives(context, emailAddress)
      mailEmailOtp(context, {
        emailAddress,
        member: null,
        minutes: readLifetime(body, 'discovery_expiration_minutes', CODE_LIFETIME),
      })
      return {}
    }),
  )

  app.post(
    '/email/discovery/authenticate',
    publicEndpoint(context, ({ body }) => {
      checkUnusedStrings(body, UNUSED)
      const otp = takeEmailOtp(context, {
        emailAddress: readEmail(body),
        organizationId: null,
        code: body.string('code'),
      })
      return discoveryAnswer(context, {
        emailAddress: otp.email_address,
        factors: [createEmailFactor(context, 'email_otp', otp.email_address)],
      })
    }),
  )

  return app
}
