import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { expect, test } from '@playwright/test'

const DEMO_PORT = 4120
const EMULATOR_PORT = 4121
const PORTS = ['--port', String(DEMO_PORT), '--emulator-port', String(EMULATOR_PORT)]

/** `npm start` as a process of its own, without npm in between so that signals reach it. */
function start(args: string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', ...args])
  let output = ''
  const read = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, exit, output: () => output }
}

async function isOpen(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  )
}

test.describe('npm start', () => {
  test('serves demo and emulator, says what to try next, and closes both when told to', async () => {
    const { child, exit, output } = start([...PORTS, '--seed', 'scim-empty'])
    try {
      await expect.poll(output, { timeout: 30_000 }).toContain('Try next')
      expect(output()).toContain(`http://localhost:${DEMO_PORT}`)
      const page = await fetch(`http://127.0.0.1:${DEMO_PORT}/settings/directory`)
      expect(await page.text()).toContain('Northwind Robotics console')

      const environment = await fetch(`http://127.0.0.1:${DEMO_PORT}/environment.ts`)
      expect(await environment.text()).toContain(`http://localhost:${EMULATOR_PORT}`)

      const emulator = `http://127.0.0.1:${EMULATOR_PORT}`
      const { connections } = (await (await fetch(`${emulator}/_emulator/scim`)).json()) as {
        connections: object[]
      }
      expect(connections).toHaveLength(1)
    } finally {
      child.kill('SIGINT')
    }
    expect(await exit).toBe(0)
    expect(await isOpen(DEMO_PORT)).toBe(false)
    expect(await isOpen(EMULATOR_PORT)).toBe(false)
  })

  for (const { given, args, says, code } of [
    { given: 'an unknown option', args: ['--prot', '1'], says: "Unknown option '--prot'", code: 2 },
    {
      given: 'an unknown seed',
      args: ['--seed', 'nope'],
      says: 'There is no seed "nope"',
      code: 2,
    },
    { given: 'a port that is no number', args: ['--port', 'x'], says: '--port is "x"', code: 2 },
    {
      given: 'one port for both',
      args: ['--port', String(EMULATOR_PORT)],
      says: 'cannot both use',
      code: 2,
    },
  ]) {
    test(`refuses ${given}`, async () => {
      const { exit, output } = start([...PORTS, ...args])
      expect(await exit).toBe(code)
      expect(output()).toContain(says)
    })
  }

  for (const { what, port, option } of [
    { what: 'demo', port: DEMO_PORT, option: '--port' },
    { what: 'emulator', port: EMULATOR_PORT, option: '--emulator-port' },
  ]) {
    test(`says so when the port of the ${what} is in use, and leaves nothing running`, async () => {
      const squatter = createServer().listen(port, '127.0.0.1')
      try {
        const { exit, output } = start(PORTS)
        expect(await exit).toBe(1)
        expect(output()).toContain(`Port ${port} is in use, so the ${what} cannot start`)
        expect(output()).toContain(`npm start -- ${option}`)
      } finally {
        squatter.close()
      }
      expect(await isOpen(EMULATOR_PORT)).toBe(false)
    })
  }
})
