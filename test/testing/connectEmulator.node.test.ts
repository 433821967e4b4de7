import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createB2BClient, createMemoryStorage, isApiError } from 'orgportal/client'
import { serveEmulator, type EmulatorServer } from 'orgportal/emulator/node'
import { connectEmulator, type EmulatorControl } from 'orgportal/testing'

let server: EmulatorServer
let emulator: EmulatorControl

beforeAll(async () => {
  server = await serveEmulator({ port: 0 })
  emulator = connectEmulator(`http://127.0.0.1:${server.port}/`)
})
beforeEach(() => emulator.seed('scim'))
afterAll(() => server.close())

/** Signed in over HTTP with the link of a persona. */
async function openClient(persona: string) {
  const client = createB2BClient(server.emulator.publicToken, {
    baseUrl: emulator.url,
    storage: createMemoryStorage(),
  })
  const { token } = await emulator.magicLink(persona)
  await client.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 })
  client.dispose()
  return client
}

describe('connectEmulator', () => {
  it('begins anew from a seed, or from a description', async () => {
    expect((await emulator.state()).seed).toBe('scim')
    await emulator.seed({
      name: 'acme',
      organizations: [
        { organization_name: 'Acme', members: [{ email_address: 'ana@acme.example' }] },
      ],
    })
    const { seed, personas } = await emulator.state()
    expect(seed).toBe('acme')
    expect(personas.map(({ email_address }) => email_address)).toEqual(['ana@acme.example'])
  })

  it('sets faults and latency, and tells what was asked', async () => {
    const client = await openClient('admin')
    await emulator.faults.add({ path: '*/b2b/scim', status: 418, error_type: 'teapot', times: 0 })
    await emulator.setLatency(1)
    expect(await emulator.state()).toMatchObject({ latency: 1, faults: [{ status: 418 }] })
    await expect(client.scim.getConnection()).rejects.toSatisfy(isApiError)
    expect((await emulator.requests()).at(-1)).toMatchObject({
      method: 'GET',
      path: '/sdk/v1/b2b/scim',
      status: 418,
    })
    await emulator.faults.clear()
    await emulator.setLatency(0)
    await expect(client.scim.getConnection()).resolves.toMatchObject({ status_code: 200 })
  })

  it('moves time, which sessions expire by', async () => {
    const client = await openClient('admin')
    await emulator.clock.set(Date.now() + 3_600_000 * 24)
    expect(await emulator.clock.now()).toBeGreaterThan(Date.now() + 3_600_000 * 23)
    await expect(client.self.get()).rejects.toSatisfy(isApiError)
    await emulator.clock.advance(-3_600_000 * 24)
    expect(await emulator.clock.now()).toBeLessThan(Date.now() + 3_600_000)
  })

  it('reads the inbox, waits for a message, and says when none arrives', async () => {
    const client = await openClient('admin')
    await emulator.inbox.clear()
    const arrives = emulator.inbox.wait({ to: 'ana@northwind.example', template: 'invite' })
    await client.magicLinks.email.invite({ email_address: 'ana@northwind.example' })
    const { message_id, url } = await arrives
    expect(url).toContain('token=')
    expect(await emulator.inbox.list({ after: message_id })).toEqual([])
    await expect(emulator.inbox.wait({ to: 'nobody@x.example' }, { seconds: 0 })).rejects.toThrow(
      /nobody@x\.example/,
    )
  })

  it('ends all sessions', async () => {
    const client = await openClient('auditor')
    await expect(client.self.get()).resolves.toMatchObject({ name: 'Aiko Tanaka' })
    await emulator.endSessions()
    await expect(client.self.get()).rejects.toSatisfy(isApiError)
  })

  it('knows the live tokens of SCIM connections', async () => {
    const [connection] = await emulator.scimConnections()
    const response = await fetch(`${connection?.base_url ?? ''}/Users`, {
      headers: { authorization: `Bearer ${connection?.bearer_token ?? ''}` },
    })
    expect(response.status).toBe(200)
  })

  it('changes the project', async () => {
    await emulator.setProject({ public_token: 'public-token-test-acme' })
    expect((await emulator.state()).public_token).toBe('public-token-test-acme')
  })

  it('says what the emulator did not take', async () => {
    await expect(emulator.magicLink('ceo')).rejects.toThrow(/404.*ceo/)
  })
})
