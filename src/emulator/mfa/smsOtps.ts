import { checkCode, codeNotFound, useSentCode } from '../authentication/sentCode.ts'
import type { EmulatorContext } from '../context.ts'
import type { StoredMember } from '../records/organizations.ts'
import type { StoredSmsOtp } from '../records/otps.ts'

/** Takes the code that was texted last to the member. */
export function takeSmsOtp(
  context: EmulatorContext,
  member: StoredMember,
  code: string,
): StoredSmsOtp {
  checkCode(code)
  const otp = Object.values(context.data.sms_otps).findLast(
    ({ member_id }) => member_id === member.member_id,
  )
  if (!otp) throw codeNotFound()
  useSentCode(context, otp, code, member)
  return otp
}
