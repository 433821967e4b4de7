import { expect, it } from 'vitest'
import { createFactories } from 'orgportal/testing'
import { roleNames } from './roleNames.ts'

it('names the roles of a member', () => {
  const { createMember, createMemberRole } = createFactories()
  const roles = [createMemberRole(), createMemberRole({ role_id: 'engineer' })]
  expect(roleNames(createMember({ roles }))).toBe('engineer')
  expect(roleNames(createMember())).toBe('No role')
})
