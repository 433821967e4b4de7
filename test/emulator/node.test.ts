import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmulator } from 'orgportal/emulator'
import { serveEmulator } from 'orgportal/emulator/node'
import type { EmulatorServer, ServeOptions } from 'orgportal/emulator/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

let folder: string
let servers: EmulatorServer[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgportal-'))
  servers = []
})

afterEach(async () => {
  await Promise.all(servers.map(({ close }) => close()))
  await rm(folder, { recursive: true })
})

async function start(options: ServeOptions = {}): Promise<EmulatorServer> {
  const server = await serveEmulator({ port: 0, ...options })
  servers.push(server)
  return server
}

/** The server by number, as no name needs to be looked up. */
function at({ port }: EmulatorServer, path: string): string {
  return `http://127.0.0.1:${String(port)}${path}`
}

function post(server: EmulatorServer, path: string, body: object): Promise<Response> {
  return fetch(at(server, path), { method: 'POST', body: JSON.stringify(body) })
}

describe('serveEmulator', () => {
  it('serves the API on a free port of this machine, and knows its own address', async () => {
    const server = await start({ seed: 'scim' })
    expect(server.url).toBe(`http://localhost:${String(server.port)}`)
    const response = await fetch(at(server, '/_emulator/scim'))
    expect(await response.json()).toMatchObject({
      connections: [{ base_url: expect.stringContaining(server.url) as unknown }],
    })
    const welcome = await (await fetch(at(server, '/'))).text()
    expect(welcome).toContain(server.emulator.publicToken)
  })

  it('takes the content type JSON with an empty body, and answers preflights', async () => {
    const server = await start()
    const preflight = await fetch(at(server, '/sdk/v1/b2b/scim'), {
      method: 'OPTIONS',
      headers: { origin: 'http://localhost:3000' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('http://localhost:3000')
    const empty = await fetch(at(server, '/sdk/v1/b2b/sessions/revoke'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Basic x' },
    })
    expect(empty.status).toBe(401)
  })

  it('cuts the connection where a fault fails the network, and goes on', async () => {
    const server = await start()
    await post(server, '/_emulator/faults', { path: '/sdk/v1/events', networkError: true })
    await expect(post(server, '/sdk/v1/events', {})).rejects.toThrow('fetch failed')
    expect((await fetch(at(server, '/_emulator'))).status).toBe(200)
  })

  it('makes other tokens in each run', async () => {
    const [one, other] = [await start(), await start()]
    expect(one.emulator.createMagicLink('admin').token).not.toBe(
      other.emulator.createMagicLink('admin').token,
    )
  })

  it('frees the port on close', async () => {
    const server = await serveEmulator({ port: 0 })
    await server.close()
    const again = await start({ port: server.port })
    expect(again.port).toBe(server.port)
  })

  it('says that a port is in use', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    await expect(serveEmulator({ port })).rejects.toMatchObject({
      name: 'ServeError',
      code: 'port-in-use',
      message: expect.stringContaining(`Port ${String(port)} is in use`) as unknown,
    })
    await new Promise((resolve) => taken.close(resolve))
  })

  it.each([
    [{ port: 70_000 }, /port must be a number/],
    [{ port: 1.5 }, /port must be a number/],
    [{ seed: 'nowhere' }, /no seed "nowhere"/],
    [{ latency: -5 }, /latency/],
    [{ dataFile: '' }, /path of the data file is empty/],
  ])('refuses %j before it listens', async (options, message) => {
    await expect(serveEmulator({ port: 0, ...options })).rejects.toThrow(message)
  })

  describe('data file', () => {
    it('is made at the start, follows changes, and is read the next time', async () => {
      const dataFile = join(folder, 'data.json')
      const first = await start({ dataFile, seed: 'scim' })
      expect(JSON.parse(await readFile(dataFile, 'utf8'))).toMatchObject({ seed: 'scim' })
      await post(first, '/_emulator/personas/admin/magic-link', {})
      await expect
        .poll(
          async () => (JSON.parse(await readFile(dataFile, 'utf8')) as { inbox: unknown[] }).inbox,
        )
        .toHaveLength(1)
      first.emulator.createMagicLink('auditor')
      await first.close()

      const second = await start({ dataFile, seed: 'sample' })
      expect(second.emulator.data.seed).toBe('scim')
      expect(second.emulator.inbox).toHaveLength(2)
      expect(await readdir(folder)).toEqual(['data.json'])
    })

    it.each([
      ['is not JSON', '{"seed":', /data\.json.*JSON/],
      ['is something else', '{"name":"package"}', /data\.json.*not a snapshot of the emulator/],
      [
        'has a broken record',
        JSON.stringify({ ...createEmulator().snapshot(), sessions: { s: {} } }),
        /data\.json.*sessions\["s"\]/,
      ],
    ])('that %s is refused, and left as it is', async (_what, text, message) => {
      const dataFile = join(folder, 'data.json')
      await writeFile(dataFile, text)
      await expect(serveEmulator({ port: 0, dataFile })).rejects.toThrow(message)
      expect(await readFile(dataFile, 'utf8')).toBe(text)
    })

    it('that cannot be written is told of at the start, and the port is free again', async () => {
      const dataFile = join(folder, 'none', 'data.json')
      for (const [path, message] of [
        [dataFile, `Cannot write the data file ${dataFile}: its folder does not exist.`],
        [folder, `Cannot use the data file ${folder}: it is a folder.`],
      ] as const) {
        await expect(serveEmulator({ port: 0, dataFile: path })).rejects.toMatchObject({
          code: 'bad-data-file',
          message,
        })
      }
      expect(await readdir(folder)).toEqual([])
    })

    it('that may not be read is refused', async ({ skip }) => {
      if (process.getuid?.() === 0) skip('root may read everything')
      const dataFile = join(folder, 'data.json')
      await writeFile(dataFile, '{}')
      await chmod(dataFile, 0)
      await expect(serveEmulator({ port: 0, dataFile })).rejects.toMatchObject({
        code: 'bad-data-file',
      })
    })
  })
})
