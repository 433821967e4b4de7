import { spawn } from 'node:child_process'
import type { ChildProcessByStdio } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const START_TIMEOUT = 30_000

interface Run {
  process: ChildProcessByStdio<null, Readable, Readable>
  out: () => string
  err: () => string
  exit: Promise<number | null>
}

let folder: string
let runs: Run[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'orgportal-cli-'))
  runs = []
})

afterEach(async () => {
  for (const run of runs) {
    run.process.kill('SIGKILL')
    await run.exit
  }
  await rm(folder, { recursive: true })
})

function run(...args: string[]): Run {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/emulator/cli.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const exit = new Promise<number | null>((resolve) => child.on('close', resolve))
  const started: Run = { process: child, out: () => out, err: () => err, exit }
  runs.push(started)
  return started
}

async function addressOf(started: Run): Promise<string> {
  await expect
    .poll(started.out, { timeout: START_TIMEOUT, interval: 50 })
    .toMatch(/http:\/\/localhost:\d+/)
  return `http://127.0.0.1:${/localhost:(\d+)/.exec(started.out())?.[1] ?? ''}`
}

describe('orgportal emulator', { timeout: START_TIMEOUT }, () => {
  it('prints where it listens and what to try, serves the seed, and ends on SIGINT', async () => {
    const dataFile = join(folder, 'data.json')
    const started = run('emulator', '--port', '0', '--seed', 'scim', '--data', dataFile)
    const address = await addressOf(started)
    expect(started.out()).toContain('public-token-test-')
    expect(started.out()).toContain('Try next')
    const link = await fetch(`${address}/_emulator/personas/admin/magic-link`, { method: 'POST' })
    expect(link.status).toBe(200)

    started.process.kill('SIGINT')
    expect(await started.exit).toBe(0)
    expect(JSON.parse(await readFile(dataFile, 'utf8'))).toMatchObject({
      seed: 'scim',
      inbox: [{}],
    })
    expect(started.err()).toBe('')
  })

  it('shows its options with --help', async () => {
    const asked = run('--help')
    expect(await asked.exit).toBe(0)
    expect(asked.out()).toMatch(/--port[\s\S]*--seed[\s\S]*scim-rotating[\s\S]*--data/)
  })

  it.each([
    ['no command', [], /No command/],
    ['an unknown command', ['emulate'], /no command emulate/],
    ['a stray argument', ['emulator', 'scim'], /Unexpected argument scim/],
    ['an unknown option', ['emulator', '--prot', '1'], /--prot/],
    ['a port that is none', ['emulator', '--port', '70000'], /--port is "70000"/],
    [
      'an unknown seed',
      ['emulator', '--port', '0', '--seed', 'nowhere'],
      /no seed "nowhere".*sample, scim/,
    ],
  ])('ends with 2 and says why for %s', async (_what, args, message) => {
    const refused = run(...args)
    expect(await refused.exit).toBe(2)
    expect(refused.err()).toMatch(message)
    expect(refused.err()).not.toMatch(/\n\s+at /)
    expect(refused.out()).toBe('')
  })

  it('begins from a seed file, and names the line of what is wrong in one', async () => {
    const good = join(folder, 'acme.yaml')
    await writeFile(good, 'name: acme\norganizations:\n  - organization_name: Acme\n')
    const started = run('emulator', '--port', '0', '--seed', good)
    const address = await addressOf(started)
    expect(await (await fetch(`${address}/_emulator`)).json()).toMatchObject({ seed: 'acme' })

    const bad = join(folder, 'bad.yaml')
    await writeFile(bad, 'organizations:\n  - organisation_name: Acme\n')
    const refused = run('emulator', '--port', '0', '--seed', bad)
    expect(await refused.exit).toBe(2)
    expect(refused.err()).toMatch(
      /bad\.yaml:[\s\S]*line 2: organizations\[0\]\.organisation_name is not known/,
    )
    expect(refused.err()).not.toMatch(/\n\s+at /)
  })

  it('saves a running emulator to a file, and loads it back', async () => {
    const address = await addressOf(run('emulator', '--port', '0', '--seed', 'scim'))
    const file = join(folder, 'snapshot.json')
    await fetch(`${address}/_emulator/personas/admin/magic-link`, { method: 'POST' })
    const saved = run('snapshot', 'save', file, '--url', address)
    expect([await saved.exit, saved.err()]).toEqual([0, ''])
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ seed: 'scim', inbox: [{}] })

    await fetch(`${address}/_emulator/seed`, { method: 'POST', body: '{"seed":"sample"}' })
    const loaded = run('snapshot', 'load', file, '--url', address)
    expect([await loaded.exit, loaded.err()]).toEqual([0, ''])
    const state: unknown = await (await fetch(`${address}/_emulator`)).json()
    expect(state).toMatchObject({ seed: 'scim' })
  })

  it.each([
    ['nothing to do', ['snapshot'], 2, /snapshot save FILE/],
    ['no file', ['snapshot', 'save'], 2, /needs a file/],
    [
      'a file that is not there',
      ['snapshot', 'load', 'none.json'],
      2,
      /none\.json: it does not exist/,
    ],
    [
      'an address that is none',
      ['snapshot', 'load', 'a.json', '--url', 'here'],
      2,
      /--url is "here"/,
    ],
    [
      'an option of the other command',
      ['snapshot', 'save', 'a.json', '--port', '1'],
      2,
      /--port does not go/,
    ],
    [
      'nobody there',
      ['snapshot', 'save', 'a.json', '--url', 'http://127.0.0.1:9'],
      1,
      /no emulator at http:\/\/127\.0\.0\.1:9/,
    ],
  ])('snapshot ends and says why for %s', async (_what, args, code, message) => {
    const refused = run(...args)
    expect(await refused.exit).toBe(code)
    expect(refused.err()).toMatch(message)
    expect(refused.err()).not.toMatch(/\n\s+at /)
  })

  it('ends with 2 for a data file that is not one', async () => {
    const dataFile = join(folder, 'data.json')
    await writeFile(dataFile, 'not JSON')
    const refused = run('emulator', '--port', '0', '--data', dataFile)
    expect(await refused.exit).toBe(2)
    expect(refused.err()).toContain(dataFile)
  })

  it('ends with 1 and says why when the data file cannot be written at the end', async () => {
    const inner = join(folder, 'inner')
    await mkdir(inner)
    const started = run('emulator', '--port', '0', '--data', join(inner, 'data.json'))
    await addressOf(started)
    await rm(inner, { recursive: true })
    started.process.kill('SIGTERM')
    expect(await started.exit).toBe(1)
    expect(started.err()).toMatch(/^Cannot write the data file .*: its folder does not exist\.\n$/)
  })

  it('ends with 1 for a port in use', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const port = String((taken.address() as AddressInfo).port)
    const refused = run('emulator', '--port', port)
    expect(await refused.exit).toBe(1)
    expect(refused.err()).toContain(`Port ${port} is in use`)
    await new Promise((resolve) => taken.close(resolve))
  })
})
