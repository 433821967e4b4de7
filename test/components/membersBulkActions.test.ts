import { describe, expect, it } from 'vitest'
import type { MemberRole, RoleSource } from 'orgportal/client'
import {
  directRolesAfter,
  memberAfter,
  memberResult,
  skipReason,
  undoAction,
  type MemberAction,
  type RunMember,
} from '../../src/components/members/bulk/memberAction.ts'
import { createRunJournal, hasJournal } from '../../src/components/members/bulk/runJournal.ts'
import { lastManagers } from '../../src/components/members/bulk/lastManagers.ts'
import { createTestPortal } from 'orgportal/testing'
import { memberSource } from '../../src/components/members/bulk/memberSource.ts'
import { NO_FILTERS } from '../../src/components/members/membersAddress.ts'

const direct: RoleSource = { type: 'direct_assignment', details: {} }
const byDomain: RoleSource = { type: 'email_assignment', details: { email_domain: 'acme.example' } }
const role = (role_id: string, ...sources: RoleSource[]): MemberRole => ({ role_id, sources })

const member = (fields: Partial<RunMember> = {}): RunMember => ({
  member_id: 'member-1',
  name: 'Ada',
  email_address: 'ada@acme.example',
  email_address_verified: true,
  status: 'active',
  roles: [role('stytch_member', direct), role('editor', direct), role('viewer', direct, byDomain)],
  ...fields,
})

const skips = (action: MemberAction, fields?: Partial<RunMember>) =>
  skipReason(action, member(fields), 'member-me')

describe('skipReason', () => {
  it.each<[MemberAction['type'], string, string | null]>([
    ['deactivate', 'active', null],
    ['deactivate', 'pending', null],
    ['deactivate', 'invited', 'invited'],
    ['deactivate', 'deleted', 'alreadyDeactivated'],
    ['reactivate', 'active', 'notDeactivated'],
    ['reactivate', 'deleted', null],
    ['resendInvitations', 'invited', null],
    ['resendInvitations', 'pending', null],
    ['resendInvitations', 'active', 'notPending'],
    ['revokeInvitations', 'invited', null],
    ['revokeInvitations', 'pending', 'notInvited'],
    ['revokeSessions', 'active', null],
    ['revokeSessions', 'invited', 'noSessions'],
    ['revokeSessions', 'deleted', 'deactivated'],
  ])('%s of somebody who is %s: %s', (type, status, reason) => {
    const action = { type, roles: [], rolesOf: {} } as MemberAction
    expect(skips(action, { status })).toBe(reason)
  })

  it('does not reactivate an address that was never verified', () => {
    expect(
      skips({ type: 'reactivate' }, { status: 'deleted', email_address_verified: false }),
    ).toBe('unverified')
  })

  it('leaves the viewer out of what would hurt', () => {
    const onMyself = (action: MemberAction) => skipReason(action, member(), 'member-1')
    expect(onMyself({ type: 'deactivate' })).toBe('self')
    expect(onMyself({ type: 'revokeSessions' })).toBe('self')
    expect(onMyself({ type: 'removeRoles', roles: ['editor'] })).toBe('self')
    expect(onMyself({ type: 'addRoles', roles: ['auditor'] })).toBeNull()
  })

  it('tells why a change of roles changes nothing', () => {
    expect(skips({ type: 'addRoles', roles: ['editor'] })).toBe('hasRoles')
    expect(skips({ type: 'addRoles', roles: ['editor', 'auditor'] })).toBeNull()
    expect(skips({ type: 'removeRoles', roles: ['auditor'] })).toBe('hasNoneOfRoles')
    const byDomainOnly = { roles: [role('stytch_member', direct), role('viewer', byDomain)] }
    expect(skips({ type: 'removeRoles', roles: ['viewer'] }, byDomainOnly)).toBe('notDirect')
    // To have it directly, too, is a change: the domain may lose it.
    expect(skips({ type: 'addRoles', roles: ['viewer'] }, byDomainOnly)).toBeNull()
  })
})

describe('a change of roles', () => {
  it('sends all direct roles and nothing else', () => {
    expect(directRolesAfter({ type: 'addRoles', roles: ['auditor', 'editor'] }, member())).toEqual([
      'editor',
      'viewer',
      'auditor',
    ])
    expect(directRolesAfter({ type: 'removeRoles', roles: ['viewer'] }, member())).toEqual([
      'editor',
    ])
  })

  it('knows what stays from other sources', () => {
    const action: MemberAction = { type: 'removeRoles', roles: ['viewer', 'editor'] }
    expect(memberResult(action, member()).rolesKept).toEqual(['viewer'])
    expect(memberAfter(action, member()).roles).toEqual([
      role('stytch_member', direct),
      role('viewer', byDomain),
    ])
  })

  it('is undone by what each had', () => {
    const action: MemberAction = { type: 'removeRoles', roles: ['editor'] }
    const undo = undoAction(action, [{ id: 'member-1', result: memberResult(action, member()) }])
    const after = member({ roles: memberAfter(action, member()).roles })
    if (undo === null) throw new Error('It can be undone.')
    expect(skipReason(undo, after, 'member-me')).toBeNull()
    expect(directRolesAfter(undo, after)).toEqual(['editor', 'viewer'])
  })
})

describe('undoAction', () => {
  const changed = [{ id: 'member-1', result: { rolesBefore: null, rolesKept: [] } }]
  it('turns deactivation and reactivation round, and gives nothing for what is gone', () => {
    expect(undoAction({ type: 'deactivate' }, changed)).toEqual({ type: 'reactivate' })
    expect(undoAction({ type: 'reactivate' }, changed)).toEqual({ type: 'deactivate' })
    expect(undoAction({ type: 'revokeSessions' }, changed)).toBeNull()
    expect(undoAction({ type: 'deactivate' }, [])).toBeNull()
  })
})

function memoryStorage() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

describe('the journal of a run', () => {
  const HOUR = 3_600_000
  const begin = () => {
    const storage = memoryStorage()
    const clock = { now: 0 }
    const journal = createRunJournal(storage, 'run', () => clock.now)
    journal.begin({ type: 'deactivate' }, ['a', 'b', 'c', 'd', 'e'])
    journal.note(['done', 'skipped', 'sent', 'waiting', 'failed'])
    return { storage, clock, journal }
  }

  it('tells of a page that was closed what was done, what is not certain, and what was not started', () => {
    const { journal } = begin()
    journal.note(['done', 'done', 'sent', 'waiting', 'failed'], { closed: true })
    expect(journal.read()).toEqual({
      action: { type: 'deactivate' },
      total: 5,
      done: 2,
      uncertain: ['c'],
      notStarted: ['d'],
    })
  })

  it('says nothing while the page lives, and tells once it has been silent', () => {
    const { clock, journal } = begin()
    expect(journal.read()).toBeNull()
    clock.now = HOUR
    expect(journal.read()).toMatchObject({ done: 1, notStarted: ['d'] })
  })

  it('is gone after a day, and when it is cleared', () => {
    const { storage, clock, journal } = begin()
    clock.now = 25 * HOUR
    expect(journal.read()).toBeNull()
    expect(hasJournal(storage, 'run')).toBe(false)
    const other = begin()
    other.journal.clear()
    expect(other.storage.items.size).toBe(0)
  })

  it('does without a storage that is full, blocked or broken', () => {
    const blocked = () => {
      throw new Error('blocked')
    }
    const storage = { getItem: blocked, setItem: blocked, removeItem: blocked }
    const journal = createRunJournal(storage, 'run', () => 0)
    journal.begin({ type: 'deactivate' }, ['a'])
    journal.note(['waiting'])
    expect(journal.read()).toBeNull()
    expect(hasJournal(storage, 'run')).toBe(false)
    const broken = memoryStorage()
    broken.setItem('run', '{"action":')
    broken.setItem('run:progress', '[]')
    expect(createRunJournal(broken, 'run', () => 0).read()).toBeNull()
  })
})

describe('memberSource', () => {
  it('asks for those who were named a hundred at a time, and knows who is gone', async () => {
    const ids = Array.from({ length: 150 }, (_, index) => `member-${String(index)}`)
    const asked: number[] = []
    const { nextPage } = memberSource({ type: 'ids', ids }, (input) => {
      asked.push(input.limit ?? 0)
      return Promise.resolve({ members: [], results_metadata: { total: 0 } })
    })
    const items = []
    for (let page = await nextPage(); page; page = await nextPage()) items.push(...page)
    expect(asked).toHaveLength(2)
    expect(items).toEqual(ids.map((id) => ({ id, member: null })))
  })

  it('asks for the same page again after it failed', async () => {
    const cursors: (string | undefined)[] = []
    const { nextPage } = memberSource(
      { type: 'matching', filters: NO_FILTERS, total: null, except: new Set() },
      ({ cursor }) => {
        cursors.push(cursor)
        if (cursors.length === 2) return Promise.reject(new Error('lost'))
        const next_cursor = cursors.length === 1 ? 'two' : ''
        return Promise.resolve({ members: [], results_metadata: { total: 0, next_cursor } })
      },
    )
    await nextPage()
    await expect(nextPage()).rejects.toThrow('lost')
    expect(await nextPage()).toEqual([])
    expect(await nextPage()).toBeNull()
    expect(cursors).toEqual([undefined, 'two', 'two'])
  })
})

describe('lastManagers', () => {
  it('names those whom a run would take the last management of roles from', async () => {
    const portal = await createTestPortal({ seed: 'sample' })
    const { search } = portal.client.organization.members
    const roleIds = new Set(['stytch_admin'])
    const { members } = await search({
      query: {
        operator: 'AND',
        operands: [{ filter_name: 'member_roles', filter_value: ['stytch_admin'] }],
      },
    })
    const admins = members.filter((one) => one.status === 'active')
    expect(admins.length).toBeGreaterThan(1)
    const items = admins.map((one) => ({ id: one.member_id, member: one }))
    const refused = await lastManagers({ type: 'deactivate' }, items, roleIds, search)
    expect(refused.sort()).toEqual(admins.map((one) => one.name).sort())
    expect(await lastManagers({ type: 'deactivate' }, items.slice(1), roleIds, search)).toEqual([])
    const asked = portal.requests().length
    expect(await lastManagers({ type: 'revokeSessions' }, items, roleIds, search)).toEqual([])
    expect(portal.requests()).toHaveLength(asked)
    portal.dispose()
  })
})
