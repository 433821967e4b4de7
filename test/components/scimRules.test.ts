import { describe, expect, it } from 'vitest'
import { cleanDisplayName, displayNameProblem } from '../../src/components/portal/displayName.ts'
import { guideFor } from '../../src/components/scim/guides/guideFor.ts'
import { identityProviders, knownProvider } from '../../src/components/scim/identityProviders.ts'
import {
  arrivalOf,
  filterGroups,
  provisionedUsers,
} from '../../src/components/scim/provisionedUsers.ts'
import { readScimAddress, scimParams } from '../../src/components/scim/scimAddress.ts'
import {
  ARRIVAL_STEP,
  currentSetupStep,
  readSetupProgress,
  writeSetupProgress,
} from '../../src/components/scim/setupProgress.ts'
import { tokenExpiry } from '../../src/components/scim/tokenExpiry.ts'
import { formatRelative } from '../../src/components/i18n/format.ts'
import { scimGuides } from '../../src/components/i18n/en/scimGuides.ts'

const day = 24 * 60 * 60 * 1000
const now = Date.parse('2026-11-21T12:00:00Z')
const at = (offset: number) => new Date(now + offset).toISOString()

describe('tokenExpiry', () => {
  it('is valid until 30 days ahead', () => {
    expect(tokenExpiry(at(30 * day + 1), now)).toEqual({ type: 'valid', daysLeft: 30 })
  })
  it('is expiring from 30 days ahead', () => {
    expect(tokenExpiry(at(30 * day), now)).toEqual({ type: 'expiring', daysLeft: 30 })
    expect(tokenExpiry(at(1), now)).toEqual({ type: 'expiring', daysLeft: 0 })
  })
  it('rounds days as every relative date does', () => {
    for (const offset of [11.4 * day, 11.6 * day, 12 * day - 1]) {
      const end = at(offset)
      const { daysLeft } = { daysLeft: null, ...tokenExpiry(end, now) }
      expect(formatRelative('en-GB', new Date(end), new Date(now))).toBe(
        `in ${String(daysLeft)} days`,
      )
    }
  })
  it('is expired from the very instant', () => {
    expect(tokenExpiry(at(0), now)).toEqual({ type: 'expired', daysAgo: 0 })
    expect(tokenExpiry(at(-3 * day), now)).toEqual({ type: 'expired', daysAgo: 3 })
  })
  it('is unknown where the date is missing or malformed', () => {
    for (const nothing of [null, undefined, '', 'soon']) {
      expect(tokenExpiry(nothing, now)).toEqual({ type: 'unknown' })
    }
  })
})

describe('displayNameProblem', () => {
  it('takes 1 to 128 characters, spaces around not counted', () => {
    expect(displayNameProblem('  x  ')).toBeNull()
    expect(displayNameProblem(` ${'x'.repeat(128)} `)).toBeNull()
  })
  it('says how long a name is that is too long', () => {
    expect(displayNameProblem('x'.repeat(10_000))).toEqual({
      type: 'too-long',
      length: 10_000,
      max: 128,
    })
  })
  it('calls white space empty', () => {
    expect(displayNameProblem(' \n\t ')).toEqual({ type: 'empty' })
  })
})

describe('cleanDisplayName', () => {
  it('turns line breaks of a paste into one space each, and drops spaces around it', () => {
    expect(cleanDisplayName(' Okta\r\n  workforce\n\nEU ')).toBe('Okta workforce EU')
  })
})

describe('knownProvider', () => {
  it('treats a provider that it does not know as generic', () => {
    expect(knownProvider('okta')).toBe('okta')
    expect(knownProvider('brand-new-idp')).toBe('generic')
  })
})

describe('guideFor', () => {
  it.each(identityProviders)('has words for every step and value of %s', (provider) => {
    const guide = guideFor(provider)
    const words = scimGuides.guides[provider]
    expect(guide.provider).toBe(provider)
    expect(guide.steps.map((step) => step.id)).toEqual(Object.keys(words.steps))
    for (const step of guide.steps) {
      const stepWords = words.steps[step.id]
      expect(stepWords?.actions.length, step.id).toBeGreaterThan(0)
      for (const value of step.values ?? []) {
        expect(stepWords?.labels?.[value.id], `${step.id} ${value.id}`).toBeTruthy()
        if (value.is === 'text') expect(stepWords?.texts?.[value.id]).toBeTruthy()
      }
    }
  })
  it.each(identityProviders)('hands out address and token once in the guide of %s', (provider) => {
    const kinds = guideFor(provider).steps.flatMap((step) =>
      (step.values ?? []).map((value) => value.is),
    )
    expect(kinds.filter((kind) => kind === 'base-url')).toHaveLength(1)
    expect(kinds.filter((kind) => kind === 'token')).toHaveLength(1)
  })
})

describe('readScimAddress', () => {
  it('reads back what scimParams wrote', () => {
    for (const address of [
      { screen: 'new' },
      { screen: 'setup', step: 'connection', dialog: null },
      { screen: 'setup', step: 'connection', dialog: 'rotate' },
      { screen: 'connection', dialog: 'delete' },
      { screen: 'connection', dialog: null },
    ] as const) {
      const params: Record<string, string> = {}
      for (const [name, value] of Object.entries(scimParams(address))) {
        if (value !== undefined) params[name] = value
      }
      expect(readScimAddress(params)).toEqual(address)
    }
  })
  it('opens the connection page for an address that makes no sense', () => {
    expect(readScimAddress({ screen: 'nowhere', dialog: 'explode' })).toEqual({
      screen: 'connection',
      dialog: null,
    })
  })
})

describe('setupProgress', () => {
  it('keeps ticked steps by connection', () => {
    writeSetupProgress(localStorage, 'c1', ['app', 'enable'])
    expect(readSetupProgress(localStorage, 'c1')).toEqual(['app', 'enable'])
    expect(readSetupProgress(localStorage, 'c2')).toEqual([])
  })
  it('takes a malformed entry, or no storage, for nothing ticked', () => {
    localStorage.setItem('orgportal:scim-setup:c1', '{not json')
    expect(readSetupProgress(localStorage, 'c1')).toEqual([])
    expect(readSetupProgress(null, 'c1')).toEqual([])
  })
  it('shows the step of the address, else the first that is not ticked', () => {
    const { steps } = guideFor('okta')
    expect(currentSetupStep(steps, [], 'groups')).toBe('groups')
    expect(currentSetupStep(steps, ['app'], 'no-such-step')).toBe('enable')
    expect(
      currentSetupStep(
        steps,
        steps.map((step) => step.id),
        null,
      ),
    ).toBe(ARRIVAL_STEP)
  })
})

describe('arrivalOf', () => {
  const group = (group_name: string) => ({
    group_id: `id-${group_name}`,
    group_name,
    organization_id: 'o',
    connection_id: 'c',
  })
  const user = {
    memberId: 'm',
    label: 'Ada',
    email: 'a@x.example',
    active: true,
    changedAt: at(-day),
  }

  it('waits until a user or a group is there', () => {
    expect(arrivalOf({ groups: [], users: [], loading: false })).toEqual({ type: 'waiting' })
    expect(arrivalOf({ groups: [], users: null, loading: false })).toEqual({ type: 'waiting' })
  })
  it('does not call it waiting while it is still being looked', () => {
    expect(arrivalOf({ groups: [], users: null, loading: true })).toEqual({ type: 'unknown' })
  })
  it('counts what has arrived and says when', () => {
    expect(arrivalOf({ groups: [group('Sales')], users: [user], loading: false })).toEqual({
      type: 'arrived',
      groups: 1,
      users: 1,
      lastChangeAt: user.changedAt,
    })
  })
  it('says nothing of users that the viewer may not see', () => {
    expect(arrivalOf({ groups: [group('Sales')], users: null, loading: true })).toMatchObject({
      groups: 1,
      users: null,
      lastChangeAt: null,
    })
  })
  it('finds groups by a part of the name, sorted', () => {
    const groups = [group('Sales US'), group('Finance'), group('sales EU')]
    expect(filterGroups(groups, ' SALES').map((found) => found.group_name)).toEqual([
      'sales EU',
      'Sales US',
    ])
  })
  it('counts nobody of another directory among the users', () => {
    expect(provisionedUsers([], 'c')).toEqual([])
  })
})
