import { createEmulator, EMULATOR_PUBLIC_TOKEN, SEEDS } from 'orgportal/emulator'
import type { SeedName } from 'orgportal/emulator'
import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'

const seedNames = Object.keys(SEEDS).filter((name): name is SeedName => name in SEEDS)

/** The sample organization, and whoever opens a mail is signed in. */
const openSeeds = seedNames.filter(
  (name) => !['mfa', 'sso-only', 'agency', 'hundred-thousand-members'].includes(name),
)

describe('createEmulator', () => {
  it('keeps each emulator to itself', async () => {
    const [one, other] = [createApi(), createApi()]
    const session = await one.signIn('admin')
    expect(Object.keys(one.emulator.data.sessions)).toHaveLength(1)
    expect(Object.keys(other.emulator.data.sessions)).toHaveLength(0)
    const answer = await other.call('GET', '/sdk/v1/b2b/organizations/me', { session })
    expect(answer.text('error_type')).toBe('session_not_found')
  })

  it('makes the same ids and secrets in each run', async () => {
    const run = async () => {
      const api = createApi()
      const session = await api.signIn('it-admin')
      const created = await api.call('POST', '/sdk/v1/b2b/scim', { session })
      return [
        session,
        created.at('data.connection.connection_id'),
        created.at('data.connection.bearer_token'),
      ]
    }
    expect(await run()).toEqual(await run())
  })

  it('takes its randomness from the caller', () => {
    const token = (random: () => number) =>
      createEmulator({ random }).createMagicLink('admin').token
    expect(token(() => 0.1)).toBe(token(() => 0.1))
    expect(token(() => 0.1)).not.toBe(token(() => 0.2))
  })

  it('refuses a seed that there is none of, and names those that there are', () => {
    const build = (): unknown => Reflect.apply(createEmulator, undefined, [{ seed: 'nowhere' }])
    expect(build).toThrow(/no seed "nowhere".*sample, scim/)
  })

  it('answers as soon as a page can ask: creation takes well under 30 ms', () => {
    createEmulator()
    const started = performance.now()
    for (let count = 0; count < 10; count += 1) createEmulator()
    expect((performance.now() - started) / 10).toBeLessThan(30)
  })

  describe('clock', () => {
    it('ends sessions when it is put forward past their end', async () => {
      const api = createApi()
      const session = await api.signIn('admin', 30)
      api.emulator.clock.advance(29 * 60_000)
      expect((await api.call('GET', '/sdk/v1/b2b/organizations/me', { session })).status).toBe(200)
      api.emulator.clock.advance(60_000)
      expect(
        (await api.call('GET', '/sdk/v1/b2b/organizations/me', { session })).text('error_type'),
      ).toBe('session_not_found')
    })

    it('stands on the clock that it was given', () => {
      const start = Date.parse('2030-01-01T00:00:00Z')
      const { clock, data } = createEmulator({ seed: 'scim-expiring', clock: { now: () => start } })
      expect(clock.now()).toBe(start)
      clock.set(start + 1000)
      clock.advance(500)
      expect(clock.now()).toBe(start + 1500)
      const [connection] = Object.values(data.scim_connections)
      expect(connection?.bearer_token.expires_at).toBe('2030-01-13T00:00:00.000Z')
    })
  })

  describe('fetch', () => {
    it('takes an address with options, or a Request', async () => {
      const { fetch, baseUrl, publicToken } = createEmulator()
      const url = `${baseUrl}/sdk/v1/projects/bootstrap/${publicToken}`
      for (const response of [
        await fetch(url),
        await fetch(new URL(url)),
        await fetch(new Request(url)),
      ]) {
        expect(response.status).toBe(200)
      }
    })

    it('rejects with the reason of an aborted signal, and does not answer late', async () => {
      const { fetch, baseUrl, requests } = createEmulator({ latency: 50 })
      const controller = new AbortController()
      const pending = fetch(`${baseUrl}/sdk/v1/b2b/scim`, { signal: controller.signal })
      controller.abort(new Error('left the page'))
      await expect(pending).rejects.toThrow('left the page')
      await new Promise((resolve) => setTimeout(resolve, 80))
      expect(requests).toHaveLength(0)
      await expect(fetch(baseUrl, { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i)
    })

    it('holds answers back for the latency', async () => {
      const { call, emulator } = createApi({ latency: 40 })
      const timed = async () => {
        const started = performance.now()
        await call('GET', `/sdk/v1/projects/bootstrap/${EMULATOR_PUBLIC_TOKEN}`)
        return performance.now() - started
      }
      expect(await timed()).toBeGreaterThan(35)
      emulator.setLatency(0)
      expect(await timed()).toBeLessThan(35)
      expect(() => {
        emulator.setLatency(-1)
      }).toThrow(RangeError)
    })
  })

  describe('faults', () => {
    it('strikes as often as asked, where asked, and says when to come back', async () => {
      const { call, emulator } = createApi()
      emulator.faults.add({
        method: 'GET',
        path: '/sdk/v1/projects/*',
        status: 429,
        retry_after: 7,
        times: 2,
      })
      const bootstrap = () => call('GET', `/sdk/v1/projects/bootstrap/${EMULATOR_PUBLIC_TOKEN}`)
      for (let count = 0; count < 2; count += 1) {
        const struck = await bootstrap()
        expect(struck.status).toBe(429)
        expect(struck.headers.get('retry-after')).toBe('7')
        expect(struck.text('error_type')).toBe('too_many_requests')
      }
      expect((await bootstrap()).status).toBe(200)
    })

    it('strikes until cleared with times 0, and leaves other paths and methods alone', async () => {
      const fault = {
        method: 'POST',
        path: '/sdk/v1/events',
        status: 500,
        error_type: 'internal',
        times: 0,
      }
      const { call, emulator } = createApi({ faults: [fault] })
      for (let count = 0; count < 3; count += 1) {
        expect((await call('POST', '/sdk/v1/events', { body: [] })).text('error_type')).toBe(
          'internal',
        )
      }
      expect((await call('GET', '/sdk/v1/events')).status).toBe(501)
      expect((await call('POST', '/sdk/v1/eventsX')).status).toBe(501)
      emulator.faults.clear()
      expect((await call('POST', '/sdk/v1/events', { body: [] })).status).toBe(200)
    })

    it('strikes single requests of one path by what is in their bodies', async () => {
      const api = createApi()
      const session = await api.signIn('admin')
      const invite = (email_address: string) =>
        api.call('POST', '/sdk/v1/b2b/magic_links/email/invite', {
          session,
          body: { email_address },
        })
      const path = '/sdk/v1/b2b/magic_links/email/invite'
      api.emulator.faults.add({ path, bodyIncludes: '"two@northwind.example"', status: 503 })
      api.emulator.faults.add({ path, status: 429, retry_after: 3, bodyIncludes: 'three@' })
      const answers = []
      for (const name of ['one', 'two', 'three', 'two', 'three']) {
        answers.push((await invite(`${name}@northwind.example`)).status)
      }
      expect(answers).toEqual([200, 503, 429, 200, 200])
      expect(api.emulator.inbox.filter(({ template }) => template === 'invite')).toHaveLength(3)
      expect(api.emulator.faults.list()).toEqual([])
    })

    it('strikes each of many requests at a time once, when told to do so so often', async () => {
      const { call, emulator } = createApi()
      emulator.faults.add({ path: '*/events', bodyIncludes: 'x', status: 503, times: 3 })
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => call('POST', '/sdk/v1/events', { body: ['x'] })),
      )
      expect(answers.filter(({ status }) => status === 503)).toHaveLength(3)
    })

    it('can fail the network as a browser tells of it', async () => {
      const { call, emulator } = createApi()
      emulator.faults.add({ path: '*', networkError: true })
      await expect(call('POST', '/sdk/v1/events', { body: [] })).rejects.toThrow(
        new TypeError('Failed to fetch'),
      )
      expect(emulator.requests.at(-1)).toMatchObject({ path: '/sdk/v1/events', status: 0 })
      expect((await call('POST', '/sdk/v1/events', { body: [] })).status).toBe(200)
    })
  })

  it('logs requests with status and request id, and none to the control API', async () => {
    const { call, emulator } = createApi()
    await call('GET', '/_emulator')
    const answer = await call('GET', '/sdk/v1/b2b/scim')
    expect(emulator.requests).toEqual([
      {
        method: 'GET',
        path: '/sdk/v1/b2b/scim',
        status: 401,
        request_id: answer.at('request_id'),
        at: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
      },
    ])
  })

  it('begins anew on reset, from the same seed or another', async () => {
    const { emulator, signIn } = createApi({ seed: 'scim' })
    await signIn('admin')
    emulator.faults.add({ path: '*', status: 500, times: 0 })
    emulator.reset()
    expect(emulator.data.seed).toBe('scim')
    expect([emulator.data.sessions, emulator.inbox, emulator.requests]).toEqual([{}, [], []])
    expect(emulator.faults.list()).toEqual([])
    emulator.reset('sample')
    expect(emulator.data.scim_connections).toEqual({})
  })

  describe('snapshot', () => {
    it('is plain JSON from which another emulator goes on, sessions and all', async () => {
      const first = createApi({ seed: 'scim' })
      const session = await first.signIn('admin')
      const snapshot: unknown = JSON.parse(JSON.stringify(first.emulator.snapshot()))

      const second = createApi()
      second.emulator.restore(snapshot)
      const answer = await second.call('GET', '/sdk/v1/b2b/scim', { session })
      expect(answer.text('data.connection.display_name')).toBe('Northwind Okta directory')
    })

    it('makes no id twice after it was restored', async () => {
      const first = createApi()
      const before = await first.signIn('admin')
      const second = createApi()
      second.emulator.restore(first.emulator.snapshot())
      expect(await second.signIn('admin')).not.toBe(before)
    })

    it('is a copy: later changes do not reach it', async () => {
      const api = createApi()
      const snapshot = api.emulator.snapshot()
      await api.signIn('admin')
      expect(snapshot.sessions).toEqual({})
    })

    it.each([
      ['a text', 'nothing', /it is not an object: it is "nothing"/],
      ['an empty object', {}, /seed is not a text: it is missing/],
      [
        'a broken record',
        { ...createEmulator().snapshot(), members: { m: { member_id: 1 } } },
        /members\["m"\]\.organization_id is not a text/,
      ],
      [
        'a list for records',
        { ...createEmulator().snapshot(), scim_groups: [] },
        /scim_groups is not an object/,
      ],
    ])('refuses %s, says why and keeps what it has', (_what, value, message) => {
      const emulator = createEmulator()
      expect(() => {
        emulator.restore(value)
      }).toThrow(message)
      expect(emulator.data.seed).toBe('sample')
    })
  })

  describe('seeds', () => {
    it.each(openSeeds)('%s signs each persona in, and survives its own snapshot', async (seed) => {
      const api = createApi({ seed })
      expect(api.emulator.personas.map(({ id }) => id)).toEqual(Object.keys(SEEDS[seed].personas))
      for (const { id, member_id } of api.emulator.personas) {
        const session = await api.signIn(id)
        const me = await api.call('GET', '/sdk/v1/b2b/organizations/members/me', { session })
        expect(me.at('data.member.member_id')).toBe(member_id)
      }
      api.emulator.restore(api.emulator.snapshot())
    })

    it('mfa wants a second factor of everybody, which three of the personas have', async () => {
      const { call, emulator } = createApi({ seed: 'mfa' })
      const wanted = await Promise.all(
        emulator.personas.map(async ({ id }) => {
          const { token } = emulator.createMagicLink(id)
          const answer = await call('POST', '/sdk/v1/b2b/magic_links/authenticate', {
            body: { magic_links_token: token, session_duration_minutes: 60 },
          })
          expect(answer.at('data.member_authenticated')).toBe(false)
          return answer.at('data.mfa_required.member_options')
        }),
      )
      expect(wanted).toMatchObject([
        { mfa_phone_number: '+46701740600', totp_registration_id: '' },
        { mfa_phone_number: '', totp_registration_id: expect.stringMatching(/./) as unknown },
        {
          mfa_phone_number: '+46701740601',
          totp_registration_id: expect.stringMatching(/./) as unknown,
        },
        null,
        null,
      ])
    })

    it('sso-only lets one member in by mail, and sends the others to SSO', async () => {
      const { call, emulator } = createApi({ seed: 'sso-only' })
      const signIn = (person: string) =>
        call('POST', '/sdk/v1/b2b/magic_links/authenticate', {
          body: {
            magic_links_token: emulator.createMagicLink(person).token,
            session_duration_minutes: 60,
          },
        })
      const ada = await signIn('admin')
      expect(ada.at('data.primary_required')).toEqual({ allowed_auth_methods: ['sso'] })
      const olu = await signIn(memberNamed(emulator, 'Olu Adeyemi'))
      expect(olu.at('data.member_authenticated')).toBe(true)
    })

    it('agency has one person in many organizations, active, invited and free to join', async () => {
      const { call, emulator } = createApi({ seed: 'agency' })
      await call('POST', '/sdk/v1/b2b/magic_links/email/discovery/send', {
        body: { email_address: 'noor@brightside.example' },
      })
      const answer = await call('POST', '/sdk/v1/b2b/magic_links/discovery/authenticate', {
        body: { discovery_magic_links_token: emulator.inbox.at(-1)?.token },
      })
      const found = answer.at('data.discovered_organizations') as {
        membership: { type: string }
      }[]
      const count = (type: string) => found.filter(({ membership }) => membership.type === type)
      expect(count('active_member')).toHaveLength(7)
      expect(count('invited_member')).toHaveLength(1)
      expect(count('eligible_to_join_by_email_domain')).toHaveLength(2)
    })

    it('scim has 6 groups, 14 provisioned members, a group with two roles and an assignment of a gone group', () => {
      const { data } = createEmulator({ seed: 'scim' })
      expect(Object.values(data.scim_groups)).toHaveLength(6)
      expect(Object.values(data.members).filter(({ scim }) => scim)).toHaveLength(14)
      const [connection] = Object.values(data.scim_connections)
      const groupIds = connection?.assignments.map(({ group_id }) => group_id) ?? []
      expect(groupIds.filter((id) => !data.scim_groups[id])).toHaveLength(1)
      expect(groupIds.length).toBe(new Set(groupIds).size + 1)
    })

    it.each([
      ['ten-thousand-members', 10_000],
      ['hundred-thousand-members', 100_000],
    ] as const)(
      '%s has %d members, each with an id, an address and a number of its own',
      (seed, count) => {
        const { data } = createEmulator({ seed })
        const [northwind] = Object.values(data.organizations)
        const members = Object.values(data.members).filter(
          ({ organization_id }) => organization_id === northwind?.organization_id,
        )
        expect(members).toHaveLength(count)
        expect(new Set(members.map(({ email_address }) => email_address)).size).toBe(count)
        const numbers = members.map((member) => member.mfa_phone_number).filter(Boolean)
        expect(new Set(numbers).size).toBe(numbers.length)
        expect(numbers.filter((number) => !/^\+[1-9]\d{6,14}$/.test(number))).toEqual([])
      },
      60_000,
    )

    it('scim-500-groups has 500 groups with different names', () => {
      const groups = Object.values(createEmulator({ seed: 'scim-500-groups' }).data.scim_groups)
      expect(new Set(groups.map(({ group_name }) => group_name)).size).toBe(500)
    })
  })

  describe('createMagicLink', () => {
    it('makes a link for a persona or a member, and its mail lands in the inbox', () => {
      const emulator = createEmulator()
      const link = emulator.createMagicLink(memberNamed(emulator, 'Priya Nair'))
      expect(link.token_type).toBe('multi_tenant_magic_links')
      expect(new URL(link.url).searchParams.get('token')).toBe(link.token)
      expect(emulator.inbox).toMatchObject([
        { to: 'priya.nair@northwind.example', token: link.token },
      ])
    })

    it('throws for somebody whom the seed does not know', () => {
      expect(() => createEmulator().createMagicLink('nobody')).toThrow(
        /nobody.*Personas are: admin/,
      )
    })
  })
})
