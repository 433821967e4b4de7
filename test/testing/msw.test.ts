import { createStytchB2BClient } from '@stytch/vanilla-js/b2b/headless'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createB2BClient, createMemoryStorage, isNetworkError } from 'orgportal/client'
import type { B2BClient, B2BClientOptions } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import { createFactories, signIn } from 'orgportal/testing'
import { emulatorHandlers } from 'orgportal/testing/msw'

const emulator = createEmulator({ seed: 'scim' })
const server = setupServer()
const clients: B2BClient[] = []

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => emulator.reset('scim'))
afterEach(() => {
  for (const client of clients.splice(0)) client.dispose()
  server.resetHandlers()
})
afterAll(() => server.close())

/** A client that an app makes: it knows nothing of the emulator. */
function openClient(options: B2BClientOptions = {}) {
  const client = createB2BClient(emulator.publicToken, {
    storage: createMemoryStorage(),
    ...options,
  })
  clients.push(client)
  return client
}

describe('emulatorHandlers', () => {
  it('answer a client that calls the public service', async () => {
    server.use(...emulatorHandlers(emulator))
    const client = openClient()
    await signIn(client, emulator, 'admin')
    const { connection } = await client.scim.getConnection()
    expect(connection.display_name).toBe('Northwind Okta directory')
    await client.scim.updateConnection({
      connection_id: connection.connection_id,
      display_name: 'Okta',
    })
    expect(emulator.data.scim_connections[connection.connection_id]?.display_name).toBe('Okta')
  })

  it.each(['https://login.acme.example', 'https://acme.example/auth/'])(
    'answer a client whose API is at %s',
    async (baseUrl) => {
      server.use(...emulatorHandlers(emulator, { baseUrl }))
      const client = openClient({ baseUrl })
      await signIn(client, emulator, 'auditor')
      const updated = client.self.update({ name: 'Aiko T.' })
      expect((await updated).member.name).toBe('Aiko T.')
    },
  )

  it('answer the official client', async () => {
    server.use(...emulatorHandlers(emulator))
    const official = createStytchB2BClient(emulator.publicToken)
    const { token } = emulator.createMagicLink('admin')
    await official.magicLinks.authenticate({
      magic_links_token: token,
      session_duration_minutes: 60,
    })
    const { connection } = await official.scim.getConnection('')
    expect(connection.display_name).toBe('Northwind Okta directory')
    await official.session.revoke()
  })

  it('give way to handlers that are added later', async () => {
    const { createAnswer, createScimConnection } = createFactories()
    server.use(...emulatorHandlers(emulator))
    server.use(
      http.get('*/b2b/scim', () =>
        HttpResponse.json({
          data: createAnswer({ connection: createScimConnection({ display_name: 'Mine' }) }),
        }),
      ),
    )
    const client = openClient()
    await signIn(client, emulator, 'admin')
    expect((await client.scim.getConnection()).connection.display_name).toBe('Mine')
  })

  it('fail the network where a fault says so', async () => {
    server.use(...emulatorHandlers(emulator))
    const client = openClient()
    await signIn(client, emulator, 'admin')
    emulator.faults.add({ path: '/sdk/v1/b2b/scim/*', networkError: true, times: 0 })
    await expect(client.scim.deleteConnection('x')).rejects.toSatisfy(isNetworkError)
    await expect(client.scim.getConnection()).resolves.toMatchObject({ status_code: 200 })
  })
})
