import { code, fieldsOf, member, otherCode, textAt, totpCode, totpSecret } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { loginToken } from './magicLinks.ts'
import { enrolTotp } from './self.ts'
import type { Cases } from './cases.ts'

const NUMBER = '+4915112345678'
const session = { session_duration_minutes: 60 }

const ids = (stage: Stage, name: string) => {
  const { organization_id, member_id } = member(stage, name)
  return { organization_id, member_id }
}

/** Ada asks for a code to her new number; the code. */
async function smsCode(stage: Stage): Promise<string> {
  await stage.call('otps.sms.send', { ...ids(stage, 'Ada Lovelace'), mfa_phone_number: NUMBER })
  return code(stage, NUMBER)
}

export const smsOtpCases: Cases = {
  'otps.sms.send': {
    signedOut: 'works',
    minimal: (stage) => [{ ...ids(stage, 'Ada Lovelace'), mfa_phone_number: NUMBER }],
    full: (stage) => [
      {
        ...ids(stage, 'Ada Lovelace'),
        mfa_phone_number: NUMBER,
        locale: 'en',
        enable_autofill: true,
        autofill_session_duration_minutes: 5,
      },
    ],
    refused: {
      invalid_phone_number: {
        with: (stage) => [{ ...ids(stage, 'Ada Lovelace'), mfa_phone_number: '12' }],
      },
    },
  },
  'otps.sms.authenticate': {
    signedOut: [400, 'no_session_arguments'],
    minimal: async (stage) => [
      { ...ids(stage, 'Ada Lovelace'), code: await smsCode(stage), ...session },
    ],
    full: async (stage) => [
      {
        ...ids(stage, 'Ada Lovelace'),
        code: await smsCode(stage),
        ...session,
        set_mfa_enrollment: 'enroll',
      },
    ],
    refused: {
      otp_code_not_found: {
        status: 404,
        with: async (stage) => [
          { ...ids(stage, 'Ada Lovelace'), code: otherCode(await smsCode(stage)), ...session },
        ],
      },
    },
  },
}

/** Dmitri, who must show a second factor, has shown the first. */
export async function awaitSecondFactor(stage: Stage): Promise<void> {
  await stage.call('magicLinks.authenticate', {
    magic_links_token: await loginToken(stage, 'dmitri.volkov@northwind.example'),
    ...session,
  })
}

async function newTotpCode(stage: Stage): Promise<string> {
  const created = await stage.call('totp.create', ids(stage, 'Ada Lovelace'))
  return totpCode(stage, textAt(created, 'secret'))
}

export const totpCases: Cases = {
  'totp.create': {
    signedOut: 'works',
    minimal: (stage) => [ids(stage, 'Ada Lovelace')],
    full: (stage) => [{ ...ids(stage, 'Ada Lovelace'), expiration_minutes: 30 }],
  },
  'totp.authenticate': {
    signedOut: [400, 'no_session_arguments'],
    minimal: async (stage) => [
      { ...ids(stage, 'Ada Lovelace'), code: await newTotpCode(stage), ...session },
    ],
    full: async (stage) => [
      {
        ...ids(stage, 'Ada Lovelace'),
        code: await newTotpCode(stage),
        ...session,
        set_mfa_enrollment: 'enroll',
        set_default_mfa: true,
      },
    ],
    refused: {
      totp_code_already_authenticated: {
        status: 401,
        with: async (stage) => {
          const secret = await enrolTotp(stage, 'Ada Lovelace')
          return [{ ...ids(stage, 'Ada Lovelace'), code: totpCode(stage, secret), ...session }]
        },
      },
    },
  },
}

/** Ada gets an authenticator app; the recovery codes that come with it. */
async function recoveryCodes(stage: Stage): Promise<string[]> {
  const created = await stage.call('totp.create', ids(stage, 'Ada Lovelace'))
  await stage.call('totp.authenticate', {
    ...ids(stage, 'Ada Lovelace'),
    code: totpCode(stage, textAt(created, 'secret')),
    ...session,
  })
  const { recovery_codes } = fieldsOf(created)
  return Array.isArray(recovery_codes) ? recovery_codes.map(String) : []
}

export const recoveryCodeCases: Cases = {
  'recoveryCodes.recover': {
    signedOut: [400, 'no_session_arguments'],
    minimal: async (stage) => [
      {
        ...ids(stage, 'Ada Lovelace'),
        recovery_code: (await recoveryCodes(stage))[0],
        ...session,
      },
    ],
    refused: {
      unable_to_authenticate_recovery_code: {
        status: 401,
        with: async (stage) => {
          await recoveryCodes(stage)
          return [{ ...ids(stage, 'Ada Lovelace'), recovery_code: 'aaaa-bbbb-cccc', ...session }]
        },
      },
    },
  },
  'recoveryCodes.rotate': {
    minimal: async (stage) => {
      await recoveryCodes(stage)
      return []
    },
  },
  'recoveryCodes.get': {
    minimal: async (stage) => {
      await recoveryCodes(stage)
      return []
    },
  },
}

export const secondFactorOf = (stage: Stage): string =>
  totpCode(stage, totpSecret(stage, 'Dmitri Volkov'))
