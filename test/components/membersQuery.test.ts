import { describe, expect, it } from 'vitest'
import { NO_FILTERS } from '../../src/components/members/membersAddress.ts'
import { isTooShort, searchQuery } from '../../src/components/members/searchQuery.ts'
import { createTestPortal } from 'orgportal/testing'

const operandsOf = (search: string) => searchQuery({ ...NO_FILTERS, search })?.operands

describe('the query of the search box', () => {
  it.each([
    [' ada ', { filter_name: 'member_email_fuzzy', filter_value: 'ada' }],
    ['+49 (30) 123', { filter_name: 'member_mfa_phone_number_fuzzy', filter_value: '+4930123' }],
    [
      'ada+work@northwind',
      { filter_name: 'member_email_fuzzy', filter_value: 'ada+work@northwind' },
    ],
    ['member-test-1a2b', { filter_name: 'member_ids', filter_value: ['member-test-1a2b'] }],
  ])('searches %j by what it looks like', (text, operand) => {
    expect(operandsOf(text)).toEqual([operand])
  })

  it.each(['', '  ', 'ad', ' +4 ', '+ ( )'])('searches nothing by %j', (text) => {
    expect(operandsOf(text)).toBeUndefined()
  })

  it('calls too short what is typed and has fewer than three characters', () => {
    expect(['', ' a ', 'ad', 'ada'].map(isTooShort)).toEqual([false, true, true, false])
  })

  it('is one that the API takes, with every filter at once', async () => {
    const portal = await createTestPortal()
    const query = searchQuery({
      search: 'north',
      statuses: ['active', 'deleted'],
      roles: ['stytch_admin'],
      breakglass: true,
      password: false,
      authenticatorApp: false,
      oauthProviders: ['google'],
    })
    expect(query?.operands).toHaveLength(7)
    const answer = await portal.client.organization.members.search({
      limit: 10,
      ...(query && { query }),
    })
    expect(answer.results_metadata.total).toBeGreaterThanOrEqual(0)
    portal.dispose()
  })
})
