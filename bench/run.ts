import { writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright'
import { format } from 'prettier'
import { chromiumArgs, findChromium } from '../scripts/chromium.ts'
import { ServeError, serveEmulator } from 'orgportal/emulator/node'
import type { EmulatorServer } from 'orgportal/emulator/node'
import { buildApp } from './buildApp.ts'
import { EMULATOR_PORT, EMULATOR_URL, PUBLIC_TOKEN } from './environment.ts'
import { parts, type BenchPart, type Contestant } from './parts.ts'
import { renderPart, type PartResult } from './report.ts'
import { servePages } from './servePages.ts'
import { visit, type Visit, type VisitInput } from './visit.ts'

const LATENCIES = [0, 50]
const RESULTS = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))
const USAGE = `npm run bench: our parts beside the official ones, in one browser, against the emulator.

  npm run bench -- [--rounds 7] [--write]

  --rounds  visits to each portal at each latency; figures are medians
  --write   also writes docs/benchmarks.md
`

await main()

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (typeof options === 'string') {
    console.error(options)
    process.exitCode = 2
    return
  }
  try {
    await report(options)
  } catch (error) {
    if (!(error instanceof ServeError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

async function report(options: { rounds: number; write: boolean }): Promise<void> {
  const text = await bench(options.rounds)
  console.log(`\n${text}`)
  if (options.write) await writeFile(RESULTS, await format(text, { parser: 'markdown' }))
}

function readOptions(args: string[]): { rounds: number; write: boolean } | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        rounds: { type: 'string', default: '7' },
        write: { type: 'boolean', default: false },
      },
    })
    const rounds = Number(values.rounds)
    if (Number.isInteger(rounds) && rounds >= 1) return { rounds, write: values.write }
    return `--rounds is "${values.rounds}"; it must be a whole number of at least 1.\n\n${USAGE}`
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`
  }
}

async function bench(rounds: number): Promise<string> {
  const baseline = await buildApp('baseline/react')
  const emulator = await serveEmulator({ port: EMULATOR_PORT })
  const pages = await servePages()
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs })
  try {
    const tables: string[] = []
    for (const part of parts) {
      tables.push(renderPart(await benchPart({ part, rounds, browser, emulator }), baseline))
    }
    return [heading(rounds, browser), ...tables, ''].join('\n\n')
  } finally {
    await browser.close()
    pages.close()
    await emulator.close()
  }
}

interface PartRun {
  part: BenchPart
  rounds: number
  browser: Browser
  emulator: EmulatorServer
}

/** Both portals take turns, and change who goes first, so that whatever drifts on the machine hits both. */
async function benchPart({ part, rounds, browser, emulator }: PartRun): Promise<PartResult> {
  const apps = {
    ours: await buildApp(`${part.folder}/ours`),
    official: await buildApp(`${part.folder}/official`),
  }
  const visits = { ours: new Map<number, Visit[]>(), official: new Map<number, Visit[]>() }
  for (const latency of LATENCIES) {
    emulator.emulator.reset(part.seed)
    emulator.emulator.setLatency(0)
    const cookies = await sessionCookies(emulator, part.persona)
    emulator.emulator.setLatency(latency)
    const go = (contestant: Contestant) =>
      visit(browser, { path: apps[contestant].path, expected: part.expected[contestant], cookies })

    await go('ours')
    await go('official')
    for (let round = 0; round < rounds; round += 1) {
      const order: Contestant[] = round % 2 === 0 ? ['ours', 'official'] : ['official', 'ours']
      for (const contestant of order) {
        const list = visits[contestant].get(latency) ?? []
        visits[contestant].set(latency, [...list, await go(contestant)])
        process.stdout.write('.')
      }
    }
  }
  return { part, apps, visits }
}

/** Signs the persona in once; both portals are visited with the same cookies. */
async function sessionCookies(
  { emulator }: EmulatorServer,
  persona: string,
): Promise<VisitInput['cookies']> {
  const { token } = emulator.createMagicLink(persona)
  const response = await emulator.fetch(`${EMULATOR_URL}/sdk/v1/b2b/magic_links/authenticate`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa(`${PUBLIC_TOKEN}:${PUBLIC_TOKEN}`)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ magic_links_token: token, session_duration_minutes: 60 }),
  })
  if (!response.ok)
    throw new Error(`Signing in answered ${response.status}: ${await response.text()}`)
  const { data } = (await response.json()) as {
    data: { session_token: string; session_jwt: string }
  }
  const cookie = (name: string, value: string) => ({
    name,
    value,
    domain: 'localhost',
    path: '/',
    expires: Date.now() / 1_000 + 3_600,
    httpOnly: false,
    secure: false,
    sameSite: 'Lax' as const,
  })
  return [
    cookie('stytch_session', data.session_token),
    cookie('stytch_session_jwt', data.session_jwt),
  ]
}

function heading(rounds: number, browser: Browser): string {
  const date = new Date().toISOString().slice(0, 10)
  return [
    '# Benchmarks',
    '',
    'Our parts beside the official ones: the same data, member and session cookies, the same emulator, the same browser',
    'process, turn and turn about, each visit in a new context without cache or storage. A visit has settled once its content',
    'is on the page and no request has run for 500 ms; what counts is when the last of both was there. Medians.',
    '',
    `${date}, Chromium ${browser.version()}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), ${rounds} rounds a row. Written by \`npm run bench -- --write\`.`,
  ].join('\n')
}
