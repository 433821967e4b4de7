import type { Member } from '../../../client/types.ts'

/** What can be done to end a membership, or to bring it back. */
export type StatusChange = 'revoke' | 'deactivate' | 'reactivate'

type WithStatus = Pick<Member, 'status' | 'email_address_verified'>

/** What can be done to a member by status; null where nothing can. */
export function statusChange(member: WithStatus): StatusChange | null {
  switch (member.status) {
    case 'invited':
      return 'revoke'
    case 'active':
    case 'pending':
      return 'deactivate'
    case 'deleted':
      return canBeReactivated(member) ? 'reactivate' : null
    default:
      return null
  }
}

/** Whoever is deactivated can come back only with an address that was verified. */
export function canBeReactivated(member: Pick<Member, 'email_address_verified'>): boolean {
  return member.email_address_verified
}
