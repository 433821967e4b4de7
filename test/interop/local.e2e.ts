import { expect, test } from './fixtures.ts'
import type { Told } from './page.ts'

/** What the clients answer by themselves, what they tell those who listen, and what they say of themselves. */

const session = { session_duration_minutes: 60 }

const reads: [string, ...unknown[]][] = [
  ['organization.getSync'],
  ['organization.getInfo'],
  ['self.getSync'],
  ['self.getInfo'],
  ['member.getSync'],
  ['session.getSync'],
  ['session.getInfo'],
  ['session.getTokens'],
  ['rbac.isAuthorized', 'stytch.scim', 'create'],
  ['rbac.isAuthorized', 'document', 'shred'],
  ['rbac.isAuthorizedSync', 'stytch.scim', 'create'],
  ['rbac.isAuthorizedSync', 'nothing', 'at all'],
  ['rbac.allPermissions'],
  ['parseAuthenticateUrl'],
  ['parseAuthenticateUrl', 'http://localhost/?stytch_token_type=oauth&token=one'],
  ['parseAuthenticateUrl', 'http://localhost/?stytch_token_type=multi_tenant_passwords&token=one'],
  ['parseAuthenticateUrl', 'http://localhost/?stytch_token_type=&token=one'],
  ['authenticateByUrl', session],
  ['authenticateByUrl', session, 'http://localhost/?stytch_token_type=other&token=one'],
]

const followed = [
  'organization.onChange',
  'self.onChange',
  'member.onChange',
  'session.onChange',
  'onStateChange',
]

test('reads, signed out, signed in and after a reload', async ({ expectSame }) => {
  await expectSame('reads', async ({ attempt, signIn, reload }) => {
    for (const [name, ...args] of reads) await attempt(name, ...args)
    await signIn('admin')
    for (const [name, ...args] of reads) await attempt(name, ...args)
    await reload()
    for (const [name, ...args] of reads) await attempt(name, ...args)
  })
})

test('tells those who listen of the same changes', async ({ expectSame }) => {
  const heard: unknown[][] = []
  await expectSame('listeners', async (visit) => {
    const known = new Map<string, string>()
    await visit.page.evaluate((names) => {
      for (const name of names) window.interop.follow(name)
    }, followed)
    const mine: unknown[] = []
    const listen = async (what: string) => {
      mine.push(what, news(await visit.page.evaluate(() => window.interop.heard())))
    }
    await visit.signIn('admin')
    await listen('signed in')
    await visit.call('organization.update', { organization_name: 'Northwind Robots' })
    await listen('organization changed')
    await visit.call('self.get')
    await listen('nothing changed')
    await visit.call('self.update', { name: 'Ada' })
    await listen('member changed')
    await visit.call('session.revoke')
    await listen('signed out')
    heard.push(mine)
    /** The last that each listener was told; repeated by the official client whenever anything has changed. */
    function news(all: Told[]): Told[] {
      return all.filter(({ name, value }) => {
        const text = JSON.stringify(value)
        const isNew = known.get(name) !== text
        known.set(name, text)
        return isNew
      })
    }
  })
  expect(heard[1]).toEqual(heard[0])
})

test('updateSession puts tokens of a host’s backend into the cookies', async ({ expectSame }) => {
  await expectSame('updateSession', async (visit) => {
    await visit.signIn('admin')
    const tokens = await visit.call('session.getTokens')
    await visit.forget()
    await visit.attempt('session.updateSession', tokens)
    await visit.call('session.authenticate')
    await visit.call('organization.get')
  })
})

test('names, path and reach of the cookies are the host’s', async ({ expectSame }) => {
  await expectSame(
    'cookieOptions',
    async (visit) => {
      await visit.signIn('admin')
      await visit.call('session.authenticate')
      await visit.call('session.revoke')
    },
    {
      cookieOptions: {
        opaqueTokenCookieName: 'one',
        jwtCookieName: 'two',
        istCookieName: 'three',
        availableToSubdomains: true,
        path: '/',
      },
    },
  )
})

test('posts the same events', async ({ walkBoth }) => {
  const events: unknown[] = []
  await walkBoth(async (visit) => {
    // Longer than a batch is gathered for; what a page before this one sends as it goes comes first.
    await visit.page.waitForTimeout(1500)
    events.push(visit.eventsSent().at(-1))
  })
  expect(events[0]).toMatchObject({ method: 'POST', path: '/sdk/v1/events' })
  expect(events[1]).toEqual(events[0])
})
