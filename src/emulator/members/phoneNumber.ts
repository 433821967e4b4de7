import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import type { StoredMember } from '../records/organizations.ts'

/** Reads a phone number in E.164, such as `+46701740605`; undefined when it is left out. Throws 400 `invalid_phone_number`. */
export function readPhoneNumber(body: Body, field = 'mfa_phone_number'): string | undefined {
  const number = body.optionalString(field)
  if (number === undefined || /^\+[1-9]\d{6,14}$/.test(number)) return number
  throw badRequest(
    `${field} must be a phone number in E.164, such as +12025550123.`,
    'invalid_phone_number',
  )
}

/** Throws 400 `duplicate_member_phone_number` when another member of the organization has the number. */
export function requireFreePhoneNumber(
  { members }: EmulatorContext,
  { organization_id, member_id }: StoredMember,
  number: string,
): void {
  const isTaken = members
    .of(organization_id)
    .members.some(
      (other) =>
        other.member_id !== member_id &&
        other.status !== 'deleted' &&
        other.mfa_phone_number === number,
    )
  if (!isTaken) return
  throw badRequest(
    `The phone number ${number} belongs to another member of the organization.`,
    'duplicate_member_phone_number',
  )
}
