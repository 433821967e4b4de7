import { describe, expect, it } from 'vitest'
import type { ScimGroup } from 'orgportal/client'
import { groupNames } from '../../src/components/scim/groupNames.ts'

const group = (group_id: string, group_name: string): ScimGroup => ({
  group_id,
  group_name,
  organization_id: 'organization-test-1',
  connection_id: 'scim-connection-test-1',
})
const LONG = 'scim-group-test-7b1f0c6e-1111-4000-8000-0000000abcde'

describe('groupNames', () => {
  it('names a group that is gone as stored with its assignment', () => {
    const names = groupNames(
      [{ group_id: 'gone', role_id: 'viewer', group_name: 'Contractors 2024' }],
      [group('g1', 'Finance')],
    )
    expect(names('gone')).toEqual({ name: 'Contractors 2024', id: null })
  })

  it("prefers the directory's name to the stored one", () => {
    const names = groupNames(
      [{ group_id: 'g1', role_id: 'viewer', group_name: 'Old' }],
      [group('g1', 'New')],
    )
    expect(names('g1')).toEqual({ name: 'New', id: null })
  })

  it('keeps a stored name where another assignment of the group has none', () => {
    const names = groupNames(
      [
        { group_id: 'gone', role_id: 'viewer', group_name: 'Contractors 2024' },
        { group_id: 'gone', role_id: 'engineer' },
      ],
      [],
    )
    expect(names('gone').name).toBe('Contractors 2024')
  })

  it('adds the shortened id where groups bear the same name, gone or not, and nowhere else', () => {
    const names = groupNames(
      [{ group_id: 'gone', role_id: 'viewer', group_name: 'Finance ' }],
      [group(LONG, 'Finance'), group('g2', 'Sales')],
    )
    expect(names(LONG)).toEqual({ name: 'Finance', id: 'scim-group-t…abcde' })
    expect(names('gone').id).toBe('gone')
    expect(names('g2').id).toBeNull()
  })

  it('tells a group without any name by its id', () => {
    expect(groupNames([{ group_id: LONG, role_id: 'viewer' }], [])(LONG)).toEqual({
      name: null,
      id: 'scim-group-t…abcde',
    })
  })
})
