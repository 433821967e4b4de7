import { describe, expect, it } from 'vitest'
import type { Member } from 'orgportal/client'
import { createFactories } from 'orgportal/testing'
import {
  canManageRoles,
  roleManagersAfter,
  type RoleManagers,
} from '../../src/components/portal/roleManagers.ts'

const make = createFactories()
const roleIds = new Set(['stytch_admin', 'people_manager'])

function holder(roles: string[], more: Partial<Member> = {}): Member {
  return make.createMember({
    roles: roles.map((role_id) => ({
      role_id,
      sources: [{ type: 'direct_assignment', details: {} }],
    })),
    ...more,
  })
}

const known = (members: Member[], total = members.length): RoleManagers => ({
  roleIds,
  members,
  total,
})

describe('canManageRoles', () => {
  it('holds for active members with one of the roles, wherever it comes from', () => {
    expect(canManageRoles(holder(['viewer', 'people_manager']), { roleIds })).toBe(true)
    const byGroup = make.createMember({
      roles: [
        {
          role_id: 'stytch_admin',
          sources: [
            { type: 'scim_connection_group', details: { connection_id: 'c', group_id: 'g' } },
          ],
        },
      ],
    })
    expect(canManageRoles(byGroup, { roleIds })).toBe(true)
    expect(canManageRoles(holder(['viewer']), { roleIds })).toBe(false)
  })

  it.each(['invited', 'pending', 'deleted'])('does not hold for %s members', (status) => {
    expect(canManageRoles(holder(['stytch_admin'], { status }), { roleIds })).toBe(false)
  })
})

describe('roleManagersAfter', () => {
  const ada = holder(['stytch_admin'], { member_id: 'ada' })
  const paul = holder(['people_manager'], { member_id: 'paul' })
  const without = (...ids: string[]) => {
    return (member: Member) => (ids.includes(member.member_id) ? holder(['viewer']) : member)
  }
  const deactivating = (...ids: string[]) => {
    return (member: Member): Member =>
      ids.includes(member.member_id) ? { ...member, status: 'deleted' } : member
  }

  it('is kept while somebody else has it', () => {
    expect(roleManagersAfter(known([ada, paul]), without('ada'))).toBe('kept')
  })

  it('is lost when the last one loses the role or is deactivated', () => {
    expect(roleManagersAfter(known([ada]), without('ada'))).toBe('lost')
    expect(roleManagersAfter(known([ada]), deactivating('ada'))).toBe('lost')
  })

  it('is lost when a run over many takes it from all of them', () => {
    expect(roleManagersAfter(known([ada, paul]), deactivating('ada', 'paul'))).toBe('lost')
  })

  it('is kept when the member holds another role that allows it', () => {
    const both = holder(['stytch_admin', 'people_manager'], { member_id: 'both' })
    const after = () => holder(['people_manager'])
    expect(roleManagersAfter(known([both]), after)).toBe('kept')
  })

  it('is unknown while all that were read lose it and there are more', () => {
    expect(roleManagersAfter(known([ada, paul], 5), without('ada', 'paul'))).toBe('unknown')
  })

  it('takes nothing away where nobody had it', () => {
    expect(roleManagersAfter(known([]), without('ada'))).toBe('kept')
  })
})
