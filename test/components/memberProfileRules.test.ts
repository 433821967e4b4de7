import { describe, expect, it } from 'vitest'
import type { Member, RoleSource } from 'orgportal/client'
import { createFactories } from 'orgportal/testing'
import {
  emailConsequences,
  emailWays,
  newEmailProblem,
} from '../../src/components/members/profile/emailChange.ts'
import { memberDirectory } from '../../src/components/members/profile/memberDirectory.ts'
import { metadataEntries } from '../../src/components/members/profile/metadataEntries.ts'
import {
  directRoles,
  memberRoleChanges,
  mergeRoles,
} from '../../src/components/members/profile/memberRoleChanges.ts'
import { ownAccessLost } from '../../src/components/members/profile/ownAccess.ts'
import { statusChange } from '../../src/components/members/status/statusChange.ts'

const make = createFactories()
const DIRECT: RoleSource = { type: 'direct_assignment', details: {} }
const SCIM: RoleSource = {
  type: 'scim_connection_group',
  details: { connection_id: 'scim', group_id: 'engineering' },
}
const SSO: RoleSource = { type: 'sso_connection', details: { connection_id: 'okta' } }
const DOMAIN: RoleSource = {
  type: 'email_assignment',
  details: { email_domain: 'northwind.example' },
}

function withRoles(roles: Record<string, RoleSource[]>): Pick<Member, 'roles'> {
  return {
    roles: Object.entries(roles).map(([role_id, sources]) => ({ role_id, sources })),
  }
}

describe('directRoles', () => {
  it('leaves out what comes from elsewhere, and what every member holds', () => {
    const member = withRoles({ stytch_member: [DIRECT], engineer: [DIRECT, SCIM], viewer: [SCIM] })
    expect(directRoles(member)).toEqual(['engineer'])
  })
})

describe('memberRoleChanges', () => {
  const member = withRoles({
    stytch_member: [DIRECT],
    engineer: [DIRECT, SCIM],
    billing_admin: [DIRECT],
    viewer: [SCIM],
    auditor: [DIRECT, SSO],
  })

  it('tells what is gained, and what is lost for good', () => {
    const changes = memberRoleChanges(member, ['engineer', 'auditor', 'it_admin'])
    expect(changes.gains).toEqual(['it_admin'])
    expect(changes.loses).toEqual(['billing_admin'])
    expect(changes.keeps).toEqual([])
  })

  it('tells what stays because it comes from elsewhere too', () => {
    const changes = memberRoleChanges(member, ['billing_admin', 'auditor'])
    expect(changes.loses).toEqual([])
    expect(changes.keeps).toEqual([{ roleId: 'engineer', sources: [SCIM] }])
  })

  it('tells what was held already', () => {
    const changes = memberRoleChanges(member, [...directRoles(member), 'viewer'])
    expect(changes.gains).toEqual([])
    expect(changes.secures).toEqual([{ roleId: 'viewer', sources: [SCIM] }])
  })

  it('names the connections whose sessions end', () => {
    expect(memberRoleChanges(member, ['engineer', 'billing_admin']).endsSessionsOf).toEqual([
      'okta',
    ])
    expect(memberRoleChanges(member, ['auditor']).endsSessionsOf).toEqual([])
  })
})

describe('mergeRoles', () => {
  it('puts my changes on top of theirs', () => {
    const merged = mergeRoles({
      base: ['engineer', 'viewer'],
      theirs: ['engineer', 'viewer', 'auditor'],
      mine: ['engineer', 'it_admin'],
    })
    expect(merged.sort()).toEqual(['auditor', 'engineer', 'it_admin'])
  })
})

describe('ownAccessLost', () => {
  const grants: Record<string, string[]> = {
    admin: ['search', 'update.settings.roles', 'create'],
    manager: ['search', 'create'],
  }
  const allows = (roleIds: readonly string[], resource: string, action: string) =>
    resource === 'stytch.member' && roleIds.some((roleId) => grants[roleId]?.includes(action))

  it('names what no remaining role allows', () => {
    expect(ownAccessLost(allows, ['admin', 'manager'], ['manager'])).toEqual(['roles'])
    expect(ownAccessLost(allows, ['admin'], [])).toEqual(['search', 'roles', 'create'])
  })

  it('is nothing where another role allows the same', () => {
    expect(ownAccessLost(allows, ['admin', 'manager'], ['admin'])).toEqual([])
  })
})

describe('emailWays', () => {
  it('offers proof by mail only to active members with a verified address', () => {
    expect(emailWays({ status: 'active', email_address_verified: true })).toEqual([
      'link',
      'code',
      'direct',
    ])
    expect(emailWays({ status: 'active', email_address_verified: false })).toEqual(['direct'])
    expect(emailWays({ status: 'pending', email_address_verified: true })).toEqual(['direct'])
  })
})

describe('newEmailProblem', () => {
  const member = { email_address: 'ada@northwind.example' }
  it.each([
    ['  ', 'empty'],
    ['ada', 'malformed'],
    ['ada@', 'malformed'],
    ['ADA@Northwind.example ', 'same'],
    ['ada@new.example', null],
  ])('judges "%s" as %s', (typed, problem) => {
    expect(newEmailProblem(typed, member)).toBe(problem)
  })
})

describe('emailConsequences', () => {
  const member = make.createMember({
    email_address: 'ada@northwind.example',
    member_password_id: 'password-1',
    ...withRoles({ viewer: [DOMAIN], engineer: [DOMAIN, DIRECT] }),
  })

  it('names the roles that only the former domain gives', () => {
    const there = emailConsequences(member, 'ada@elsewhere.example')
    expect(there).toMatchObject({ formerDomain: 'northwind.example', losesRoles: ['viewer'] })
    expect(there.password).toBe(true)
  })

  it('takes no role where the domain stays', () => {
    expect(emailConsequences(member, 'ada.l@Northwind.example').losesRoles).toEqual([])
  })
})

describe('statusChange', () => {
  it.each([
    ['invited', false, 'revoke'],
    ['active', true, 'deactivate'],
    ['pending', false, 'deactivate'],
    ['deleted', true, 'reactivate'],
    ['deleted', false, null],
    ['archived', true, null],
  ])('of %s with a verified address %s is %s', (status, email_address_verified, change) => {
    expect(statusChange({ status, email_address_verified })).toBe(change)
  })
})

describe('memberDirectory', () => {
  const registration = { connection_id: 'scim', registration_id: 'r', external_id: 'u-1' }
  it('names the directory as the organization does, and leaves the name open where it does not', () => {
    const organization = { scim_active_connection: { connection_id: 'scim', display_name: 'Okta' } }
    expect(memberDirectory({ scim_registration: registration }, organization)?.name).toBe('Okta')
    expect(memberDirectory({ scim_registration: registration }, null)?.name).toBeNull()
    expect(memberDirectory({ scim_registration: null }, organization)).toBeNull()
  })
})

describe('metadataEntries', () => {
  it('shows texts as they are and the rest as JSON, by key', () => {
    const entries = metadataEntries({ team: 'Drives', badge: 7, desk: { floor: 2 } })
    expect(entries.map(({ key }) => key)).toEqual(['badge', 'desk', 'team'])
    expect(entries.map(({ text }) => text)).toEqual(['7', '{\n  "floor": 2\n}', 'Drives'])
  })
})
