#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { ServeError, serveEmulator } from './node.ts'
import type { EmulatorServer, ServeOptions } from './node.ts'
import { SEEDS } from './seeds/seeds.ts'

const WRONG_USAGE = 2
const FAILED = 1

const USAGE = `orgportal emulator: the API on your machine.

  orgportal emulator [--port 4000] [--seed NAME] [--data FILE]

  --port   where to listen on this machine; 0 takes any free port
  --seed   the world to begin with:
${Object.entries(SEEDS)
  .map(([name, { description }]) => `             ${name.padEnd(22)}${description}`)
  .join('\n')}
  --data   a JSON file that keeps everything; when it exists it is read, and the seed does not matter
  --help   this text
`

await main()

async function main(): Promise<void> {
  const command = readCommand(process.argv.slice(2))
  if (command.type === 'help') {
    console.log(USAGE)
    return
  }
  if (command.type === 'mistake') {
    fail(`${command.message}\n\n${USAGE}`, WRONG_USAGE)
    return
  }
  try {
    const server = await serveEmulator(command.options)
    console.log(greeting(server))
    closeOnSignal(server)
  } catch (error) {
    if (!(error instanceof ServeError)) throw error
    const cannotStart = error.code === 'port-in-use' || error.code === 'cannot-listen'
    fail(error.message, cannotStart ? FAILED : WRONG_USAGE)
  }
}

type Command =
  { type: 'help' } | { type: 'mistake'; message: string } | { type: 'serve'; options: ServeOptions }

function readCommand(args: string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        seed: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) return { type: 'help' }
    const [name, ...more] = positionals
    if (name !== 'emulator')
      return mistake(name === undefined ? 'No command was given.' : `There is no command ${name}.`)
    if (more.length > 0) return mistake(`Unexpected argument ${more.join(' ')}.`)
    if (values.port !== undefined && !isPort(values.port)) {
      return mistake(`--port is "${values.port}"; it must be a number from 0 to 65535.`)
    }
    return {
      type: 'serve',
      options: {
        port: values.port === undefined ? undefined : Number(values.port),
        seed: values.seed,
        dataFile: values.data,
      },
    }
  } catch (error) {
    return mistake(error instanceof Error ? error.message : String(error))
  }
}

function mistake(message: string): Command {
  return { type: 'mistake', message }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
}

function fail(message: string, exitCode: number): void {
  console.error(message)
  process.exitCode = exitCode
}

function closeOnSignal({ close }: EmulatorServer): void {
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return
      closing = true
      void close().then(
        () => process.exit(0),
        (error: unknown) => {
          fail(error instanceof Error ? error.message : String(error), FAILED)
          process.exit()
        },
      )
    })
  }
}

function greeting({ url, emulator }: EmulatorServer): string {
  return `
  Emulator      ${url}
  Seed          ${emulator.data.seed}
  Public token  ${emulator.publicToken}

  Try next:
  1. In your app: createB2BClient('${emulator.publicToken}', { baseUrl: '${url}' })
  2. A sign-in link for ${emulator.personas[0]?.name ?? 'a persona'}:
       curl -X POST ${url}/_emulator/personas/${emulator.personas[0]?.id ?? 'admin'}/magic-link
  3. All that can be set and seen: curl ${url}/_emulator

  Ctrl+C stops it.
`
}
