import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RoleSource } from 'orgportal/client'
import type { ExternalSsoConnection } from '../../src/components/sso/connections.ts'
import {
  everybodysRoles,
  groupRows,
  pairsOf,
  rolesInput,
  sameRoles,
  storedPairs,
  type RolePair,
} from '../../src/components/sso/roles/connectionRoles.ts'
import { takesLastManager } from '../../src/components/sso/roles/lastManager.ts'
import {
  previewSsoRoles,
  seenGroups,
  type SsoPreviewMember,
} from '../../src/components/sso/roles/previewSsoRoles.ts'
import { jitOf, restrictJit, switchJit } from '../../src/components/sso/switchOn/jitProvisioning.ts'
import { waysInChange, waysInOf } from '../../src/components/sso/switchOn/waysIn.ts'

const external = (pairs: RolePair[]): ExternalSsoConnection => ({
  protocol: 'external',
  organization_id: 'o',
  connection_id: 'c',
  external_organization_id: 'o2',
  external_connection_id: 'c2',
  display_name: 'The holding',
  status: 'active',
  external_connection_implicit_role_assignments: pairs
    .filter(({ group }) => group === null)
    .map(({ role_id }) => ({ role_id })),
  external_group_implicit_role_assignments: pairs.flatMap(({ group, role_id }) =>
    group === null ? [] : [{ group, role_id }],
  ),
})
const pair = (group: string | null, role_id: string): RolePair => ({ group, role_id })

describe('the roles of a connection', () => {
  it('keeps every pair through rows and back, whatever groups and roles are called', () => {
    const names = fc.string({ minLength: 1, maxLength: 6 })
    const arbitraryPair = fc.record({ group: fc.option(names), role_id: names })
    fc.assert(
      fc.property(fc.array(arbitraryPair, { maxLength: 12 }), (pairs) => {
        const back = pairsOf(everybodysRoles(pairs), groupRows(pairs), pairs)
        expect(sameRoles(back, pairs)).toBe(true)
      }),
    )
  })

  it('merges two rows of one group, and passes over blanks around a typed name', () => {
    const rows = [
      { group: 'R&D, Berlin', roleIds: ['engineer'] },
      { group: ' R&D, Berlin ', roleIds: ['engineer', 'viewer'] },
      { group: '  ', roleIds: ['admin'] },
    ]
    expect(pairsOf([], rows)).toEqual([
      pair('R&D, Berlin', 'engineer'),
      pair('R&D, Berlin', 'viewer'),
    ])
  })

  it('sends only the list that differs, whole', () => {
    const stored = [
      pair(null, 'viewer'),
      pair('Robotics', 'gone_role'),
      pair('Robotics', 'engineer'),
    ]
    const after = [...stored, pair('Ops', 'engineer')]
    expect(rolesInput(external(stored), after, null).input).toEqual({
      connection_id: 'c',
      external_group_implicit_role_assignments: [
        { group: 'Robotics', role_id: 'gone_role' },
        { group: 'Robotics', role_id: 'engineer' },
        { group: 'Ops', role_id: 'engineer' },
      ],
    })
    expect(storedPairs(external(stored))).toEqual(stored)
  })
})

const source = (type: 'direct' | 'sso'): RoleSource =>
  type === 'direct'
    ? { type: 'direct_assignment', details: {} }
    : { type: 'sso_connection', details: { connection_id: 'c' } }

function member(
  name: string,
  groups: string[] | null,
  roles: SsoPreviewMember['roles'] = [],
): SsoPreviewMember {
  return {
    member_id: name,
    name,
    email_address: `${name}@northwind.example`,
    status: 'active',
    roles,
    sso_registrations:
      groups === null
        ? []
        : [
            {
              connection_id: 'c',
              external_id: name,
              registration_id: name,
              sso_attributes: { groups },
            },
          ],
  }
}

describe('previewSsoRoles', () => {
  it('names who gains and loses, of those who have come through the connection', () => {
    const changes = previewSsoRoles({
      connectionId: 'c',
      before: [pair('Robotics', 'engineer')],
      after: [pair(null, 'viewer')],
      members: [member('ada', ['Robotics']), member('ben', []), member('cleo', null)],
    })
    expect(
      changes.map(({ roleId, gains, loses }) => [
        roleId,
        gains.map(({ label }) => label),
        loses.map(({ label }) => label),
      ]),
    ).toEqual([
      ['engineer', [], ['ada']],
      ['viewer', ['ada', 'ben'], []],
    ])
  })

  it('leaves out who holds the role in another way too', () => {
    const engineer = [{ role_id: 'engineer', sources: [source('sso'), source('direct')] }]
    expect(
      previewSsoRoles({
        connectionId: 'c',
        before: [pair(null, 'engineer')],
        after: [],
        members: [member('ada', [], engineer)],
      }),
    ).toEqual([])
  })

  it('reads a single group that comes as a text', () => {
    const ada = member('ada', [])
    const [registration] = ada.sso_registrations
    if (registration) registration.sso_attributes = { groups: 'Robotics' }
    expect(seenGroups([ada], 'c')).toEqual(['Robotics'])
    expect(seenGroups([ada], 'other')).toEqual([])
  })
})

describe('takesLastManager', () => {
  const managing = new Set(['admin'])
  const holder = (name: string, how: 'direct' | 'sso') => ({
    ...member(name, [], [{ role_id: 'admin', sources: [source(how)] }]),
  })
  const loses = (name: string) => [
    { roleId: 'admin', gains: [], loses: [{ memberId: name, label: name }] },
  ]
  it('is so when the only one loses the role, and not when another keeps it', () => {
    expect(takesLastManager(loses('ada'), [holder('ada', 'sso')], managing)).toBe(true)
    expect(
      takesLastManager(loses('ada'), [holder('ada', 'sso'), holder('ben', 'direct')], managing),
    ).toBe(false)
  })
})

describe('joining by SSO', () => {
  const policy = (sso_jit_provisioning: string, allowed: string[] = []) => ({
    sso_jit_provisioning,
    sso_jit_provisioning_allowed_connections: allowed,
  })
  it.each([
    ['all', policy('ALL_ALLOWED', []), 'all'],
    ['on', policy('RESTRICTED', ['c']), 'on'],
    ['off when another is chosen', policy('RESTRICTED', ['d']), 'off'],
    ['off when closed, whatever list is left', policy('NOT_ALLOWED', ['c']), 'off'],
  ])('is %s', (_case, now, expected) => {
    expect(jitOf(now, 'c')).toBe(expected)
  })

  it('adds to the list, closes with the last one, and revives no left-over list', () => {
    expect(switchJit(policy('RESTRICTED', ['d']), 'c', true)).toEqual(
      policy('RESTRICTED', ['d', 'c']),
    )
    expect(switchJit(policy('RESTRICTED', ['c']), 'c', false)).toEqual(policy('NOT_ALLOWED'))
    expect(switchJit(policy('NOT_ALLOWED', ['d']), 'c', true)).toEqual(policy('RESTRICTED', ['c']))
    expect(restrictJit([])).toEqual(policy('NOT_ALLOWED'))
  })
})

describe('the ways in', () => {
  it('tells them apart, and sends only what differs', () => {
    const besides = {
      auth_methods: 'RESTRICTED',
      allowed_auth_methods: ['sso' as const, 'magic_link' as const],
    }
    expect(waysInOf({ auth_methods: 'ALL_ALLOWED', allowed_auth_methods: ['sso'] })).toBe('all')
    expect(waysInOf(besides)).toBe('besides')
    expect(waysInOf({ ...besides, allowed_auth_methods: ['password'] })).toBe('without')
    expect(waysInChange(besides, { ways: 'only', methods: [] })).toEqual({
      allowed_auth_methods: ['sso'],
    })
    expect(waysInChange(besides, { ways: 'besides', methods: ['magic_link'] })).toBeNull()
    expect(waysInChange(besides, { ways: 'all', methods: [] })).toEqual({
      auth_methods: 'ALL_ALLOWED',
    })
  })
})
