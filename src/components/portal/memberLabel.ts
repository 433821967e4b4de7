import type { Member } from '../../client/types.ts'

/** How a member is called: by name, else by address, else by id. */
export function memberLabel(member: Pick<Member, 'name' | 'email_address' | 'member_id'>): string {
  return member.name.trim() || member.email_address || member.member_id
}
