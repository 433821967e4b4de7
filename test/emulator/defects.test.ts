import { createEmulator } from 'orgportal/emulator'
import { serveEmulator } from 'orgportal/emulator/node'
import { connect as openSocket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { MockInstance } from 'vitest'
import { createApi } from './api.ts'

let printed: MockInstance<typeof console.error>

beforeEach(() => {
  printed = vi.spyOn(console, 'error').mockImplementation(() => undefined)
})

afterEach(() => {
  vi.restoreAllMocks()
})

describe('a mistake of the emulator', () => {
  it('is answered with 500 in the shape of the API, without a stack', async () => {
    const api = createApi()
    const session = await api.signIn('admin')
    Reflect.deleteProperty(api.emulator.data, 'members')
    const answer = await api.call('GET', '/sdk/v1/b2b/organizations/me', { session })
    expect([answer.status, answer.at('status_code')]).toEqual([500, 500])
    expect(answer.at('error_type')).toBe('internal_server_error')
    expect(answer.text('request_id')).toMatch(/^request-id-test-/)
    expect(answer.text('error_message')).toMatch(/The emulator failed/)
    expect(answer.text('error_message')).not.toMatch(/\n\s+at /)
  })

  it('is told to whoever made the emulator, with the request', async () => {
    const onDefect = vi.fn()
    const emulator = createEmulator({ onDefect })
    Reflect.deleteProperty(emulator.data, 'project')
    const path = '/sdk/v1/projects/bootstrap/any'
    const response = await emulator.fetch(emulator.baseUrl + path)
    const { request_id } = (await response.json()) as { request_id: string }
    expect(onDefect).toHaveBeenCalledExactlyOnceWith(expect.any(TypeError), {
      method: 'GET',
      path,
      request_id,
    })
  })

  it('is printed with its stack by the server, which goes on', async () => {
    const { emulator, port, close } = await serveEmulator({ port: 0, seed: 'scim-empty' })
    const at = `http://127.0.0.1:${String(port)}`
    const bootstrap = `${at}/sdk/v1/projects/bootstrap/${emulator.publicToken}`
    const [connection] = Object.values(emulator.data.scim_connections)
    const before = emulator.snapshot()

    Reflect.deleteProperty(emulator.data, 'project')
    const api = await fetch(bootstrap)
    const { request_id } = (await api.json()) as { request_id: string }
    expect(api.status).toBe(500)
    expect(printed.mock.lastCall?.[0]).toMatch(
      new RegExp(
        `GET /sdk/v1/projects/bootstrap/.*${request_id}[\\s\\S]*TypeError[\\s\\S]*\\n +at `,
      ),
    )

    Reflect.deleteProperty(emulator.data, 'scim_groups')
    const scim = await fetch(`${at}/v1/b2b/scim/${connection?.connection_id ?? ''}/Groups`, {
      headers: { authorization: `Bearer ${connection?.bearer_token.value ?? ''}` },
    })
    expect(scim.status).toBe(500)
    expect(scim.headers.get('content-type')).toBe('application/scim+json')
    expect(printed.mock.lastCall?.[0]).toMatch(
      /GET \/v1\/b2b\/scim\/[\s\S]*TypeError[\s\S]*\n +at /,
    )

    emulator.restore(before)
    expect((await fetch(bootstrap)).status).toBe(200)
    expect(printed).toHaveBeenCalledTimes(2)
    await close()
  })
})

describe('what is not a mistake of the emulator', () => {
  it('is not printed: refusals, faults, and requests that break off', async () => {
    const { emulator, port, close } = await serveEmulator({ port: 0 })
    const at = `http://127.0.0.1:${String(port)}`
    expect((await fetch(`${at}/sdk/v1/b2b/scim`)).status).toBe(401)
    emulator.faults.add({ path: '*', networkError: true })
    await expect(fetch(`${at}/sdk/v1/b2b/scim`)).rejects.toThrow()
    for (const head of ['Content-Length: 500', 'Transfer-Encoding: chunked']) {
      await send(port, `POST /sdk/v1/events HTTP/1.1\r\nHost: a\r\n${head}\r\n\r\n5\r\n[1,2,`)
    }
    expect((await fetch(at)).status).toBe(200)
    expect(printed).not.toHaveBeenCalled()
    await close()
  })

  it('is refused with 400 when it hardly is HTTP', async () => {
    const { port, close } = await serveEmulator({ port: 0 })
    for (const request of ['GET / HTTP/1.1\r\nHost: a b', 'GET * HTTP/1.1\r\nHost: a']) {
      const answer = await send(port, `${request}\r\nConnection: close\r\n\r\n`)
      expect(answer).toMatch(/^HTTP\/1\.1 400 [\s\S]*"error_type":"bad_request"/)
      expect(answer).toMatch(/not an HTTP request/)
    }
    expect(printed).not.toHaveBeenCalled()
    await close()
  })

  /** Sends text as it is, hangs up after a moment, and gives what was answered. */
  function send(port: number, text: string): Promise<string> {
    return new Promise((resolve) => {
      let answer = ''
      const socket = openSocket(port, '127.0.0.1', () => {
        socket.write(text)
        setTimeout(() => socket.destroy(), 200)
      })
      socket.on('data', (data) => (answer += data.toString()))
      socket.on('close', () => {
        resolve(answer)
      })
    })
  }
})

describe('a body over HTTP', () => {
  it.each([
    ['with its length', () => 'x'.repeat(5_000_000)],
    ['in chunks', () => chunks(5_000_000)],
    ['without an end', () => chunks(Infinity)],
  ])('of more than 1 MB, %s, is refused with 413', async (_what, body) => {
    const { port, close } = await serveEmulator({ port: 0 })
    const response = await fetch(`http://127.0.0.1:${String(port)}/sdk/v1/events`, {
      method: 'POST',
      body: body(),
      duplex: 'half',
    } as RequestInit)
    expect(response.status).toBe(413)
    expect(await response.json()).toMatchObject({ error_type: 'request_too_large' })
    expect((await fetch(`http://127.0.0.1:${String(port)}/`)).status).toBe(200)
    await close()
  })

  it('of just 1 MB is taken, in chunks too', async () => {
    const { port, close } = await serveEmulator({ port: 0 })
    const text = `["${'ü'.repeat(499_998)}"]`
    for (const body of [text, new Blob([text]).stream()]) {
      const response = await fetch(`http://127.0.0.1:${String(port)}/sdk/v1/events`, {
        method: 'POST',
        body,
        duplex: 'half',
      } as RequestInit)
      expect(response.status).toBe(200)
    }
    await close()
  })

  function chunks(bytes: number): ReadableStream<Uint8Array> {
    let left = bytes
    return new ReadableStream({
      pull: (controller) => {
        controller.enqueue(new TextEncoder().encode('x'.repeat(50_000)))
        left -= 50_000
        if (left <= 0) controller.close()
      },
    })
  }
})
