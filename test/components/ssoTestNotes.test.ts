import type { SsoConnection } from '../../src/components/sso/connections.ts'
import { describe, expect, it } from 'vitest'
import { createFactories } from 'orgportal/testing'
import { attributeRows, testNotes } from '../../src/components/sso/testSignIn/testNotes.ts'
import { readPassed, type PassedTest } from '../../src/components/sso/testSignIn/testOutcome.ts'

const factories = createFactories()

type Saml = Extract<SsoConnection, { protocol: 'saml' }>

function samlConnection(changes: Partial<Saml> = {}): Saml {
  return { protocol: 'saml', ...factories.createSamlConnection(), ...changes }
}

const passed = (changes: Partial<PassedTest> = {}): PassedTest => ({
  memberId: 'member-1',
  memberLabel: 'Ada Lovelace',
  emailAddress: 'ada@northwind.example',
  attributes: { email: 'ada@northwind.example' },
  groups: [],
  roles: [],
  joined: false,
  wants: null,
  ended: true,
  ...changes,
})

const mapped = (attribute_mapping: Record<string, string>, changes: Partial<Saml> = {}) =>
  samlConnection({ attribute_mapping, saml_group_implicit_role_assignments: [], ...changes })

const codes = (connection: SsoConnection, test: PassedTest, viewer = 'member-1') =>
  testNotes(connection, test, viewer).map(({ code }) => code)

describe('attributeRows', () => {
  it('lists what is mapped in its order, then what came besides', () => {
    const connection = mapped({ email: 'NameID', title: 'jobTitle', unused: '' })
    const attributes = { email: 'ada@northwind.example', floor: 3, tags: ['a', 'b'] }
    expect(attributeRows(connection, { attributes })).toEqual([
      { name: 'email', mappedFrom: 'NameID', values: ['ada@northwind.example'] },
      { name: 'title', mappedFrom: 'jobTitle', values: [] },
      { name: 'floor', mappedFrom: null, values: ['3'] },
      { name: 'tags', mappedFrom: null, values: ['a', 'b'] },
    ])
  })

  it("takes a value by the provider's own name too", () => {
    const connection = mapped({ title: 'jobTitle' })
    expect(attributeRows(connection, { attributes: { jobTitle: 'Engineer' } })).toEqual([
      { name: 'title', mappedFrom: 'jobTitle', values: ['Engineer'] },
    ])
  })
})

describe('testNotes', () => {
  it('has nothing to say where all is well', () => {
    expect(codes(mapped({ email: 'NameID' }), passed())).toEqual([])
  })

  it('says what was mapped and did not come, groups apart', () => {
    const connection = mapped({ email: 'NameID', title: 'jobTitle', groups: 'memberOf' })
    expect(testNotes(connection, passed(), 'member-1')).toEqual([
      { severity: 'warning', code: 'nothing-came', names: ['title'] },
      { severity: 'warning', code: 'no-groups', name: 'memberOf' },
    ])
  })

  it('says that none of the groups that came gives a role', () => {
    const connection = mapped(
      { email: 'NameID', groups: 'groups' },
      { saml_group_implicit_role_assignments: [{ role_id: 'engineer', group: 'Robotics' }] },
    )
    const groups = ['robotics']
    const attributes = { email: 'ada@northwind.example', groups }
    expect(testNotes(connection, passed({ attributes, groups }), 'member-1')).toEqual([
      { severity: 'warning', code: 'other-groups', names: ['Robotics'] },
    ])
    const right = passed({
      attributes: { ...attributes, groups: ['Robotics'] },
      groups: ['Robotics'],
    })
    expect(codes(connection, right)).toEqual([])
  })

  it('says that roles by group cannot follow without a mapping', () => {
    const connection = mapped(
      { email: 'NameID' },
      { saml_group_implicit_role_assignments: [{ role_id: 'engineer', group: 'Robotics' }] },
    )
    expect(codes(connection, passed())).toEqual(['groups-not-mapped'])
  })

  it('says who it was, where it was not the viewer, and what is left', () => {
    const connection = mapped({ email: 'NameID' })
    expect(codes(connection, passed(), 'member-2')).toEqual(['somebody-else'])
    expect(codes(connection, passed({ joined: true }), 'member-2')).toEqual(['joined'])
    expect(codes(connection, passed({ ended: false }))).toEqual(['session-left'])
    expect(codes(connection, passed({ wants: 'second-factor' }))).toEqual(['second-factor'])
    expect(codes(connection, passed({ wants: 'other-method' }))).toEqual(['other-method'])
  })

  it('passes over what the service always takes from an OIDC provider', () => {
    const attributes = { email: 'ada@northwind.example', full_name: 'Ada', floor: '3' }
    expect(testNotes(mapped({ email: 'NameID' }), passed({ attributes }), 'member-1')).toEqual([
      { severity: 'info', code: 'not-mapped', names: ['floor'] },
    ])
  })
})

describe('readPassed', () => {
  const connection = { connection_id: 'saml-1' }
  const answer = () => ({
    ...factories.createAuthResponse(),
    member_authenticated: true as const,
    intermediate_session_token: '' as const,
    mfa_required: null,
    primary_required: null,
  })

  it('tells the roles of the connection from the others, and leaves out that of every member', () => {
    const before = answer()
    const member = {
      ...before.member,
      sso_registrations: [
        {
          connection_id: 'saml-1',
          external_id: 'x',
          registration_id: 'r',
          sso_attributes: { groups: 'Robotics' },
        },
      ],
      roles: [
        { role_id: 'stytch_member', sources: [] },
        { role_id: 'auditor', sources: [{ type: 'direct_assignment' as const, details: {} }] },
        {
          role_id: 'engineer',
          sources: [
            {
              type: 'sso_connection_group' as const,
              details: { connection_id: 'saml-1', group: 'Robotics' },
            },
          ],
        },
      ],
    }
    const test = readPassed({ ...before, member }, connection)
    expect(test.groups).toEqual(['Robotics'])
    expect(test.roles.map(({ role_id, follows }) => [role_id, follows])).toEqual([
      ['engineer', true],
      ['auditor', false],
    ])
  })

  it.each([
    [0, true],
    [10_000, true],
    [3_600_000, false],
  ])('takes a member made %i ms before the sign-in for one who joined: %s', (age, joined) => {
    const before = answer()
    const updated_at = '2026-11-22T10:00:00Z'
    const created_at = new Date(Date.parse(updated_at) - age).toISOString()
    const member = { ...before.member, created_at, updated_at }
    expect(
      readPassed(
        {
          ...before,
          member,
          member_authenticated: false,
          member_session: null,
          session_token: '',
          session_jwt: '',
          intermediate_session_token: 'i',
          mfa_required: null,
          primary_required: null,
        },
        connection,
      ).joined,
    ).toBe(joined)
  })
})
