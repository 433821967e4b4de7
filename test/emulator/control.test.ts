import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'

describe('/_emulator', () => {
  it('tells its state: seed, seeds, personas, time, latency, faults', async () => {
    const { call } = createApi({ clock: { now: () => Date.parse('2030-01-01T00:00:00Z') } })
    const state = await call('GET', '/_emulator')
    expect(state.at('seed')).toBe('sample')
    expect(state.at('now')).toBe('2030-01-01T00:00:00.000Z')
    expect([state.at('latency'), state.at('faults')]).toEqual([0, []])
    expect(state.at('personas.1')).toMatchObject({ id: 'it-admin', name: 'Ines Okafor' })
    expect(state.at('seeds')).toContainEqual({
      name: 'scim-empty',
      description: expect.any(String) as unknown,
    })
    expect((await call('GET', '/_emulator/personas')).at('personas')).toEqual(state.at('personas'))
  })

  it('seeds and resets, which ends all sessions', async () => {
    const { call, signIn } = createApi()
    const session = await signIn('admin')
    expect((await call('POST', '/_emulator/seed', { body: { seed: 'scim' } })).at('seed')).toBe(
      'scim',
    )
    expect((await call('GET', '/sdk/v1/b2b/scim', { session })).at('error_type')).toBe(
      'session_not_found',
    )
    expect((await call('POST', '/_emulator/reset')).at('seed')).toBe('scim')
    const unknown = await call('POST', '/_emulator/seed', { body: { seed: 'nowhere' } })
    expect([unknown.status, unknown.at('error_type')]).toEqual([400, 'unknown_seed'])
    expect(unknown.text('error_message')).toMatch(/sample, scim, scim-empty/)
  })

  it('sets the clock, and moves it on', async () => {
    const { call } = createApi({ clock: { now: () => 0 } })
    const clock = async (body: object) =>
      (await call('POST', '/_emulator/clock', { body })).at('now')
    expect(await clock({ now: '2031-05-01T12:00:00Z' })).toBe('2031-05-01T12:00:00.000Z')
    expect(await clock({ advance_ms: 1500 })).toBe('2031-05-01T12:00:01.500Z')
    expect(await clock({ now: 60_000 })).toBe('1970-01-01T00:01:00.000Z')
    for (const body of [
      {},
      { now: 'soon' },
      { now: 1e300 },
      { now: -1 },
      { advance_ms: 'a lot' },
      { advance_ms: 1e300 },
      { advance_ms: -1e9 },
    ]) {
      expect((await call('POST', '/_emulator/clock', { body })).status).toBe(400)
    }
    expect((await call('GET', '/_emulator')).at('now')).toBe('1970-01-01T00:01:00.000Z')
  })

  it('sets faults and takes them away', async () => {
    const { call } = createApi()
    const fault = {
      method: 'GET',
      path: '/sdk/v1/b2b/*',
      bodyIncludes: '',
      status: 503,
      times: 0,
    }
    const state = await call('POST', '/_emulator/faults', { body: fault })
    expect(state.at('faults.0')).toMatchObject(fault)
    expect((await call('GET', '/sdk/v1/b2b/scim')).status).toBe(503)
    expect((await call('DELETE', '/_emulator/faults')).at('faults')).toEqual([])
    expect((await call('GET', '/sdk/v1/b2b/scim')).status).toBe(401)
    for (const body of [{ path: '/x' }, { status: 500 }, { path: '/x', status: 200 }]) {
      expect((await call('POST', '/_emulator/faults', { body })).status).toBe(400)
    }
  })

  it('sets the latency, from which it is exempt itself', async () => {
    const { call } = createApi()
    expect(
      (await call('POST', '/_emulator/latency', { body: { latency: 5000 } })).at('latency'),
    ).toBe(5000)
    expect((await call('POST', '/_emulator/latency', { body: { latency: 0 } })).at('latency')).toBe(
      0,
    )
    expect((await call('POST', '/_emulator/latency', { body: { latency: -1 } })).status).toBe(400)
    expect((await call('POST', '/_emulator/latency', { body: {} })).status).toBe(400)
  })

  it('makes sign-in links for personas, which land in the inbox', async () => {
    const { call } = createApi()
    const link = await call('POST', '/_emulator/personas/auditor/magic-link')
    const inbox = await call('GET', '/_emulator/inbox')
    expect(inbox.at('messages.0')).toMatchObject({
      to: 'aiko.tanaka@northwind.example',
      token: link.at('token'),
      url: link.at('url'),
    })
    const nobody = await call('POST', '/_emulator/personas/nobody/magic-link')
    expect([nobody.status, nobody.at('error_type')]).toEqual([404, 'member_not_found'])
  })

  it('shows the requests that were made', async () => {
    const { call } = createApi()
    await call('GET', '/sdk/v1/b2b/scim')
    expect((await call('GET', '/_emulator/requests')).at('requests')).toMatchObject([
      { method: 'GET', path: '/sdk/v1/b2b/scim', status: 401 },
    ])
  })

  it('shows SCIM connections with live tokens, and what was pushed with them', async () => {
    const { call } = createApi({ seed: 'scim-rotating' })
    const scim = await call('GET', '/_emulator/scim')
    const base = new URL(scim.text('connections.0.base_url'))
    for (const token of ['bearer_token', 'next_bearer_token']) {
      const users = await call('GET', `${base.pathname}/Users?count=1`, {
        headers: { authorization: `Bearer ${scim.text(`connections.0.${token}`)}` },
      })
      expect(users.status).toBe(200)
    }
    expect((await call('GET', '/_emulator/scim/log')).at('requests')).toMatchObject([
      { method: 'GET', status: 200, token: 'current' },
      { method: 'GET', status: 200, token: 'next' },
    ])
  })

  it('gives and takes snapshots', async () => {
    const { call, emulator } = createApi({ seed: 'scim' })
    const snapshot: unknown = JSON.parse(JSON.stringify(emulator.snapshot()))
    await call('POST', '/_emulator/seed', { body: { seed: 'sample' } })
    expect((await call('PUT', '/_emulator/snapshot', { body: snapshot })).at('seed')).toBe('scim')
    expect((await call('GET', '/_emulator/snapshot')).at('scim_groups')).toEqual(
      emulator.data.scim_groups,
    )
    const refused = await call('PUT', '/_emulator/snapshot', { body: { seed: 'x' } })
    expect([refused.status, refused.at('error_type')]).toEqual([400, 'invalid_snapshot'])
    expect(emulator.data.seed).toBe('scim')
  })

  it('takes a seed of one’s own, which is then what reset goes back to', async () => {
    const { call, emulator } = createApi()
    const seed = {
      name: 'acme',
      organizations: [
        { organization_name: 'Acme', members: [{ email_address: 'ana@acme.example' }] },
      ],
    }
    const state = await call('POST', '/_emulator/seed', { body: { seed } })
    expect(state.at('seed')).toBe('acme')
    expect(state.at('seeds.0')).toEqual({ name: 'acme', description: '' })
    expect(state.at('personas')).toMatchObject([{ email_address: 'ana@acme.example' }])
    emulator.createMagicLink('person-1')
    expect((await call('POST', '/_emulator/reset')).at('seed')).toBe('acme')
    const wrong = await call('POST', '/_emulator/seed', { body: { seed: { organizations: [{}] } } })
    expect([wrong.status, wrong.at('error_type')]).toEqual([400, 'invalid_seed'])
    expect(wrong.text('error_message')).toContain(
      'seed.organizations[0].organization_name is required',
    )
    expect(emulator.data.seed).toBe('acme')
  })

  it('changes settings of the project, those that are named', async () => {
    const { call, emulator } = createApi()
    const before = emulator.snapshot().project
    const changed = await call('POST', '/_emulator/project', {
      body: {
        pkce_required: { email_magic_links: true },
        captcha: { enabled: true, site_key: 'key' },
        slug_pattern: 'https://{{slug}}.app.example',
        passwords: { strategy: 'luds' },
        max_session_minutes: 120,
      },
    })
    expect(changed.at('project')).toEqual({
      ...before,
      pkce_required: { ...before.pkce_required, email_magic_links: true },
      captcha: { enabled: true, site_key: 'key' },
      slug_pattern: 'https://{{slug}}.app.example',
      passwords: { ...before.passwords, strategy: 'luds' },
      max_session_minutes: 120,
    })
    expect((await call('GET', '/_emulator/project')).at('project')).toEqual(changed.at('project'))
    const bootstrap = await call('GET', `/sdk/v1/projects/bootstrap/${emulator.publicToken}`)
    expect(bootstrap.at('data')).toMatchObject({
      pkce_required_for_email_magic_links: true,
      captcha_settings: { enabled: true, siteKey: 'key' },
      slug_pattern: 'https://{{slug}}.app.example',
    })
    await call('POST', '/_emulator/project', { body: { slug_pattern: null } })
    expect(emulator.data.project.slug_pattern).toBe(null)
  })

  it('gives the project another public token, which then is the one', async () => {
    const { call, emulator } = createApi()
    await call('POST', '/_emulator/project', { body: { public_token: 'public-token-test-mine' } })
    expect(emulator.publicToken).toBe('public-token-test-mine')
    expect((await call('GET', '/sdk/v1/projects/bootstrap/public-token-test-mine')).status).toBe(
      200,
    )
  })

  it.each([
    [{ opaque: true }, /opaque is not known\. Did you mean opaque_tokens\?/],
    [{ opaque_tokens: 'yes' }, /opaque_tokens must be true or false; it is "yes"/],
    [{ pkce_required: { saml: true } }, /pkce_required\.saml is not known/],
    [{ max_session_minutes: 4 }, /max_session_minutes must be a whole number from 5 to 527040/],
    [{ redirect_urls: { login: 'nowhere' } }, /redirect_urls\.login must be an address/],
    [{ slug_pattern: 'https://app.example' }, /slug_pattern must contain \{\{slug\}\}/],
    [{ captcha: { enabled: true } }, /captcha needs a site_key/],
    [{ public_token: '' }, /public_token is required/],
    [{ rbac_policy: { roles: [{}] } }, /rbac_policy\.roles\[0\]\.role_id is required/],
  ])('refuses %j for the project, and changes nothing', async (body, message) => {
    const { call, emulator } = createApi()
    const before = emulator.snapshot()
    const answer = await call('POST', '/_emulator/project', { body })
    expect([answer.status, answer.at('error_type')]).toEqual([400, 'invalid_project'])
    expect(answer.text('error_message')).toMatch(message)
    expect(emulator.snapshot()).toEqual(before)
  })

  describe('inbox', () => {
    async function send(api: ReturnType<typeof createApi>) {
      for (const person of ['admin', 'auditor', 'admin']) api.emulator.createMagicLink(person)
      const { data } = api.emulator
      data.inbox.push({
        message_id: 'message-test-sms',
        channel: 'sms',
        template: 'sms_otp',
        to: '+46701740605',
        subject: '',
        text: 'Code 123456',
        code: '123456',
        sent_at: '2030-01-01T00:00:00Z',
      })
      const all = await api.call('GET', '/_emulator/inbox')
      return (all.at('messages') as { message_id: string }[]).map(({ message_id }) => message_id)
    }

    it('is filtered by address, template, channel, and what came before', async () => {
      const api = createApi()
      const ids = await send(api)
      const found = async (query: string) => {
        const answer = await api.call('GET', `/_emulator/inbox?${query}`)
        return (answer.at('messages') as { message_id: string }[]).map(({ message_id }) =>
          ids.indexOf(message_id),
        )
      }
      expect(await found('to=ADA.lovelace@northwind.example')).toEqual([0, 2])
      expect(await found('template=sms_otp')).toEqual([3])
      expect(await found('channel=email')).toEqual([0, 1, 2])
      expect(await found('to=+46701740605')).toEqual([3])
      expect(await found(`after=${ids[0] ?? ''}&channel=email`)).toEqual([1, 2])
      const one = await api.call('GET', `/_emulator/inbox/${ids[3] ?? ''}`)
      expect(one.at('message.code')).toBe('123456')
      expect((await api.call('GET', '/_emulator/inbox/none')).status).toBe(404)
      for (const query of ['from=x', 'channel=post', 'wait=-1', 'wait=61', 'wait=soon']) {
        expect((await api.call('GET', `/_emulator/inbox?${query}`)).status).toBe(400)
      }
    })

    it('waits for the next message, and no longer than asked', async () => {
      const { call, emulator } = createApi()
      const waiting = call('GET', '/_emulator/inbox?to=ada.lovelace@northwind.example&wait=10')
      emulator.createMagicLink('auditor')
      await new Promise((resolve) => setTimeout(resolve, 50))
      emulator.createMagicLink('admin')
      expect((await waiting).at('messages')).toHaveLength(1)
      const started = performance.now()
      expect((await call('GET', '/_emulator/inbox?channel=sms&wait=0.1')).at('messages')).toEqual(
        [],
      )
      expect(performance.now() - started).toBeGreaterThan(90)
    })

    it('is emptied', async () => {
      const api = createApi()
      await send(api)
      expect((await api.call('DELETE', '/_emulator/inbox')).at('messages')).toEqual([])
      expect(api.emulator.inbox).toEqual([])
    })
  })

  it('has nothing else', async () => {
    expect((await createApi().call('GET', '/_emulator/nothing')).status).toBe(404)
  })
})
