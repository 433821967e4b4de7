import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureChromium } from './chromium.ts'
import { readPlaywrightReport, readVitestReport, type TestReport } from './testReport.ts'

/**
 * `npm test`: every check of the project, one after the other, and what came of them. Goes on after a failure, so that one
 * run shows all that is wrong. `npm test -- --only unit` runs one stage (may be repeated).
 */

type Counter = 'stage' | 'vitest' | 'playwright'

interface Stage {
  name: string
  command: string[]
  /** Where the number of tests comes from: a report, or the stage itself counting as one test. */
  counts: Counter
  browser?: boolean
  /** It only reads the sources, and runs beside the others of which the same is true. */
  reads?: true
}

interface Result extends TestReport {
  name: string
  seconds: number
}

const stages: Stage[] = [
  {
    name: 'typecheck',
    counts: 'stage',
    reads: true,
    command: ['npm', 'run', '--silent', 'typecheck'],
  },
  { name: 'lint', counts: 'stage', reads: true, command: ['eslint', '.', '--max-warnings', '0'] },
  {
    name: 'format',
    counts: 'stage',
    reads: true,
    command: ['prettier', '--check', '--log-level', 'warn', '.'],
  },
  {
    name: 'unit',
    counts: 'vitest',
    command: ['vitest', 'run', '--project', 'node', '--project', 'dom'],
  },
  { name: 'build', counts: 'stage', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'size', counts: 'stage', command: ['tsx', 'scripts/size.ts'] },
  { name: 'package', counts: 'vitest', command: ['vitest', 'run', '--project', 'package'] },
  {
    name: 'stories',
    counts: 'vitest',
    browser: true,
    command: ['vitest', 'run', '--config', 'vitest.stories.config.ts'],
  },
  {
    // Both projects at once: either waits more than it works.
    name: 'e2e',
    counts: 'playwright',
    browser: true,
    command: ['playwright', 'test'],
  },
]

const stageLimitMs = 25 * 60_000

const environment = {
  ...process.env,
  PATH: `${resolve('node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`,
  STORYBOOK_DISABLE_TELEMETRY: '1',
  NEXT_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  NO_UPDATE_NOTIFIER: '1',
}

const reports = mkdtempSync(join(tmpdir(), 'orgportal-test-'))
const begun = Date.now()
const results: Result[] = []
try {
  const chosen = chosenStages()
  results.push(...(await Promise.all(chosen.filter(({ reads }) => reads).map(runAloud))))
  for (const stage of chosen.filter(({ reads }) => !reads)) results.push(await runAloud(stage))
} finally {
  rmSync(reports, { recursive: true, force: true })
}
printSummary()

function chosenStages(): Stage[] {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
  const only = values.only
  if (!only) return stages
  const unknown = only.filter((name) => !stages.some((stage) => stage.name === name))
  if (unknown.length > 0) {
    console.error(
      `No such stage: ${unknown.join(', ')}. There are: ${stages.map(({ name }) => name).join(', ')}.`,
    )
    process.exit(2)
  }
  return stages.filter(({ name }) => only.includes(name))
}

async function runAloud(stage: Stage): Promise<Result> {
  console.log(`\n=== ${stage.name}: ${stage.command.join(' ')}`)
  const result = await run(stage)
  console.log(`=== ${stage.name}: ${result.failed === 0 ? 'ok' : 'FAILED'}`)
  return result
}

async function run(stage: Stage): Promise<Result> {
  const started = Date.now()
  const report = join(reports, `${stage.name}.json`)
  let code: number
  try {
    if (stage.browser) ensureChromium()
    code = await spawnStage(stage, report)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    code = 1
  }
  const seconds = (Date.now() - started) / 1000
  const told = readReport(stage, report, code)
  // A run that broke off before or between its tests has failed, whatever its report says.
  const failed = code !== 0 && told.failed === 0 ? 1 : told.failed
  return { name: stage.name, seconds, ...told, failed }
}

function spawnStage({ command, counts }: Stage, report: string): Promise<number> {
  const [program = '', ...args] = command
  const reporters: Record<Counter, string[]> = {
    stage: [],
    vitest: ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    playwright: ['--reporter=list,json'],
  }
  return new Promise((done, refuse) => {
    const child = spawn(program, [...args, ...reporters[counts]], {
      stdio: 'inherit',
      env: { ...environment, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
      timeout: stageLimitMs,
    })
    child.on('error', refuse)
    child.on('exit', (code, signal) => {
      if (signal) console.error(`Stopped by ${signal}.`)
      done(code ?? 1)
    })
  })
}

function readReport({ counts }: Stage, report: string, code: number): TestReport {
  const whole = { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, troubles: [] }
  if (counts === 'stage') return whole
  if (!existsSync(report)) return { ...whole, passed: 0, failed: 1 }
  const read: unknown = JSON.parse(readFileSync(report, 'utf8'))
  return counts === 'vitest' ? readVitestReport(read) : readPlaywrightReport(read)
}

/** The last lines say all: a log may be kept by its end only. */
function printSummary(): void {
  console.log()
  for (const { name, troubles } of results) {
    for (const { kind, test, message } of troubles) {
      console.log(`${kind.padEnd(6)} ${name}: ${test}\n       ${message.slice(0, 300)}`)
    }
  }
  for (const { name, passed, failed, seconds } of results) {
    console.log(
      `${failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(10)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${seconds.toFixed(0).padStart(5)} s`,
    )
  }
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  const failed = results.reduce((sum, result) => sum + result.failed, 0)
  const seconds = Math.round((Date.now() - begun) / 1000)
  console.log(`${Math.floor(seconds / 60)} min ${seconds % 60} s in all\n`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
