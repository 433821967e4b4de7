import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Clock, FailedRequest } from './context.ts'
import { createEmulator } from './createEmulator.ts'
import type { Emulator } from './createEmulator.ts'
import { badRequest, errorResponse, NetworkFailure } from './errors.ts'
import { createSaver, messageOf, readDataFile } from './dataFile.ts'
import { isSeedFile, readSeedFile } from './seedFile.ts'
import type { SeedDescription } from './seeds/seedDescription.ts'
import { isSeedName, unknownSeed } from './seeds/seeds.ts'
import type { Seed } from './seeds/seeds.ts'
import { ServeError } from './serveError.ts'

export { ServeError }
export type { ServeErrorCode } from './serveError.ts'

export interface ServeOptions {
  /** 4000 when left out; 0 takes any free one. */
  port?: number | undefined
  /** `127.0.0.1` when left out, so that nobody else on the network reaches it. */
  host?: string | undefined
  /**
   * What to begin with, unless there is a data file already: the name of one of `SEEDS`, the path of a seed file
   * (`.yaml`, `.yml` or `.json`), or a description; `sample` when left out.
   */
  seed?: string | SeedDescription | undefined
  /** Where the app is that mails and providers lead back to; `http://localhost:3000` when left out. */
  appUrl?: string | undefined
  /** Path of a JSON file that is read at the start and follows each change. */
  dataFile?: string | undefined
  clock?: Clock | undefined
  /** Milliseconds that every answer is held back for. */
  latency?: number | undefined
}

export interface EmulatorServer {
  readonly emulator: Emulator
  /** Where it is reached, without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Writes the data file, ends all connections and frees the port. */
  readonly close: () => Promise<void>
}

/**
 * Serves the emulator over HTTP. Rejects with a `ServeError` when an argument is wrong, the data file cannot be
 * used or the port is taken.
 *
 * @example
 * const { url, close } = await serveEmulator({ port: 4000, seed: 'scim', dataFile: 'emulator.json' })
 */
export async function serveEmulator(options: ServeOptions = {}): Promise<EmulatorServer> {
  const { port = 4000, host = '127.0.0.1', seed = 'sample', dataFile, clock, latency = 0 } = options
  const { appUrl } = options
  const { seed: world, explain } = await readSeed(seed)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new ServeError(
      'bad-argument',
      `The port must be a number from 0 to 65535; it is ${String(port)}.`,
    )
  }
  if (!(latency >= 0)) {
    throw new ServeError(
      'bad-argument',
      `latency must be 0 or more milliseconds; it is ${String(latency)}.`,
    )
  }
  if (dataFile === '') throw new ServeError('bad-argument', 'The path of the data file is empty.')
  const stored = dataFile === undefined ? null : await readDataFile(dataFile)

  // The emulator knows its own address, so it is made once the port is known: before a request can arrive.
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing)
  })
  const actualPort = await listen(server, port, host)
  const url = `http://${isLoopback(host) ? 'localhost' : host}:${String(actualPort)}`
  const emulator = await beginOrClose(server, explain, () =>
    createEmulator({
      seed: world,
      clock,
      baseUrl: url,
      appUrl,
      random: Math.random,
      onDefect: printDefect,
    }),
  )
  emulator.setLatency(latency)
  if (stored) emulator.restore(stored)
  const saver = dataFile === undefined ? null : createSaver(dataFile, emulator, console.error)

  const answer = getRequestListener(
    async (request, { incoming }) => {
      try {
        // Without the request's signal: what a client has asked for is done, even if it leaves meanwhile.
        return await emulator.fetch(request, { signal: null })
      } catch (error) {
        if (isNetworkFailure(error)) {
          incoming.socket.destroy()
          return new Response(null, { status: 503 })
        }
        const requestId = newRequestId()
        printDefect(error, {
          method: request.method,
          path: new URL(request.url).pathname,
          request_id: requestId,
        })
        return errorResponse(error, requestId)
      } finally {
        if (request.method !== 'GET' && request.method !== 'OPTIONS') saver?.schedule()
      }
    },
    {
      overrideGlobalObjects: false,
      // What does not even make a request, such as a Host header that is none.
      errorHandler: (error) =>
        errorResponse(
          badRequest(`This is not an HTTP request: ${messageOf(error)}`),
          newRequestId(),
        ),
    },
  )

  const end = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
    await saver?.flush()
  }
  let ended: Promise<void> | undefined
  try {
    // At once, so that a path that cannot be written to is told of now and not after an hour of work.
    await saver?.flush()
  } catch (error) {
    server.close()
    throw error
  }
  return { emulator, url, port: actualPort, close: () => (ended ??= end()) }
}

/** The seed by name, from its file or as it is given, and what turns its mistakes into words. */
async function readSeed(
  seed: string | SeedDescription,
): Promise<{ seed: Seed; explain: (error: unknown) => unknown }> {
  if (typeof seed === 'string' && isSeedFile(seed)) return readSeedFile(seed)
  if (typeof seed === 'string' && !isSeedName(seed)) {
    throw new ServeError(
      'bad-argument',
      `${unknownSeed(seed)} Or give the path of a seed file that ends in .yaml, .yml or .json.`,
    )
  }
  return { seed, explain: (error) => error }
}

async function beginOrClose(
  server: Server,
  explain: (error: unknown) => unknown,
  begin: () => Emulator,
): Promise<Emulator> {
  try {
    return begin()
  } catch (error) {
    await new Promise((resolve) => server.close(resolve))
    throw explain(error)
  }
}

function printDefect(error: unknown, { method, path, request_id }: FailedRequest): void {
  const request = `${method} ${path}${request_id === undefined ? '' : ` (${request_id})`}`
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(`The emulator failed to answer ${request}, by a mistake of its own:\n${stack}`)
}

function newRequestId(): string {
  return `request-id-test-${randomUUID()}`
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(listenError(error, port, host))
    })
    server.listen(port, host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): ServeError {
  if (error.code === 'EADDRINUSE') {
    return new ServeError(
      'port-in-use',
      `Port ${String(port)} is in use. Stop what uses it, or choose another port.`,
      { cause: error },
    )
  }
  return new ServeError(
    'cannot-listen',
    `Cannot listen on ${host}, port ${String(port)}: ${error.message}`,
    {
      cause: error,
    },
  )
}

/** A fault wants the connection to be cut before there is an answer. */
function isNetworkFailure(error: unknown): boolean {
  return error instanceof TypeError && error.cause instanceof NetworkFailure
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
