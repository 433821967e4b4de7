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
    const fault = { method: 'GET', path: '/sdk/v1/b2b/*', status: 503, times: 0 }
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

  it('has nothing else', async () => {
    expect((await createApi().call('GET', '/_emulator/nothing')).status).toBe(404)
  })
})
