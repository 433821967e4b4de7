import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createWire, errorOf, fieldsOf, having, openClient, signIn, TOKEN } from './wire.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** Options as they come from plain JavaScript. */
const untyped = (options: object): object => options

describe('createB2BClient', () => {
  it.each([
    '',
    'secret-test-1',
    'public-token',
    'public-token-test-1/../x',
    ' public-token-test-1',
  ])('refuses %j as a public token', (token) => {
    expect(() => createB2BClient(token)).toThrow('createB2BClient: publicToken must be')
  })

  it.each([
    [{ customBaseUrl: 5 }, 'customBaseUrl must be of type string'],
    [{ captcha: 'site-key' }, 'captcha must be of type function'],
    [{ navigate: '/' }, 'navigate must be of type function'],
    [{ cookieOptions: { path: 5 } }, 'path must be of type string'],
    [{ baseUrl: 'localhost:4000' }, 'baseUrl must be a URL or a path'],
    [{ fetch: 'fetch' }, 'fetch must be of type function'],
    [{ keepSessionAlive: 'yes' }, 'keepSessionAlive must be of type boolean'],
    [{ storage: 'local' }, 'storage must be of type object'],
  ])('refuses %j', (options, message) => {
    expect(() => createB2BClient(TOKEN, untyped(options))).toThrow(`createB2BClient: ${message}`)
  })

  it.each([
    ['public-token-test-1', {}, 'https://test.stytch.com/sdk/v1/'],
    ['public-token-live-1', {}, 'https://api.stytch.com/sdk/v1/'],
    [TOKEN, { baseUrl: 'http://127.0.0.1:4000/proxy/' }, 'http://127.0.0.1:4000/proxy/sdk/v1/'],
    [TOKEN, { customBaseUrl: 'http://login.example:8080/x?y' }, 'https://login.example/sdk/v1/'],
    [TOKEN, { customBaseUrl: 'login.example' }, 'https://login.example/sdk/v1/'],
    [TOKEN, { customBaseUrl: 'localhost:3000' }, 'https://localhost/sdk/v1/'],
    ['public-token-live-1', { customBaseUrl: 'login.example' }, 'https://login.example/sdk/v1/'],
    [
      TOKEN,
      { customBaseUrl: 'login.example', baseUrl: 'http://127.0.0.1:4000' },
      'http://127.0.0.1:4000/sdk/v1/',
    ],
  ])('sends to the right place (%s, %j)', async (token, options, start) => {
    const wire = createWire()
    const client = createB2BClient(token, { fetch: wire.fetch, ...options })
    await client.adminPortal.getConfig()
    expect(wire.sent[0]?.url).toBe(`${start}b2b/admin_portal_config`)
  })

  it('warns of a customBaseUrl that cannot be read, and uses the public service', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const wire = createWire()
    const client = createB2BClient(TOKEN, { fetch: wire.fetch, customBaseUrl: 'not a domain' })
    expect(warn).toHaveBeenCalledExactlyOnceWith(having('not a domain'))
    await client.adminPortal.getConfig()
    expect(wire.sent[0]?.url).toBe('https://test.stytch.com/sdk/v1/b2b/admin_portal_config')
    warn.mockRestore()
  })

  it('uses the global fetch as it is when a request is made', async () => {
    const wire = createWire()
    const client = createB2BClient(TOKEN)
    vi.stubGlobal('fetch', wire.fetch)
    await client.adminPortal.getConfig()
    expect(wire.sent).toHaveLength(1)
  })

  it('does nothing by itself on a server', async () => {
    vi.useFakeTimers()
    const wire = createWire()
    const client = createB2BClient(TOKEN, { fetch: wire.fetch })
    expect(client.getSnapshot().status).toBe('anonymous')
    await vi.advanceTimersByTimeAsync(600_000)
    expect(wire.sent).toHaveLength(0)
    expect(vi.getTimerCount()).toBe(0)

    await signIn(client)
    await client.adminPortal.getConfig()
    expect(wire.sent.at(-1)?.headers.get('authorization')).toBe(
      `Basic ${btoa(`${TOKEN}:token-of-session-1`)}`,
    )
    expect(vi.getTimerCount()).toBe(0)
    await client.session.revoke()
    expect(client.session.getTokens()).toBeNull()
  })

  it('posts no usage events unless it is told to', async () => {
    vi.useFakeTimers()
    const wire = createWire()
    const { client } = openClient(wire)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(wire.sentTo('/events')).toHaveLength(0)
    client.dispose()
  })

  it('posts that it was made with telemetry: true, without credentials', async () => {
    const wire = createWire()
    const { client } = openClient(wire, { telemetry: true })
    await vi.waitFor(() => expect(wire.sentTo('/events')).toHaveLength(1), 5_000)
    const [sent] = wire.sentTo('/events')
    expect(sent).toMatchObject({ method: 'POST', credentials: 'default' })
    expect(sent?.headers.has('authorization')).toBe(false)
    expect(sent?.headers.has('x-sdk-client')).toBe(false)
    const [entry] = Array.isArray(sent?.body) ? sent.body.map(fieldsOf) : []
    expect(sent?.body).toHaveLength(1)
    expect(entry?.['telemetry']).toHaveProperty('sdk')
    expect(entry?.['event']).toEqual({
      public_token: TOKEN,
      event_name: 'b2b_sdk_instance_instantiated',
      details: {
        event_callback_registered: false,
        error_callback_registered: false,
        success_callback_registered: false,
      },
    })
    client.dispose()
  })

  it('has methods that can be passed around', async () => {
    const wire = createWire()
    const { client } = openClient(wire)
    const { rotateStart } = client.scim
    await rotateStart('connection-1')
    expect(wire.sent.at(-1)?.body).toEqual({ connection_id: 'connection-1' })
    client.dispose()
  })
})

describe('the client and the emulator', () => {
  it('understand each other: sign-in, permissions, SCIM, sign-out in another tab', async () => {
    const emulator = createEmulator()
    const storage = createMemoryStorage()
    const options = { baseUrl: emulator.baseUrl, fetch: emulator.fetch, storage }
    const client = createB2BClient(emulator.publicToken, options)
    const { token } = emulator.createMagicLink('it-admin')
    await client.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 })
    expect(client.getSnapshot().status).toBe('authenticated')
    expect(await client.rbac.isAuthorized('stytch.scim', 'create')).toBe(true)
    expect(await client.rbac.isAuthorized('stytch.member', 'delete')).toBe(false)

    expect(await errorOf(client.scim.getConnection())).toMatchObject({
      error_type: 'no_active_scim_connection',
    })
    const { connection } = await client.scim.createConnection({ identity_provider: 'okta' })
    expect(connection.bearer_token).not.toBe('')
    const rotating = await client.scim.rotateStart(connection.connection_id)
    expect(rotating.connection.next_bearer_token).not.toBe('')
    await client.scim.rotateCancel(connection.connection_id)
    expect(await client.scim.getConnectionGroups({ limit: 10 })).toMatchObject({ scim_groups: [] })
    const { members } = await client.organization.members.search({ limit: 1 })
    expect(members).toHaveLength(1)

    const other = createB2BClient(emulator.publicToken, options)
    await vi.waitFor(() => expect(other.getSnapshot().fromCache).toBe(false))
    await other.session.revoke()
    await vi.waitFor(() => expect(client.getSnapshot().status).toBe('anonymous'))
    client.dispose()
    other.dispose()
  })
})
