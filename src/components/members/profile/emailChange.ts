import type { Member } from '../../../client/types.ts'
import { emailDomain, emailKey, emailProblem } from '../invite/emailAddress.ts'

/** How an address can change: proved by a mailed link or code, or at once. */
export type EmailWay = 'link' | 'code' | 'direct'

/** What keeps a text from becoming the member's address. */
export type NewEmailProblem = 'empty' | 'malformed' | 'same'

/** The ways that are open: a confirmation goes only to active members whose present address is verified. */
export function emailWays(member: Pick<Member, 'status' | 'email_address_verified'>): EmailWay[] {
  return member.status === 'active' && member.email_address_verified
    ? ['link', 'code', 'direct']
    : ['direct']
}

export function newEmailProblem(
  typed: string,
  { email_address }: Pick<Member, 'email_address'>,
): NewEmailProblem | null {
  const problem = emailProblem(typed)
  if (problem !== null) return problem === 'empty' ? 'empty' : 'malformed'
  return emailKey(typed) === emailKey(email_address) ? 'same' : null
}

/** What a change at once takes from a member. */
export interface EmailConsequences {
  password: boolean
  /** Registrations with SSO connections and OAuth providers. */
  registrations: number
  /** The domain that is left; null where it stays the same. */
  formerDomain: string | null
  /** Roles that only come with addresses of that domain. */
  losesRoles: string[]
}

export function emailConsequences(
  member: Pick<
    Member,
    'email_address' | 'member_password_id' | 'sso_registrations' | 'oauth_registrations' | 'roles'
  >,
  newAddress: string,
): EmailConsequences {
  const former = emailDomain(member.email_address)
  const leaves = former !== emailDomain(newAddress)
  const onlyByDomain = member.roles.filter(
    ({ sources }) =>
      sources.length > 0 && sources.every((source) => source.type === 'email_assignment'),
  )
  return {
    password: member.member_password_id !== '',
    registrations: member.sso_registrations.length + member.oauth_registrations.length,
    formerDomain: leaves ? former : null,
    losesRoles: leaves ? onlyByDomain.map(({ role_id }) => role_id) : [],
  }
}
