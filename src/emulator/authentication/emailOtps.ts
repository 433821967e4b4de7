import { emailIdOf } from './factor.ts'
import { newCode } from './newCode.ts'
import { memberBehind } from './portableFactors.ts'
import { checkCode, codeNotFound, useSentCode } from './sentCode.ts'
import type { EmulatorContext } from '../context.ts'
import { sendMail } from '../inbox.ts'
import type { StoredMember } from '../records/organizations.ts'
import type { StoredEmailOtp } from '../records/otps.ts'
import { organizationOf } from '../wire.ts'

interface NewEmailOtp {
  emailAddress: string
  /** null for discovery, which is about an address only. */
  member: StoredMember | null
  /** How long it lasts. */
  minutes: number
}

/** Makes a code and puts the mail that carries it into the inbox. */
export function mailEmailOtp(
  context: EmulatorContext,
  { emailAddress, member, minutes }: NewEmailOtp,
): void {
  const code = newCode(context)
  const key = context.newId('email-otp')
  context.data.email_otps[key] = {
    method_id: emailIdOf(emailAddress),
    purpose: member ? 'sign_in' : 'discovery',
    code,
    email_address: emailAddress,
    member_id: member?.member_id ?? null,
    organization_id: member?.organization_id ?? null,
    expires_at: context.timestamp(minutes * 60_000),
    used: false,
    failed_attempts: 0,
  }
  const name = member
    ? organizationOf(context, member).organization_name
    : context.data.project.project_name
  sendMail(context, {
    template: 'email_otp',
    to: emailAddress,
    subject: `Your code for ${name}`,
    text: `Your code for ${name} is ${code}. It is good for ${String(minutes)} minutes.`,
    code,
  })
}

/** Takes the code that was mailed last to the address: for an organization or, with null, for discovery. */
export function takeEmailOtp(
  context: EmulatorContext,
  wanted: { emailAddress: string; organizationId: string | null; code: string },
): StoredEmailOtp {
  const { emailAddress, organizationId, code } = wanted
  checkCode(code)
  const otp = Object.values(context.data.email_otps).findLast(
    (candidate) =>
      candidate.organization_id === organizationId &&
      candidate.email_address.toLowerCase() === emailAddress.toLowerCase(),
  )
  if (!otp) throw codeNotFound()
  useSentCode(context, otp, code, memberBehind(context, otp))
  return otp
}
