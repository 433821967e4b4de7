import { parseArgs } from 'node:util'
import { createServer, type ViteDevServer } from 'vite'
import { ServeError, serveEmulator } from 'orgportal/emulator/node'
import type { EmulatorServer } from 'orgportal/emulator/node'

const USAGE = `npm start: the emulator and the demo that talks to it.

  npm start -- [--port 4010] [--emulator-port 4000] [--seed sample]

  --port           where the demo is served
  --emulator-port  where the emulator listens
  --seed           the emulator's sample data
  --help           this text
`

/** Both servers listen on this machine only; pages are opened as "localhost", where cookies are shared by both. */
const HOST = '127.0.0.1'

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  if (options === 'help') {
    console.log(USAGE)
    return
  }
  const emulatorUrl = `http://localhost:${options.emulatorPort}`
  const emulator = await startEmulator(options)
  const demo = await startDemo(options, emulatorUrl).catch(async (error: unknown) => {
    await emulator.close()
    throw error
  })
  closeOnSignals(async () => {
    await Promise.all([demo.close(), emulator.close()])
  })
  console.log(greeting({ demoUrl: `http://localhost:${options.port}`, emulatorUrl }))
}

interface Options {
  port: number
  emulatorPort: number
  seed: string | undefined
}

/** What the caller gave cannot be used; the message says what to give instead. */
class StartError extends Error {
  override readonly name = 'StartError'
  readonly exitCode: number
  constructor(message: string, exitCode: number) {
    super(message)
    this.exitCode = exitCode
  }
}

const WRONG_USAGE = 2
const CANNOT_START = 1

function readOptions(args: string[]): Options | 'help' {
  const values = parseOptions(args)
  if (values.help) return 'help'
  const port = readPort('--port', values.port)
  const emulatorPort = readPort('--emulator-port', values['emulator-port'])
  if (port === emulatorPort) {
    throw new StartError(
      `Demo and emulator cannot both use port ${port}. Give --port or --emulator-port another one.`,
      WRONG_USAGE,
    )
  }
  return { port, emulatorPort, seed: values.seed }
}

function parseOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '4010' },
        'emulator-port': { type: 'string', default: '4000' },
        seed: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (error) {
    throw new StartError(`${messageOf(error)}\n\n${USAGE}`, WRONG_USAGE)
  }
}

function readPort(option: string, text: string): number {
  const port = Number(text)
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port
  throw new StartError(`${option} is "${text}"; it must be a number from 1 to 65535.`, WRONG_USAGE)
}

async function startEmulator({ port, emulatorPort, seed }: Options): Promise<EmulatorServer> {
  try {
    return await serveEmulator({
      port: emulatorPort,
      host: HOST,
      seed,
      appUrl: `http://localhost:${port}`,
    })
  } catch (error) {
    if (!(error instanceof ServeError)) throw error
    if (error.code !== 'port-in-use') {
      throw new StartError(
        error.message,
        error.code === 'bad-argument' ? WRONG_USAGE : CANNOT_START,
      )
    }
    throw portTaken('emulator', '--emulator-port', emulatorPort)
  }
}

async function startDemo(options: Options, emulatorUrl: string): Promise<ViteDevServer> {
  process.env['VITE_EMULATOR_URL'] = emulatorUrl
  const demo = await createServer({
    configFile: new URL('../demo/vite.config.ts', import.meta.url).pathname,
    logLevel: 'warn',
    server: { host: HOST, port: options.port, strictPort: true },
  })
  try {
    return await demo.listen()
  } catch (error) {
    await demo.close()
    // Vite tells it in words only.
    if (!/port .* in use/i.test(messageOf(error))) throw error
    throw portTaken('demo', '--port', options.port)
  }
}

function portTaken(what: string, option: string, port: number): StartError {
  return new StartError(
    `Port ${port} is in use, so the ${what} cannot start. Stop what uses it, or choose another: npm start -- ${option} ${port + 2}`,
    CANNOT_START,
  )
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function closeOnSignals(close: () => Promise<void>): void {
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return
      closing = true
      void close().then(() => process.exit(0))
    })
  }
}

function greeting({ demoUrl, emulatorUrl }: { demoUrl: string; emulatorUrl: string }): string {
  return `
  Demo      ${demoUrl}
  Emulator  ${emulatorUrl}

  Try next:
  1. Open ${demoUrl}/settings/directory and sign in as Ada Lovelace.
  2. Create the connection for Okta and store its token.
  3. In "Demo tools", push sample users from Okta, and watch them arrive.
  4. Open ${demoUrl}/settings/members: invite people, and change many members at once.
     With 10,000 of them: npm start -- --seed ten-thousand-members
  5. Open ${emulatorUrl}: mails and texts, identity providers, and who can sign in.
  6. The button at the bottom left of the demo looks behind the scenes: requests, cache, permissions, faults.

  Or be the directory yourself, once there is a connection:

    TOKEN=$(curl -s ${emulatorUrl}/_emulator/scim | grep -o '"bearer_token":"[^"]*' | cut -d'"' -f4)
    BASE_URL=$(curl -s ${emulatorUrl}/_emulator/scim | grep -o '"base_url":"[^"]*' | cut -d'"' -f4)
    curl -X POST "$BASE_URL/Users" -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/scim+json' \\
      -d '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"grace@northwind.example","active":true}'

  Ctrl+C stops both.
`
}

// At the end, because a class is not known before its line.
await main().catch((error: unknown) => {
  if (!(error instanceof StartError)) throw error
  console.error(error.message)
  process.exitCode = error.exitCode
})
