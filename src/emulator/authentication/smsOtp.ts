import type { EmulatorContext } from '../context.ts'
import { sendText } from '../inbox.ts'
import type { StoredMember } from '../records/organizations.ts'
import type { StoredSmsOtp } from '../records/otps.ts'
import { minutes } from '../sessions/sessions.ts'
import { newCode } from './newCode.ts'

const MINUTES = 2

/**
 * Texts a new code to the member's phone, or `to` another number. It lasts two minutes, and the codes before it no
 * longer count. Nothing is sent, and null is returned, where the phone has asked not to get any texts.
 */
export function sendSmsOtp(
  context: EmulatorContext,
  member: StoredMember,
  { to = member.mfa_phone_number }: { to?: string } = {},
): StoredSmsOtp | null {
  const { data } = context
  if (data.unsubscribed_phone_numbers.includes(to)) return null
  for (const { otp_id, member_id } of Object.values(data.sms_otps)) {
    if (member_id === member.member_id) Reflect.deleteProperty(data.sms_otps, otp_id)
  }
  const otp: StoredSmsOtp = {
    otp_id: context.newId('sms-otp'),
    code: newCode(context),
    member_id: member.member_id,
    organization_id: member.organization_id,
    phone_number: to,
    expires_at: context.timestamp(minutes(MINUTES)),
    used: false,
    failed_attempts: 0,
  }
  data.sms_otps[otp.otp_id] = otp
  sendText(context, {
    template: 'sms_otp',
    to,
    text: `${otp.code} is your code for ${data.project.project_name}. It is good for ${String(MINUTES)} minutes.`,
    code: otp.code,
  })
  return otp
}
