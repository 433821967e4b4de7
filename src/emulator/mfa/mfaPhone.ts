import type { EmulatorContext } from '../context.ts'
import { badRequest, notFound } from '../errors.ts'
import { requireFreePhoneNumber } from '../members/phoneNumber.ts'
import type { StoredMember } from '../records/organizations.ts'

/** The calling codes of countries. What begins with another one, such as a satellite's or a freephone's, gets no texts. */
const COUNTRIES =
  /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|21[1-368]|2[2346]\d|25[0-8]|29[01789]|3[57]\d|38[0-35-79]|42[013]|5[09]\d|67[02-9]|68[0-35-9]|69[0-2]|85[02356]|88[06]|96[0-8]|97[0-7]|99[2-68])/

/**
 * The number to text to: the member's own or, as long as that is not a proved one, the one that is asked for.
 * Throws when there is none, or when it is not one that the member can have.
 */
export function chooseMfaPhone(
  context: EmulatorContext,
  member: StoredMember,
  wanted: string | undefined,
): string {
  const { mfa_phone_number: present, mfa_phone_number_verified: isProved } = member
  if (wanted === undefined || wanted === present) {
    if (present !== '') return present
    throw notFound(
      'member_phone_number_not_found',
      'mfa_phone_number is required, as the member has no phone number yet.',
    )
  }
  if (isProved) {
    throw badRequest(
      'The member has another phone number, which has to be deleted first.',
      'duplicate_member_phone_number_for_member',
    )
  }
  if (!COUNTRIES.test(wanted)) {
    throw badRequest(
      `There is no country to send texts to whose numbers begin as ${wanted} does.`,
      'invalid_phone_number_country_code',
    )
  }
  requireFreePhoneNumber(context, member, wanted)
  return wanted
}
