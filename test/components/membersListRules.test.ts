import { describe, expect, it } from 'vitest'
import { activeFilters, withFilter } from '../../src/components/members/list/activeFilters.ts'
import {
  readListView,
  USUAL_VIEW,
  withColumn,
  withColumnMoved,
} from '../../src/components/members/list/listColumns.ts'
import { createCursorMemory } from '../../src/components/members/list/listMemory.ts'
import { findCursor, hops, placeOf } from '../../src/components/members/list/listRequest.ts'
import {
  secondFactor,
  shownRoleIds,
  signInMethods,
} from '../../src/components/members/list/memberFacts.ts'
import { NO_FILTERS } from '../../src/components/members/membersAddress.ts'
import {
  isSelected,
  NO_SELECTION,
  selectedOfPage,
  selectionCount,
  withMembers,
  type MemberSelection,
} from '../../src/components/members/list/selection.ts'
import { createFactories } from 'orgportal/testing'

/** A search over so many members, whose cursors are the number of the member before. */
const searchOf =
  (total: number, asked: number[] = []) =>
  ({ limit, cursor }: { limit: number; cursor: string | null }) => {
    asked.push(limit)
    const end = Number(cursor ?? 0) + limit
    return Promise.resolve({ next: end < total ? String(end) : null, total })
  }

describe('finding a page by its number', () => {
  it('takes one search for what it skips, or as many as the largest limit needs', () => {
    expect(hops(50)).toEqual([50])
    expect(hops(1000)).toEqual([1000])
    expect(hops(2450)).toEqual([1000, 1000, 450])
    expect(hops(0)).toEqual([])
  })

  it('gives what follows the members before it', async () => {
    const asked: number[] = []
    const found = await findCursor({ page: 50, size: 50 }, searchOf(9000, asked))
    expect(found).toEqual({ page: 50, cursor: '2450' })
    expect(asked).toEqual([1000, 1000, 450])
  })

  it.each([
    [{ page: 40, size: 25 }, 23, 1],
    [{ page: 40, size: 25 }, 100, 4],
    [{ page: 5, size: 25 }, 100, 4],
    [{ page: 3, size: 25 }, 0, 1],
  ])('comes to the last page from %j where there are %i members', async (place, total, page) => {
    expect(await findCursor(place, searchOf(total))).toEqual({ page, cursor: null })
  })

  it('remembers a cursor for its filters and size only', () => {
    const memory = createCursorMemory()
    const page = { filters: NO_FILTERS, size: 25, page: 2 }
    memory.remember(page, 'c')
    expect(memory.recall({ ...page })).toBe('c')
    expect(memory.recall({ ...page, size: 50 })).toBeNull()
    expect(memory.recall({ ...page, filters: { ...NO_FILTERS, roles: ['x'] } })).toBeNull()
  })

  it('has the size in the address only where a page depends on it', () => {
    const request = { filters: NO_FILTERS, size: 50, cursor: 'c' }
    expect(placeOf({ ...request, page: 2 })).toMatchObject({ size: 50, cursor: 'c' })
    expect(placeOf({ ...request, page: 1 })).toMatchObject({ size: null, cursor: null })
  })
})

describe('the filters', () => {
  const filters = {
    ...NO_FILTERS,
    search: ' ada ',
    statuses: ['active', 'invited'],
    breakglass: false,
  }

  it('are listed one value at a time, each with what is left without it', () => {
    expect(activeFilters(filters).map(({ name, value }) => [name, value])).toEqual([
      ['search', 'ada'],
      ['statuses', 'active'],
      ['statuses', 'invited'],
      ['breakglass', 'no'],
    ])
    expect(activeFilters(filters)[1]?.without).toEqual({ ...filters, statuses: ['invited'] })
    expect(activeFilters(filters)[3]?.without).toEqual({ ...filters, breakglass: null })
  })

  it('of what is or is not take the last choice, and none', () => {
    expect(withFilter(filters, 'password', ['no', 'yes']).password).toBe(true)
    expect(withFilter(filters, 'password', ['no']).password).toBe(false)
    expect(withFilter(filters, 'breakglass', []).breakglass).toBeNull()
  })
})

describe('how the list is seen', () => {
  it('is as usual where what was stored makes no sense', () => {
    for (const stored of [undefined, null, 'dense', 3, [], {}]) {
      expect(readListView(stored)).toEqual(USUAL_VIEW)
    }
    expect(
      readListView({ columns: ['roles', 'hat', 'roles', 'name'], density: 'dense', size: 7 }),
    ).toEqual({ columns: ['roles'], density: 'dense', size: 25 })
  })

  it('shows, hides and moves columns within what there is', () => {
    const view = { ...USUAL_VIEW, columns: ['email', 'roles'] as const }
    expect(withColumn(view, 'mfa', true).columns).toEqual(['email', 'roles', 'mfa'])
    expect(withColumn(view, 'email', false).columns).toEqual(['roles'])
    expect(withColumnMoved(view, 'roles', -1).columns).toEqual(['roles', 'email'])
    expect(withColumnMoved(view, 'roles', 1)).toBe(view)
    expect(withColumnMoved(view, 'mfa', 1)).toBe(view)
  })
})

describe('what a row says', () => {
  it('leaves out the role that everybody has where there are others', () => {
    const roles = (...ids: string[]) => ({
      roles: ids.map((role_id) => ({ role_id, sources: [] })),
    })
    expect(shownRoleIds(roles('stytch_member', 'a', 'a'))).toEqual(['a'])
    expect(shownRoleIds(roles('stytch_member'))).toEqual(['stytch_member'])
    expect(shownRoleIds(roles())).toEqual([])
  })

  it('tells each way of signing in once', () => {
    const google = {
      member_oauth_registration_id: 'r',
      provider_subject: 's',
      provider_type: 'Google',
      profile_picture_url: null,
      locale: null,
    }
    expect(
      signInMethods({
        sso_registrations: [],
        oauth_registrations: [google, google],
        member_password_id: 'p',
      }),
    ).toEqual(['google', 'password'])
  })

  it('counts a phone number once it is verified, and what the organization requires', () => {
    const member = {
      mfa_enrolled: false,
      mfa_phone_number: '+15005550006',
      mfa_phone_number_verified: false,
      totp_registration_id: '',
    }
    expect(secondFactor(member, { requiredForAll: true })).toEqual({
      required: true,
      factors: 'none',
    })
    expect(
      secondFactor(
        { ...member, mfa_phone_number_verified: true, totp_registration_id: 't' },
        { requiredForAll: false },
      ),
    ).toEqual({ required: false, factors: 'both' })
  })
})

describe('a selection', () => {
  const { createMember } = createFactories()
  const [ada, ben, cleo] = ['ada', 'ben', 'cleo'].map((member_id) => createMember({ member_id }))
  if (!ada || !ben || !cleo) throw new Error('three members are needed')

  it('of picked members grows and shrinks over pages', () => {
    const picked = withMembers(withMembers(NO_SELECTION, [ada, ben], true), [ben], false)
    expect(selectionCount(picked)).toBe(1)
    expect(selectedOfPage(picked, [ada, ben])).toBe('some')
    expect(selectedOfPage(picked, [ada])).toBe('all')
    expect(selectedOfPage(picked, [cleo])).toBe('none')
  })

  it('of all that match leaves out whom one takes out, and counts so', () => {
    const all: MemberSelection = {
      type: 'matching',
      filters: NO_FILTERS,
      total: 4212,
      except: new Set(),
    }
    const some = withMembers(all, [ada], false)
    expect(isSelected(some, 'ada')).toBe(false)
    expect(isSelected(some, 'somebody-on-another-page')).toBe(true)
    expect(selectionCount(some)).toBe(4211)
    expect(selectionCount(withMembers(some, [ada], true))).toBe(4212)
  })
})
