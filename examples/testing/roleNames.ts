import type { Member } from 'orgportal/client'

/** The member's roles as a list in words. */
export function roleNames({ roles }: Member): string {
  const names = roles.map(({ role_id }) => role_id).filter((id) => id !== 'stytch_member')
  return names.join(', ') || 'No role'
}
