import { describe, expect, it } from 'vitest'
import type { RoleSource } from 'orgportal/client'
import {
  previewRoleChanges,
  type PreviewMember,
} from '../../src/components/scim/previewRoleChanges.ts'

const connectionId = 'scim-connection-test-1'
const pair = (group_id: string, role_id: string) => ({ group_id, role_id })

function member(name: string, groups: string[], roles: PreviewMember['roles'] = []): PreviewMember {
  return {
    member_id: `member-${name}`,
    name,
    email_address: `${name}@northwind.example`,
    status: 'active',
    roles,
    scim_registration: {
      connection_id: connectionId,
      registration_id: `registration-${name}`,
      scim_attributes: { groups: groups.map((value) => ({ value, display: value })) },
    },
  }
}

const direct: RoleSource = { type: 'direct_assignment', details: {} }
const fromGroup = (group_id: string): RoleSource => ({
  type: 'scim_connection_group',
  details: { connection_id: connectionId, group_id },
})

describe('previewRoleChanges', () => {
  it('names who gains and who loses each role', () => {
    const changes = previewRoleChanges({
      connectionId,
      before: [pair('g1', 'editor')],
      after: [pair('g2', 'editor')],
      members: [member('ada', ['g1']), member('ben', ['g2']), member('cleo', [])],
    })
    expect(changes).toEqual([
      {
        roleId: 'editor',
        gains: [{ memberId: 'member-ben', label: 'ben' }],
        loses: [{ memberId: 'member-ada', label: 'ada' }],
      },
    ])
  })

  it('leaves out who keeps the role through another group', () => {
    const changes = previewRoleChanges({
      connectionId,
      before: [pair('g1', 'editor'), pair('g2', 'editor')],
      after: [pair('g2', 'editor')],
      members: [member('ada', ['g1', 'g2'])],
    })
    expect(changes).toEqual([])
  })

  it('leaves out who holds the role in another way', () => {
    const editor = (source: RoleSource) => [{ role_id: 'editor', sources: [source] }]
    const members = [
      member('direct', ['g1'], editor(direct)),
      member(
        'domain',
        ['g1'],
        editor({ type: 'email_assignment', details: { email_domain: 'x.example' } }),
      ),
      member(
        'elsewhere',
        ['g1'],
        editor({
          type: 'scim_connection_group',
          details: { connection_id: 'another', group_id: 'g1' },
        }),
      ),
      member('here', ['g1'], editor(fromGroup('g1'))),
    ]
    const [change] = previewRoleChanges({
      connectionId,
      before: [pair('g1', 'editor')],
      after: [],
      members,
    })
    expect(change?.loses.map((lost) => lost.label)).toEqual(['here'])
    expect(
      previewRoleChanges({ connectionId, before: [], after: [pair('g1', 'editor')], members })[0]
        ?.gains,
    ).toEqual([{ memberId: 'member-here', label: 'here' }])
  })

  it('does not count members of another directory, or deactivated ones', () => {
    const other = member('other', ['g1'])
    if (other.scim_registration) other.scim_registration.connection_id = 'another'
    const gone: PreviewMember = { ...member('gone', ['g1']), status: 'deleted' }
    expect(
      previewRoleChanges({
        connectionId,
        before: [],
        after: [pair('g1', 'editor')],
        members: [other, gone, { ...member('none', []), scim_registration: null }],
      }),
    ).toEqual([])
  })

  it('knows a group from the source of a role when the attributes are not told', () => {
    const bare = member('bare', [], [{ role_id: 'editor', sources: [fromGroup('g1')] }])
    expect(
      previewRoleChanges({
        connectionId,
        before: [pair('g1', 'editor')],
        after: [],
        members: [bare],
      })[0]?.loses,
    ).toHaveLength(1)
  })

  it('calls a member without a name by the address', () => {
    const nameless = { ...member('nameless', ['g1']), name: '' }
    expect(
      previewRoleChanges({
        connectionId,
        before: [],
        after: [pair('g1', 'editor')],
        members: [nameless],
      })[0]?.gains[0]?.label,
    ).toBe('nameless@northwind.example')
  })
})
