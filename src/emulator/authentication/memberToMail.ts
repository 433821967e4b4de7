import type { EmulatorContext } from '../context.ts'
import { EmulatorError } from '../errors.ts'
import { checkMailArrives } from '../inbox.ts'
import type { StoredMember, StoredOrganization } from '../records/organizations.ts'
import { findMemberByEmail } from './people.ts'
import { provisionMember } from './provisioning.ts'
import { allowsAuthMethod } from './requirements.ts'

/**
 * Whose mail a sign-in to the organization goes to: the member with the address or, where the organization lets such
 * people join, a new one. Throws when it lets nobody sign in so, or not this person.
 */
export function memberToMail(
  context: EmulatorContext,
  organization: StoredOrganization,
  { emailAddress, method }: { emailAddress: string; method: 'magic_link' | 'email_otp' },
): StoredMember {
  const existing = findMemberByEmail(context, organization.organization_id, emailAddress)
  if (!allowsAuthMethod(organization, existing, method)) {
    throw new EmulatorError(
      403,
      'operation_restricted_by_organization_auth_methods',
      `The organization does not let its members sign in by ${method}.`,
    )
  }
  checkMailArrives(context, emailAddress)
  return existing ?? provisionMember(context, organization, { emailAddress, by: { type: 'email' } })
}
