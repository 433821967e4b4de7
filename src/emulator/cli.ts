#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { ServeError, serveEmulator } from './node.ts'
import type { EmulatorServer, ServeOptions } from './node.ts'
import { SEEDS } from './seeds/seeds.ts'
import { loadSnapshot, saveSnapshot } from './snapshotCommand.ts'

const WRONG_USAGE = 2
const FAILED = 1

/** What may go wrong although the command is right. */
const NOT_THEIR_FAULT = ['port-in-use', 'cannot-listen', 'cannot-reach']

const USAGE = `orgportal: the API on your machine.

  orgportal emulator [--port 4000] [--seed NAME|FILE] [--data FILE] [--app URL]
  orgportal snapshot save FILE [--url http://localhost:4000]
  orgportal snapshot load FILE [--url http://localhost:4000]

  --port   where to listen on this machine; 0 takes any free port
  --seed   the world to begin with: a file of yours (.yaml, .yml or .json; docs/emulator.md says what is in it), or
${Object.entries(SEEDS)
  .map(([name, { description }]) => `             ${name.padEnd(22)}${description}`)
  .join('\n')}
  --data   a JSON file that keeps everything; when it exists it is read, and the seed does not matter
  --app    where your app is, to which mails and providers lead back: http://localhost:3000 when left out
  --url    where the running emulator is that is saved from, or loaded into
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
    await run(command)
  } catch (error) {
    if (!(error instanceof ServeError)) throw error
    fail(error.message, NOT_THEIR_FAULT.includes(error.code) ? FAILED : WRONG_USAGE)
  }
}

type Command =
  | { type: 'help' }
  | { type: 'mistake'; message: string }
  | { type: 'serve'; options: ServeOptions }
  | { type: 'save' | 'load'; file: string; url: string }

async function run(command: Exclude<Command, { type: 'help' | 'mistake' }>): Promise<void> {
  switch (command.type) {
    case 'serve': {
      const server = await serveEmulator(command.options)
      console.log(greeting(server))
      closeOnSignal(server)
      return
    }
    case 'save':
      await saveSnapshot(command.file, command.url)
      console.log(`Saved what the emulator at ${command.url} knows to ${command.file}.`)
      return
    case 'load':
      await loadSnapshot(command.file, command.url)
      console.log(`The emulator at ${command.url} goes on from ${command.file}.`)
  }
}

function readCommand(args: string[]): Command {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        port: { type: 'string' },
        seed: { type: 'string' },
        data: { type: 'string' },
        app: { type: 'string' },
        url: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    })
    if (values.help) return { type: 'help' }
    const [name, ...more] = positionals
    if (name === 'emulator') return readServe(more, values)
    if (name === 'snapshot') return readSnapshot(more, values)
    return mistake(name === undefined ? 'No command was given.' : `There is no command ${name}.`)
  } catch (error) {
    return mistake(error instanceof Error ? error.message : String(error))
  }
}

interface Values {
  port?: string | undefined
  seed?: string | undefined
  data?: string | undefined
  app?: string | undefined
  url?: string | undefined
}

function readServe(more: string[], { port, seed, data, app, url }: Values): Command {
  if (more.length > 0) return mistake(`Unexpected argument ${more.join(' ')}.`)
  if (url !== undefined) return mistake('--url goes with snapshot only.')
  if (port !== undefined && !isPort(port)) {
    return mistake(`--port is "${port}"; it must be a number from 0 to 65535.`)
  }
  if (app !== undefined && !/^https?:\/\//.test(app)) {
    return mistake(`--app is "${app}"; it must be an address such as http://localhost:3000.`)
  }
  return {
    type: 'serve',
    options: {
      port: port === undefined ? undefined : Number(port),
      seed,
      dataFile: data,
      appUrl: app,
    },
  }
}

function readSnapshot(
  [act, file, ...more]: string[],
  { url = 'http://localhost:4000', ...others }: Values,
): Command {
  const [other] = Object.entries(others).flatMap(([name, value]) =>
    value === undefined ? [] : [name],
  )
  if (act !== 'save' && act !== 'load')
    return mistake('Say "snapshot save FILE" or "snapshot load FILE".')
  if (file === undefined) return mistake(`snapshot ${act} needs a file.`)
  if (more.length > 0) return mistake(`Unexpected argument ${more.join(' ')}.`)
  if (other !== undefined) return mistake(`--${other} does not go with snapshot.`)
  if (!URL.canParse(url)) {
    return mistake(`--url is "${url}"; it must be an address such as http://localhost:4000.`)
  }
  return { type: act, file, url }
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
  Emulator      ${url}  (open it in a browser)
  Seed          ${emulator.data.seed}
  Public token  ${emulator.publicToken}

  Try next:
  1. Open ${url}: who can sign in, the inbox, and all addresses.
  2. In your app: createB2BClient('${emulator.publicToken}', { baseUrl: '${url}' })
  3. A sign-in link for ${emulator.personas[0]?.name ?? 'a persona'}:
       curl -X POST ${url}/_emulator/personas/${emulator.personas[0]?.id ?? 'admin'}/magic-link
  4. All that can be set and seen: curl ${url}/_emulator

  Ctrl+C stops it.
`
}
