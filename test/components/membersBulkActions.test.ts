import { describe, expect, it } from 'vitest'
import type { MemberRole, RoleSource } from 'orgportal/client'
import {
  directRolesAfter,
  memberAfter,
  memberResult,
  skipReason,
  undoAction,
  type MemberAction,
  type MemberResult,
  type RunMember,
  type SkipReason,
} from '../../src/components/members/bulk/memberAction.ts'
import {
  createRunJournal,
  hasJournal,
  interruptedRuns,
} from '../../src/components/members/bulk/runJournal.ts'
import { changedMembers } from '../../src/components/members/bulk/changedMembers.ts'
import { createRun } from '../../src/components/members/bulk/createRun.ts'
import { lastManagers } from '../../src/components/members/bulk/lastManagers.ts'
import { createTestPortal } from 'orgportal/testing'
import { memberSource, type RunItem } from '../../src/components/members/bulk/memberSource.ts'
import { NO_FILTERS } from '../../src/components/members/membersAddress.ts'
import { quickWorld } from './quickWorld.ts'

const direct: RoleSource = { type: 'direct_assignment', details: {} }
const byDomain: RoleSource = { type: 'email_assignment', details: { email_domain: 'acme.example' } }
const given = (role_id: string): MemberRole => role(role_id, direct)
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
    const action = { type, roles: [], changeOf: {} } as MemberAction
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
    expect(directRolesAfter(undo, after).sort()).toEqual(['editor', 'viewer'])
  })

  it('takes back what it did itself, and nothing that somebody else did since', () => {
    const action: MemberAction = { type: 'addRoles', roles: ['viewer', 'auditor'] }
    const undo = undoAction(action, [{ id: 'member-1', result: memberResult(action, member()) }])
    if (undo === null) throw new Error('It can be undone.')
    const meanwhile = member({
      roles: [role('stytch_member', direct), ...['viewer', 'auditor', 'billing'].map(given)],
    })
    // The auditor goes; the viewer was one before; the editor was taken away, and billing given, by somebody else.
    expect(directRolesAfter(undo, meanwhile).sort()).toEqual(['billing', 'viewer'])
    const again = undoAction(undo, [{ id: 'member-1', result: memberResult(undo, meanwhile) }])
    expect(again).toEqual({
      type: 'restoreRoles',
      changeOf: { 'member-1': { add: ['auditor'], remove: [] } },
    })
  })
})

describe('whom an undo is for', () => {
  it('is also who was changed though the answer was lost, and nobody whom others changed', async () => {
    const lost = Object.assign(new Error('lost'), { name: 'NetworkError' })
    const tries = new Map<string, number>()
    const action: MemberAction = { type: 'deactivate' }
    const ids = ['done', 'lost', 'others']
    const run = createRun<RunItem, MemberResult, SkipReason>(
      {
        source: ids.map((id) => ({ id, member: member({ member_id: id }) })),
        idOf: ({ id }) => id,
        skip: () => null,
        send: ({ id }) => {
          const count = (tries.get(id) ?? 0) + 1
          tries.set(id, count)
          if (id === 'done') return Promise.resolve({ roleChange: null, rolesKept: [] })
          return Promise.reject(id === 'lost' && count === 1 ? lost : new Error('gone already'))
        },
        isAlready: ({ message }) => message === 'gone already',
      },
      quickWorld(),
    )
    await run.over()
    expect(run.getSnapshot().counts.done).toBe(3)
    expect(changedMembers(action, run.rows()).map(({ id }) => id)).toEqual(['done', 'lost'])
  })
})

describe('undoAction', () => {
  const changed = [{ id: 'member-1', result: { roleChange: null, rolesKept: [] } }]
  it('turns deactivation and reactivation round, and gives nothing for what is gone', () => {
    expect(undoAction({ type: 'deactivate' }, changed)).toEqual({ type: 'reactivate' })
    expect(undoAction({ type: 'reactivate' }, changed)).toEqual({ type: 'deactivate' })
    expect(undoAction({ type: 'revokeSessions' }, changed)).toBeNull()
    expect(undoAction({ type: 'deactivate' }, [])).toBeNull()
  })
})

function memoryStorage({ holds = Infinity } = {}) {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (value.length > holds) throw new Error('The quota has been exceeded.')
      items.set(key, value)
    },
    removeItem: (key: string) => void items.delete(key),
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() {
      return items.size
    },
  }
}

describe('the journal of a run', () => {
  const HOUR = 3_600_000
  const begin = (storage = memoryStorage()) => {
    const clock = { now: 0 }
    const open = (key: string) => createRunJournal(storage, key, () => clock.now)
    const read = () => interruptedRuns(storage, 'runs', clock.now)
    const journal = open('runs:1')
    const isKept = journal.begin({ type: 'deactivate' }, ['a', 'b', 'c', 'd', 'e'])
    journal.note(['done', 'skipped', 'sent', 'waiting', 'failed'])
    return { storage, clock, journal, isKept, open, read }
  }

  it('tells of a page that was closed what was done, what is not certain, and what was not started', () => {
    const { journal, isKept, read } = begin()
    expect(isKept).toBe(true)
    journal.note(['done', 'done', 'sent', 'waiting', 'failed'], { closed: true })
    expect(read()).toEqual([
      {
        key: 'runs:1',
        action: { type: 'deactivate' },
        total: 5,
        done: 2,
        uncertain: ['c'],
        notStarted: ['d'],
      },
    ])
  })

  it('says nothing while the page lives, and tells once it has been silent', () => {
    const { clock, read } = begin()
    expect(read()).toEqual([])
    clock.now = HOUR
    expect(read()).toMatchObject([{ done: 1, notStarted: ['d'] }])
  })

  it('keeps the runs of two tabs apart', () => {
    const { journal, open, read } = begin()
    const second = open('runs:2')
    second.begin({ type: 'reactivate' }, ['x', 'y'])
    second.note(['done', 'waiting'], { closed: true })
    expect(read()).toMatchObject([{ key: 'runs:2', notStarted: ['y'] }])
    journal.note(['done', 'done', 'done', 'waiting', 'waiting'], { closed: true })
    expect(read()).toMatchObject([
      { key: 'runs:1', notStarted: ['d', 'e'] },
      { key: 'runs:2', notStarted: ['y'] },
    ])
    second.clear()
    expect(read()).toMatchObject([{ key: 'runs:1' }])
  })

  it('is taken over by one page only, and given back where nothing comes of it', () => {
    const { journal, open, read } = begin()
    journal.note(['done', 'done', 'sent', 'waiting', 'failed'], { closed: true })
    const [one, other] = [open('runs:1'), open('runs:1')]
    expect([one.take(), other.take()]).toEqual([true, false])
    expect(read()).toEqual([])
    one.release()
    expect(read()).toMatchObject([{ uncertain: ['c'], notStarted: ['d'] }])
  })

  it('is gone a day after the last sign of life, and when it is cleared', () => {
    const { storage, clock, journal, read } = begin()
    clock.now = 20 * HOUR
    journal.note(['done', 'skipped', 'sent', 'waiting', 'failed'])
    clock.now = 40 * HOUR
    expect(read()).toHaveLength(1)
    clock.now = 45 * HOUR
    expect(read()).toEqual([])
    expect(hasJournal(storage, 'runs')).toBe(false)
    const other = begin()
    other.journal.clear()
    expect(other.storage.items.size).toBe(0)
  })

  it('says that it cannot be kept, and leaves nothing behind', () => {
    const { isKept, storage, journal } = begin(memoryStorage({ holds: 50 }))
    expect(isKept).toBe(false)
    journal.clear()
    expect(storage.items.size).toBe(0)
  })

  it('does without a storage that is blocked, and throws away what is broken', () => {
    const blocked = () => {
      throw new Error('blocked')
    }
    const storage = {
      getItem: blocked,
      setItem: blocked,
      removeItem: blocked,
      key: blocked,
      length: 1,
    }
    const journal = createRunJournal(storage, 'runs:1', () => 0)
    expect(journal.begin({ type: 'deactivate' }, ['a'])).toBe(false)
    journal.note(['waiting'])
    expect(interruptedRuns(storage, 'runs', 0)).toEqual([])
    expect(hasJournal(storage, 'runs')).toBe(false)
    const progress = JSON.stringify({ letters: 'w', at: 0, closed: true })
    for (const plan of [
      '{"action":',
      '{"action":{"type":"explode"},"ids":["a"]}',
      '{"action":{"type":"addRoles"},"ids":["a"]}',
      '{"action":{"type":"restoreRoles","changeOf":{"a":["x"]}},"ids":["a"]}',
      '{"action":{"type":"deactivate"},"ids":[1]}',
    ]) {
      const broken = memoryStorage()
      broken.setItem('runs:1', plan)
      broken.setItem('runs:1:progress', progress)
      expect(interruptedRuns(broken, 'runs', 0)).toEqual([])
      expect(broken.items.size).toBe(0)
    }
  })

  it('is of one member', () => {
    const { storage, journal } = begin()
    journal.note(['done', 'done', 'done', 'done', 'waiting'], { closed: true })
    expect(interruptedRuns(storage, 'run', 0)).toEqual([])
    expect(interruptedRuns(storage, 'runs:1', 0)).toEqual([])
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
