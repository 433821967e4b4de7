import { describe, expect, it } from 'vitest'
import type { ScimGroup } from 'orgportal/client'
import {
  assignmentsOf,
  diffAssignments,
  groupRoleRows,
  mergeAssignments,
  sameAssignments,
  withoutNames,
} from '../../src/components/scim/roleAssignments.ts'

const pair = (group_id: string, role_id: string) => ({ group_id, role_id })

const named = (group_id: string, role_id: string, group_name: string) => ({
  group_id,
  role_id,
  group_name,
})

const group = (group_id: string, group_name: string): ScimGroup => ({
  group_id,
  group_name,
  organization_id: 'organization-test-1',
  connection_id: 'scim-connection-test-1',
})

describe('groupRoleRows', () => {
  it('gathers every role of a group into one row', () => {
    const rows = groupRoleRows(
      [pair('g1', 'editor'), pair('g1', 'billing'), pair('g1', 'editor')],
      {
        groups: [group('g1', 'Finance')],
        complete: true,
      },
    )
    expect(rows).toEqual([
      { groupId: 'g1', groupName: 'Finance', presence: 'present', roleIds: ['editor', 'billing'] },
    ])
  })

  it('keeps the assignments of a group that is gone, after the others', () => {
    const rows = groupRoleRows([pair('gone', 'editor'), pair('g1', 'editor')], {
      groups: [group('g1', 'Finance')],
      complete: true,
    })
    expect(rows.map((row) => [row.groupId, row.presence])).toEqual([
      ['g1', 'present'],
      ['gone', 'gone'],
    ])
  })

  it('does not call a group gone while more groups are to come', () => {
    const [row] = groupRoleRows([pair('g9', 'editor')], { groups: [], complete: false })
    expect(row?.presence).toBe('unknown')
  })

  it('uses the stored name of a group that is gone', () => {
    const [row] = groupRoleRows([{ ...pair('gone', 'editor'), group_name: 'Old team' }], {
      groups: [],
      complete: true,
    })
    expect(row?.groupName).toBe('Old team')
  })
})

describe('assignmentsOf', () => {
  it('is the way back: nothing is lost, whatever the number of roles', () => {
    const stored = [pair('g1', 'a'), pair('g1', 'b'), pair('g2', 'a'), pair('gone', 'c')]
    const rows = groupRoleRows(stored, {
      groups: [group('g1', 'One'), group('g2', 'Two')],
      complete: true,
    })
    expect(sameAssignments(assignmentsOf(rows), stored)).toBe(true)
  })

  it('sends nothing for a row without roles', () => {
    expect(
      assignmentsOf([{ groupId: 'g1', groupName: 'One', presence: 'present', roleIds: [] }]),
    ).toEqual([])
  })
})

describe('assignmentsOf and groupRoleRows', () => {
  it('keep the stored name of a group that is gone, there and back', () => {
    const known = { groups: [], complete: true }
    const stored = [named('gone', 'editor', 'Contractors 2024')]
    expect(assignmentsOf(groupRoleRows(stored, known))).toEqual(stored)
  })
})

describe('withoutNames', () => {
  it('leaves the ids only, as the API documents them', () => {
    expect(withoutNames([named('g1', 'editor', 'Finance'), pair('g2', 'editor')])).toEqual([
      pair('g1', 'editor'),
      pair('g2', 'editor'),
    ])
  })
})

describe('diffAssignments', () => {
  it('takes a pair for the same with, without and with another name', () => {
    const without = [pair('g1', 'a')]
    expect(sameAssignments(without, [named('g1', 'a', 'Finance')])).toBe(true)
    expect(sameAssignments([named('g1', 'a', 'Finance')], [named('g1', 'a', 'Money')])).toBe(true)
  })

  it('keeps the name of what was removed', () => {
    const removed = named('gone', 'viewer', 'Contractors 2024')
    expect(diffAssignments([removed], [])).toEqual({ added: [], removed: [removed] })
  })

  it('tells what was added and removed, whatever the order', () => {
    expect(
      diffAssignments([pair('g1', 'a'), pair('g1', 'b')], [pair('g1', 'b'), pair('g2', 'a')]),
    ).toEqual({ added: [pair('g2', 'a')], removed: [pair('g1', 'a')] })
  })

  it('takes a pair of ids whose texts run together for what it is', () => {
    expect(sameAssignments([pair('a b', 'c')], [pair('a', 'b c')])).toBe(false)
  })
})

describe('mergeAssignments', () => {
  it('keeps the names that either side knows', () => {
    const gone = named('gone', 'viewer', 'Contractors 2024')
    const merged = mergeAssignments({
      base: [gone],
      theirs: [gone, named('g1', 'a', 'Finance')],
      mine: [gone, pair('g1', 'a')],
    })
    expect(merged).toEqual([gone, named('g1', 'a', 'Finance')])
  })

  it('does my changes on top of theirs', () => {
    const merged = mergeAssignments({
      base: [pair('g1', 'a'), pair('g2', 'a')],
      theirs: [pair('g1', 'a'), pair('g2', 'a'), pair('g3', 'b')],
      mine: [pair('g2', 'a'), pair('g4', 'c')],
    })
    expect(sameAssignments(merged, [pair('g2', 'a'), pair('g3', 'b'), pair('g4', 'c')])).toBe(true)
  })

  it('leaves removed what they removed and I did not touch', () => {
    const merged = mergeAssignments({
      base: [pair('g1', 'a'), pair('g2', 'a')],
      theirs: [pair('g1', 'a')],
      mine: [pair('g1', 'a'), pair('g2', 'a'), pair('g1', 'b')],
    })
    expect(sameAssignments(merged, [pair('g1', 'a'), pair('g1', 'b')])).toBe(true)
  })

  it('counts a pair that both added once', () => {
    expect(
      mergeAssignments({ base: [], theirs: [pair('g1', 'a')], mine: [pair('g1', 'a')] }),
    ).toEqual([pair('g1', 'a')])
  })
})
