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
import { EMULATOR_PORT } from './environment.ts'
import { parts, type BenchPart, type Contestant } from './parts.ts'
import { benchRbac } from './rbac.ts'
import { renderPart, type PartResult } from './report.ts'
import { servePages } from './servePages.ts'
import { sessionCookies } from './sessionCookies.ts'
import { benchTyping } from './typing.ts'
import { visit, type Visit } from './visit.ts'

const LATENCIES = [0, 50]
const RESULTS = fileURLToPath(new URL('../docs/benchmarks.md', import.meta.url))
const USAGE = `npm run bench: our parts beside the official ones, in one browser, against the emulator.

  npm run bench -- [--rounds 7] [--only rbac] [--write]

  --rounds  visits to each portal at each latency; figures are medians
  --only    one comparison: ${parts.map(({ folder }) => folder).join(', ')} or rbac
  --write   also writes docs/benchmarks.md; not with --only
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

interface Options {
  rounds: number
  only: string | undefined
  write: boolean
}

async function report(options: Options): Promise<void> {
  const text = await bench(options)
  console.log(`\n${text}`)
  if (options.write) await writeFile(RESULTS, await format(text, { parser: 'markdown' }))
}

function readOptions(args: string[]): Options | string {
  try {
    const { values } = parseArgs({
      args,
      options: {
        rounds: { type: 'string', default: '7' },
        only: { type: 'string' },
        write: { type: 'boolean', default: false },
      },
    })
    const { only, write } = values
    const rounds = Number(values.rounds)
    const names = [...parts.map(({ folder }) => folder), 'rbac', 'typing']
    if (only !== undefined && !names.includes(only)) {
      return `--only is "${only}"; it must be one of ${names.join(', ')}.\n\n${USAGE}`
    }
    if (only !== undefined && write) return `--write is for all comparisons.\n\n${USAGE}`
    if (Number.isInteger(rounds) && rounds >= 1) return { rounds, only, write }
    return `--rounds is "${values.rounds}"; it must be a whole number of at least 1.\n\n${USAGE}`
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`
  }
}

async function bench({ rounds, only }: Options): Promise<string> {
  const baseline = await buildApp('baseline/react')
  const emulator = await serveEmulator({ port: EMULATOR_PORT })
  const pages = await servePages()
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs })
  try {
    const tables: string[] = []
    for (const part of parts.filter(({ folder }) => only === undefined || only === folder)) {
      tables.push(renderPart(await benchPart({ part, rounds, browser, emulator }), baseline))
    }
    if (only === undefined || only === 'rbac') {
      tables.push(await benchRbac({ rounds, browser, emulator }))
    }
    if (only === undefined || only === 'typing') {
      tables.push(await benchTyping({ rounds, browser, emulator }))
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
