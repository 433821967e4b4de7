import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { contradictions, openBrowser } from './tabs.ts'
import type { SimulatedBrowser } from './tabs.ts'

/** Random lives of one browser with up to three tabs. A failure prints its seed and path: hand them to `fc.assert`. */

const RUNS = 60
const session = { session_duration_minutes: 60 }

type Act = (browser: SimulatedBrowser) => unknown

interface Move {
  name: string
  act: Act
}

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date'],
  })
})
afterEach(() => {
  vi.useRealTimers()
})

const tab = fc.integer({ min: 0, max: 2 })

const move = (name: string, act: Act): Move => ({ name, act })

const signIn = fc
  .record({ at: tab, who: fc.constantFrom('admin', 'member', 'it-admin') })
  .map(({ at, who }) =>
    move(`tab ${String(at)} signs in as ${who}`, ({ emulator, tab: get }) =>
      get(at).magicLinks.authenticate({
        magic_links_token: emulator.createMagicLink(who).token,
        ...session,
      }),
    ),
  )

const badSignIn = tab.map((at) =>
  move(`tab ${String(at)} signs in with a made-up link`, ({ tab: get }) =>
    get(at).magicLinks.authenticate({ magic_links_token: 'made-up', ...session }),
  ),
)

/** Ends with a sign-in that lacks the second factor. */
const halfSignIn = tab.map((at) =>
  move(`tab ${String(at)} signs in without a second factor`, ({ emulator, tab: get }) => {
    const dmitri = Object.values(emulator.data.members).find(({ name }) => name === 'Dmitri Volkov')
    const { token } = emulator.createMagicLink(dmitri?.member_id ?? '')
    return get(at).magicLinks.authenticate({ magic_links_token: token, ...session })
  }),
)

const exchange = fc
  .record({ at: tab, slug: fc.constantFrom('northwind', 'tern') })
  .map(({ at, slug }) =>
    move(`tab ${String(at)} changes to ${slug}`, ({ emulator, tab: get }) => {
      const organization = Object.values(emulator.data.organizations).find(
        ({ organization_slug }) => organization_slug === slug,
      )
      return get(at).session.exchange({
        organization_id: organization?.organization_id ?? '',
        ...session,
      })
    }),
  )

const signOut = tab.map((at) =>
  move(`tab ${String(at)} signs out`, ({ tab: get }) => get(at).session.revoke()),
)

const calls: Record<string, (browser: SimulatedBrowser, at: number) => Promise<unknown>> = {
  'session.authenticate': ({ tab: get }, at) => get(at).session.authenticate(),
  'self.get': ({ tab: get }, at) => get(at).self.get(),
  'organization.get': ({ tab: get }, at) => get(at).organization.get(),
  'organization.update': ({ tab: get }, at) =>
    get(at).organization.update({ organization_name: 'Northwind Robots' }),
}

const call = fc
  .record({ at: tab, name: fc.constantFrom(...Object.keys(calls)) })
  .map(({ at, name }) =>
    move(`tab ${String(at)} calls ${name}`, (browser) => calls[name]?.(browser, at)),
  )

/** Two at the same moment. */
const race = fc
  .tuple(fc.oneof(call, exchange, signIn), fc.oneof(call, signOut, exchange))
  .map(([one, other]) =>
    move(`at once: ${one.name}; ${other.name}`, (browser) =>
      Promise.allSettled([one.act(browser), other.act(browser)]),
    ),
  )

const failure = fc.constantFrom(500, 429, 0).map((status) =>
  move(status === 0 ? 'the network fails' : `the server fails with ${String(status)}`, (browser) =>
    browser.emulator.faults.add({
      path: '/sdk/v1/b2b/*',
      ...(status === 0 ? { networkError: true } : { status }),
    }),
  ),
)

const reload = tab.map((at) =>
  move(`tab ${String(at)} is loaded anew`, ({ closeTab, tab: get }) => {
    closeTab(at)
    get(at)
  }),
)

const endElsewhere = fc.constant(
  move('the server ends all sessions', ({ emulator }) => {
    emulator.restore({ ...emulator.snapshot(), sessions: {} })
  }),
)

const wait = fc
  .constantFrom(1, 4, 11, 61)
  .map((minutes) =>
    move(`${String(minutes)} minutes pass`, () => vi.advanceTimersByTimeAsync(minutes * 60_000)),
  )

const moves = fc.array(
  fc.oneof(
    { arbitrary: signIn, weight: 4 },
    { arbitrary: exchange, weight: 3 },
    { arbitrary: call, weight: 3 },
    { arbitrary: race, weight: 3 },
    { arbitrary: wait, weight: 3 },
    signOut,
    badSignIn,
    halfSignIn,
    failure,
    reload,
    endElsewhere,
  ),
  { minLength: 1, maxLength: 12 },
)

async function live(steps: readonly Move[]): Promise<void> {
  const browser = openBrowser()
  const past: string[] = []
  try {
    for (const { name, act } of steps) {
      past.push(name)
      await browser.rest(Promise.resolve(act(browser)))
      expect(contradictions(browser), past.join('\n')).toEqual([])
    }
  } finally {
    browser.close()
  }
}

describe('any sequence of sign-in, exchange, expiry, sign-out and failure over three tabs', () => {
  it('leaves member, organization, session, cookies and storage in agreement', async () => {
    await fc.assert(fc.asyncProperty(moves, live), { numRuns: RUNS })
  }, 60_000)
})
