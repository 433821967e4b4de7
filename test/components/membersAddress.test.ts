import { describe, expect, it } from 'vitest'
import {
  membersParams,
  readMembersAddress,
  type MembersAddress,
} from '../../src/components/members/membersAddress.ts'

/** Numbers that look random and are the same each time. */
function createRandom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

const WORDS = ['ada', 'a,b', '100%', 'stytch_admin', 'rôle ü', '+49 30', '&=?#', '%2C', '', ' ']

function anyAddress(random: (below: number) => number): MembersAddress {
  const pick = <Item>(items: readonly Item[], otherwise: Item) =>
    items[random(items.length)] ?? otherwise
  const words = () =>
    [...new Set(Array.from({ length: random(4) }, () => pick(WORDS, 'x')))].filter(Boolean)
  const flag = () => pick([true, false, null], null)
  const page = random(3) + 1
  return {
    list: {
      filters: {
        search: pick(WORDS, ''),
        statuses: words(),
        roles: words(),
        breakglass: flag(),
        password: flag(),
        authenticatorApp: flag(),
        oauthProviders: words(),
      },
      page,
      cursor: page > 1 ? pick(['WzAsIjEiXQ==', null], null) : null,
      size: pick([25, 100, null], null),
    },
    screen: pick<MembersAddress['screen']>(
      [{ type: 'list' }, { type: 'invite' }, { type: 'member', memberId: 'member-test-1,2' }],
      { type: 'list' },
    ),
  }
}

/** As it comes back from a query string. */
function throughURL(params: Record<string, string | undefined>): Record<string, string> {
  const url = new URLSearchParams()
  for (const [key, value] of Object.entries(params)) if (value !== undefined) url.set(key, value)
  return Object.fromEntries(new URLSearchParams(url.toString()))
}

describe('the address of the member management', () => {
  it('says the same after it was written and read, whatever it is', () => {
    const random = createRandom(7)
    for (let round = 0; round < 500; round += 1) {
      const address = anyAddress(random)
      expect(readMembersAddress(throughURL(membersParams(address)))).toEqual(address)
    }
  })

  it('is empty for the plain first page', () => {
    expect(throughURL(membersParams(readMembersAddress({})))).toEqual({})
  })

  it.each([
    [{ page: '0' }],
    [{ page: '-3', cursor: 'x' }],
    [{ page: '1e99', size: '0' }],
    [{ size: '100000', role: '%' }],
    [{ breakglass: 'maybe', screen: 'nowhere' }],
  ])('passes over what makes no sense: %j', (params) => {
    expect(readMembersAddress(params)).toEqual(readMembersAddress({}))
  })
})
