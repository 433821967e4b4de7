import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AuthMethod } from 'orgportal/client'
import {
  lockOutOf,
  signInWays,
  type LockOutConnection,
  type LockOutMember,
  type LockOutPolicy,
  type SsoChange,
} from '../../src/components/sso/lockOut/lockOut.ts'
import { lockOutDemands } from '../../src/components/sso/lockOut/lockOutDemands.ts'

const connection = (id: string, status = 'active'): LockOutConnection => ({
  connection_id: id,
  display_name: `The ${id}`,
  status,
  protocol: 'saml',
})

function member(name: string, facts: Partial<LockOutMember> & { through?: string } = {}) {
  const { through, ...rest } = facts
  return {
    member_id: `member-${name}`,
    name,
    email_address: `${name}@northwind.example`,
    status: 'active',
    is_breakglass: false,
    member_password_id: '',
    oauth_registrations: [],
    sso_registrations:
      through === undefined
        ? []
        : [
            {
              connection_id: through,
              external_id: name,
              registration_id: `registration-${name}`,
              sso_attributes: {},
            },
          ],
    ...rest,
  } satisfies LockOutMember
}

const open: LockOutPolicy = { auth_methods: 'ALL_ALLOWED', sso_default_connection_id: 'okta' }
const only = (...methods: AuthMethod[]): LockOutPolicy => ({
  auth_methods: 'RESTRICTED',
  allowed_auth_methods: methods,
  sso_default_connection_id: 'okta',
})
const ada = { memberId: 'member-ada', factors: [] }

function locks(
  change: SsoChange,
  now: {
    members: LockOutMember[]
    organization?: LockOutPolicy
    connections?: LockOutConnection[]
    viewer?: Parameters<typeof lockOutOf>[1]['viewer']
  },
) {
  return lockOutOf(change, {
    viewer: ada,
    organization: open,
    connections: [connection('okta'), connection('entra')],
    ...now,
  })
}

describe('signInWays', () => {
  const connections = [connection('okta'), connection('draft', 'pending')]
  it.each([
    [
      'a password that is set',
      member('a', { member_password_id: 'p' }),
      only('password'),
      ['password'],
    ],
    ['no password', member('a'), only('password'), []],
    ['an active connection', member('a', { through: 'okta' }), only('sso'), ['sso']],
    ['a pending connection', member('a', { through: 'draft' }), only('sso'), []],
    ['a connection that is gone', member('a', { through: 'gone' }), only('sso'), []],
    ['a mail', member('a'), only('email_otp'), ['email_otp']],
    ['nobody who was deleted', member('a', { status: 'deleted' }), open, []],
    [
      'break-glass access',
      member('a', { is_breakglass: true }),
      only('sso'),
      ['magic_link', 'email_otp'],
    ],
  ])('lets in by %s', (_case, someone, organization, ways) => {
    expect(signInWays(someone, organization, connections).ready).toEqual(ways)
  })
})

describe('lockOutOf', () => {
  it('names who has never come by SSO when it becomes the only method', () => {
    const { locked, viewerLocked, nobodyLeft } = locks(
      { type: 'require-sso' },
      { members: [member('ada'), member('ben', { through: 'okta' })] },
    )
    expect(locked).toEqual([{ memberId: 'member-ada', label: 'ada', mayReturn: true }])
    expect(viewerLocked).toBe(true)
    expect(nobodyLeft).toBe(false)
  })

  it('leaves no way back where no connection is active', () => {
    const { locked, active } = locks(
      { type: 'require-sso' },
      { members: [member('ada')], connections: [connection('okta', 'pending')] },
    )
    expect(locked).toEqual([{ memberId: 'member-ada', label: 'ada', mayReturn: false }])
    expect(active).toEqual([])
  })

  it('locks nobody out by deleting a connection while mails are allowed', () => {
    const after = locks(
      { type: 'delete', connectionId: 'okta' },
      { members: [member('ada', { through: 'okta' })] },
    )
    expect(after.locked).toEqual([])
    expect(after.openToAll).toBe(true)
  })

  it('locks out who has come through the one connection only', () => {
    const both = member('cleo', { through: 'entra' })
    both.sso_registrations.push(...member('cleo', { through: 'okta' }).sso_registrations)
    const { locked } = locks(
      { type: 'break', connectionId: 'okta' },
      { organization: only('sso'), members: [member('ben', { through: 'okta' }), both] },
    )
    expect(locked.map(({ label }) => label)).toEqual(['ben'])
  })

  it('says what the connection is: users, default, own, only one', () => {
    const use = locks(
      { type: 'delete', connectionId: 'okta' },
      {
        members: [
          member('ada', { through: 'okta' }),
          member('gone', { through: 'okta', status: 'deleted' }),
        ],
        connections: [connection('okta'), connection('entra', 'pending')],
        viewer: {
          memberId: 'member-ada',
          factors: [
            {
              type: 'sso',
              delivery_method: 'sso_saml',
              last_authenticated_at: '2026-01-01T00:00:00Z',
              saml_sso_factor: { id: 'r', provider_id: 'okta', external_id: 'ada' },
            },
          ],
        },
      },
    ).connection
    expect(use).toMatchObject({
      users: [{ label: 'ada' }],
      isDefault: true,
      isOnlyActive: true,
      isViewersOwn: true,
    })
  })

  it('counts as break-glass members the active ones only', () => {
    const { breakglass } = locks(
      { type: 'require-sso' },
      {
        members: [
          member('ada', { is_breakglass: true }),
          member('ben', { is_breakglass: true, status: 'deleted' }),
          member('cleo', { is_breakglass: true, status: 'invited' }),
        ],
      },
    )
    expect(breakglass.map(({ label }) => label)).toEqual(['ada'])
  })
})

describe('lockOutDemands', () => {
  const nobody = { seen: 'all', breakglass: 'none', tested: [] } as const
  const demandsOf = (
    change: SsoChange,
    now: Parameters<typeof locks>[1],
    knowledge: Parameters<typeof lockOutDemands>[2] = nobody,
  ) => lockOutDemands(change, locks(change, now), knowledge)

  it('asks for proof, a break-glass member and the name before SSO is the only way', () => {
    expect(demandsOf({ type: 'require-sso' }, { members: [member('ada')] })).toEqual({
      proof: 'unproven',
      breakglass: true,
      typed: true,
    })
  })

  it('takes a passed test or a sign-in as proof, of an active connection only', () => {
    const change = { type: 'require-sso' } as const
    const tested = (id: string) => ({ ...nobody, tested: [id] })
    expect(demandsOf(change, { members: [member('ada')] }, tested('okta')).proof).toBeNull()
    expect(demandsOf(change, { members: [member('ada')] }, tested('gone')).proof).toBe('unproven')
    expect(demandsOf(change, { members: [member('b', { through: 'okta' })] }).proof).toBeNull()
  })

  it('asks for nothing where a mail lets everybody in', () => {
    expect(
      demandsOf(
        { type: 'delete', connectionId: 'okta' },
        { members: [] },
        { ...nobody, seen: 'none' },
      ),
    ).toEqual({ proof: null, breakglass: false, typed: false })
  })

  it('asks for the name where members cannot be seen, and not for what cannot be looked up', () => {
    expect(
      demandsOf(
        { type: 'break', connectionId: 'okta' },
        { organization: only('sso'), members: [] },
        { seen: 'none', breakglass: 'unknown', tested: [] },
      ),
    ).toEqual({ proof: null, breakglass: false, typed: true })
  })
})

/** The rules once more, small and independent: who is refused, as the service decides it. */
describe('the predicted set', () => {
  const methods: AuthMethod[] = ['sso', 'magic_link', 'email_otp', 'password', 'google_oauth']
  const arbitraryMember = fc.record({
    status: fc.constantFrom('active', 'invited', 'pending', 'deleted'),
    breakglass: fc.boolean(),
    password: fc.boolean(),
    google: fc.boolean(),
    through: fc.uniqueArray(fc.constantFrom('okta', 'entra', 'draft', 'gone')),
  })
  const arbitraryPolicy = fc.option(fc.uniqueArray(fc.constantFrom(...methods), { minLength: 1 }))
  const arbitraryChange: fc.Arbitrary<SsoChange> = fc.oneof(
    fc.record({
      type: fc.constantFrom('delete' as const, 'break' as const),
      connectionId: fc.constantFrom('okta', 'entra', 'draft'),
    }),
    fc.constant({ type: 'require-sso' as const }),
    fc.record({ type: fc.constant('set-methods' as const), methods: arbitraryPolicy }),
  )
  interface Person {
    status: string
    breakglass: boolean
    password: boolean
    google: boolean
    through: string[]
  }

  const getsIn = (person: Person, allowed: readonly string[] | null, active: readonly string[]) => {
    if (person.status === 'deleted') return false
    const may = (method: string) =>
      allowed === null || person.breakglass || allowed.includes(method)
    return (
      may('magic_link') ||
      may('email_otp') ||
      (may('password') && person.password) ||
      (may('google_oauth') && person.google) ||
      (may('sso') && person.through.some((id) => active.includes(id)))
    )
  }

  it('is who got in before and is refused afterwards', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryMember, { maxLength: 8 }),
        arbitraryPolicy,
        arbitraryChange,
        (people, allowed, change) => {
          const activeAfter = ['okta', 'entra'].filter(
            (id) => !('connectionId' in change) || change.connectionId !== id,
          )
          const allowedAfter =
            change.type === 'require-sso'
              ? ['sso']
              : change.type === 'set-methods'
                ? change.methods
                : allowed
          const expected = people.flatMap((person, index) =>
            getsIn(person, allowed, ['okta', 'entra']) && !getsIn(person, allowedAfter, activeAfter)
              ? [`member-${index}`]
              : [],
          )
          const members = people.map((person, index) => ({
            ...member(String(index)),
            status: person.status,
            is_breakglass: person.breakglass,
            member_password_id: person.password ? 'password' : '',
            oauth_registrations: person.google
              ? [
                  {
                    member_oauth_registration_id: 'r',
                    provider_subject: 's',
                    provider_type: 'Google',
                    profile_picture_url: null,
                    locale: null,
                  },
                ]
              : [],
            sso_registrations: person.through.flatMap(
              (id) => member('x', { through: id }).sso_registrations,
            ),
          }))
          const { locked } = lockOutOf(change, {
            members,
            viewer: ada,
            organization: allowed === null ? open : only(...allowed),
            connections: [connection('okta'), connection('entra'), connection('draft', 'pending')],
          })
          expect(locked.map(({ memberId }) => memberId)).toEqual(expected)
        },
      ),
      { numRuns: 400 },
    )
  })
})
