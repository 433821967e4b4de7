import type { Member } from '../../../client/types.ts'
import type { Messages } from '../../i18n/messages.ts'
import { shownRoleIds, signInMethods } from '../list/memberFacts.ts'

type Header = Messages['membersBulk']['export']['header']

/** The first line of an export. The first three columns are those that an import of invitations reads. */
export function exportHeader(header: Header): string[] {
  return [
    header.email,
    header.name,
    header.roles,
    header.status,
    header.signIn,
    header.mfa,
    header.breakglass,
    header.externalId,
    header.id,
    header.created,
    header.updated,
  ]
}

/** A member as a line of an export, in the words of the API: what has several values has them joined by semicolons. */
export function exportRow(member: Member): string[] {
  return [
    member.email_address,
    member.name,
    shownRoleIds(member).join(';'),
    member.status,
    signInMethods(member).join(';'),
    secondFactors(member).join(';'),
    String(member.is_breakglass),
    member.external_id ?? '',
    member.member_id,
    member.created_at,
    member.updated_at,
  ]
}

function secondFactors(member: Member): string[] {
  const factors: string[] = []
  if (member.mfa_enrolled) factors.push('required')
  if (member.mfa_phone_number !== '' && member.mfa_phone_number_verified) factors.push('sms_otp')
  if (member.totp_registration_id !== '') factors.push('totp')
  return factors
}
