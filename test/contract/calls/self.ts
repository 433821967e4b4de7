import { code, linkToken, member, textAt, totpCode } from '../stage.ts'
import type { Stage } from '../stage.ts'
import { bare } from './cases.ts'
import type { Arrange, Cases } from './cases.ts'
import { consent } from './connectedApps.ts'

/** Ada retires her own address: she asks for another one, and follows the link in the mail to it. */
async function retireOwnAddress(stage: Stage): Promise<string> {
  const { email_address } = member(stage, 'Ada Lovelace')
  await stage.call('self.startEmailUpdate', { email_address: 'ada@northwind.example' })
  await stage.call('magicLinks.authenticate', {
    magic_links_token: linkToken(stage, 'ada@northwind.example'),
    session_duration_minutes: 60,
  })
  return email_address
}

const updateSelf: Arrange = () => [
  {
    name: 'Ada',
    untrusted_metadata: { desk: 12 },
    mfa_enrolled: true,
    mfa_phone_number: '+4915112345678',
  },
]

/** The signed-in member gets an authenticator app. */
export async function enrolTotp(stage: Stage, name: string): Promise<string> {
  const { organization_id, member_id } = member(stage, name)
  const secret = textAt(await stage.call('totp.create', { organization_id, member_id }), 'secret')
  await stage.call('totp.authenticate', {
    organization_id,
    member_id,
    code: totpCode(stage, secret),
    session_duration_minutes: 60,
  })
  return secret
}

/** The signed-in member gets a phone number, and shows that it is theirs. */
export async function verifyPhone(stage: Stage, name: string, number: string): Promise<void> {
  const { organization_id, member_id } = member(stage, name)
  await stage.call('otps.sms.send', { organization_id, member_id, mfa_phone_number: number })
  await stage.call('otps.sms.authenticate', {
    organization_id,
    member_id,
    code: code(stage, number),
    session_duration_minutes: 60,
  })
}

const deletePhone: Arrange = async (stage) => {
  await verifyPhone(stage, 'Ada Lovelace', '+4915112345678')
  return []
}

export const selfCases: Cases = {
  'self.get': { minimal: bare },
  'self.update': {
    minimal: () => [{ name: 'Ada' }],
    full: updateSelf,
    refused: {
      duplicate_member_phone_number: { with: () => [{ mfa_phone_number: '+46701740605' }] },
      invalid_phone_number: { with: () => [{ mfa_phone_number: '12' }] },
      default_mfa_member_missing_factor: { with: () => [{ default_mfa_method: 'totp' }] },
    },
  },
  'self.deletePassword': {
    as: 'Hiroshi Sato',
    minimal: (stage) => [member(stage, 'Hiroshi Sato').member_password_id],
    refused: {
      member_password_not_found: {
        as: 'admin',
        status: 404,
        with: () => ['password-test-unknown'],
      },
    },
  },
  'self.deleteMFAPhoneNumber': {
    minimal: deletePhone,
    refused: { member_phone_number_not_found: { status: 404, with: bare } },
  },
  'self.deleteMFATOTP': {
    minimal: async (stage) => {
      await enrolTotp(stage, 'Ada Lovelace')
      return []
    },
    refused: { totp_not_found: { status: 404, with: bare } },
  },
  'self.unlinkRetiredEmail': {
    minimal: async (stage) => [{ email_address: await retireOwnAddress(stage) }],
    full: async (stage) => {
      const email_address = await retireOwnAddress(stage)
      const email_id = member(stage, 'Ada Lovelace').retired_email_addresses[0]?.email_id
      return [{ email_id, email_address }]
    },
    refused: {
      retired_email_missing_email_identifiers: { with: () => [{}] },
      email_not_found: {
        status: 404,
        with: () => [{ email_address: 'nobody@northwind.example' }],
      },
    },
  },
  'self.startEmailUpdate': {
    minimal: () => [{ email_address: 'ada@northwind.example' }],
    full: () => [
      {
        email_address: 'ada@northwind.example',
        login_redirect_url: 'http://localhost:3000/authenticate',
        login_template_id: 'template-1',
        locale: 'en',
        delivery_method: 'EMAIL_MAGIC_LINK',
      },
    ],
    refused: {
      duplicate_member_email: { with: () => [{ email_address: 'mia.svensson@northwind.example' }] },
    },
  },
  'self.getConnectedApps': {
    minimal: async (stage) => {
      await consent(stage)
      return []
    },
  },
  'self.revokeConnectedApp': {
    minimal: async (stage) => [{ connected_app_id: await consent(stage) }],
    refused: {
      connected_app_not_found: {
        status: 404,
        with: () => [{ connected_app_id: 'connected-app-test-unknown' }],
      },
    },
  },
  'member.get': { minimal: bare },
  'member.update': { minimal: () => [{ name: 'Ada' }], full: updateSelf },
  'member.deleteMFAPhoneNumber': { minimal: deletePhone },
}
