import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { createB2BClient } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import { createFactories, signIn } from 'orgportal/testing'
import { emulatorHandlers } from 'orgportal/testing/msw'

const emulator = createEmulator({ seed: 'scim' })
const server = setupServer(...emulatorHandlers(emulator))

beforeAll(() => server.listen())
beforeEach(() => {
  emulator.reset()
  server.resetHandlers()
})
afterAll(() => server.close())

it('reaches the emulator from a client that knows nothing of it', async () => {
  const client = createB2BClient(emulator.publicToken)
  await signIn(client, emulator, 'admin')
  const { connection } = await client.scim.getConnection()
  expect(connection.display_name).toBe('Northwind Okta directory')
  client.dispose()
})

it('answers one request as this test wants it', async () => {
  const { createAnswer, createScimConnection } = createFactories()
  const connection = createScimConnection({ display_name: 'Acme directory' })
  server.use(
    http.get('*/sdk/v1/b2b/scim', () => HttpResponse.json({ data: createAnswer({ connection }) })),
  )
  const client = createB2BClient(emulator.publicToken)
  await signIn(client, emulator, 'admin')
  expect(await client.scim.getConnection()).toMatchObject({ connection })
  client.dispose()
})
