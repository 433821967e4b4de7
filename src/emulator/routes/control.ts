import { Hono } from 'hono'
import { parseBody, parseJson, readText } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import type { Emulator } from '../createEmulator.ts'
import { DescriptionError, readDescription } from '../described.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest } from '../errors.ts'
import type { Fault } from '../faults.ts'
import { changeProject } from '../project/projectChanges.ts'
import type { SeedDescription } from '../seeds/seedDescription.ts'
import { isSeedName, unknownSeed } from '../seeds/seeds.ts'
import type { Seed } from '../seeds/seeds.ts'
import { controlInboxRoutes } from './controlInbox.ts'
import { controlTokenRoutes } from './controlTokens.ts'

/** A snapshot is everything that the emulator knows, which with ten thousand members is much. */
const MAX_SNAPSHOT_BYTES = 256_000_000
const LATEST = Date.UTC(9000, 0)

/**
 * The emulator's own API, at `/_emulator`: for tests, and for a panel in a demo. Plain JSON, no authorization.
 * Each answer to a change is the state, as of GET `/_emulator`. docs/emulator.md lists it all.
 */
export function controlRoutes(context: EmulatorContext, emulator: Emulator): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  const state = () => ({
    seed: context.data.seed,
    seeds: emulator.seeds,
    public_token: emulator.publicToken,
    project_id: context.data.project.project_id,
    base_url: emulator.baseUrl,
    now: context.timestamp(),
    latency: emulator.latency,
    faults: emulator.faults.list(),
    personas: context.data.personas,
  })

  app.get('/', (c) => c.json(state()))

  app.post('/seed', async (c) => {
    const seed = readSeed(parseBody(await readText(c.req.raw)))
    explained('seed.', 'invalid_seed', () => {
      emulator.reset(seed)
    })
    return c.json(state())
  })

  app.post('/reset', (c) => {
    emulator.reset()
    return c.json(state())
  })

  app.get('/project', (c) => c.json({ project: context.data.project }))

  app.post('/project', async (c) => {
    const change = parseJson(await readText(c.req.raw)) ?? {}
    explained('', 'invalid_project', () => {
      context.data.project = readDescription(change, (root) =>
        changeProject(context.data.project, root),
      )
    })
    return c.json({ project: context.data.project })
  })

  app.post('/clock', async (c) => {
    setClock(emulator, parseBody(await readText(c.req.raw)))
    return c.json(state())
  })

  app.post('/faults', async (c) => {
    emulator.faults.add(readFault(parseBody(await readText(c.req.raw))))
    return c.json(state())
  })

  app.delete('/faults', (c) => {
    emulator.faults.clear()
    return c.json(state())
  })

  app.post('/latency', async (c) => {
    const latency = parseBody(await readText(c.req.raw)).optionalInteger('latency', {
      min: 0,
      max: 60_000,
    })
    if (latency === undefined) throw badRequest('latency is required, in milliseconds.')
    emulator.setLatency(latency)
    return c.json(state())
  })

  app.get('/requests', (c) => c.json({ requests: emulator.requests }))

  app.get('/snapshot', (c) => c.json(emulator.snapshot()))

  app.put('/snapshot', async (c) => {
    const snapshot = parseJson(await readText(c.req.raw, MAX_SNAPSHOT_BYTES))
    try {
      emulator.restore(snapshot)
    } catch (error) {
      throw badRequest(error instanceof Error ? error.message : String(error), 'invalid_snapshot')
    }
    return c.json(state())
  })

  app.route('/', controlInboxRoutes(context))
  app.route('/', controlTokenRoutes(context))
  return app
}

/** What is wrong with a description as the API tells it: 400, with all places. */
function explained(prefix: string, errorType: string, act: () => void): void {
  try {
    act()
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error
    throw badRequest(
      error.message
        .split('\n')
        .map((line) => prefix + line)
        .join(' '),
      errorType,
    )
  }
}

/** `seed` is a name, or a description. */
function readSeed(body: Body): Seed {
  const given = body.raw('seed')
  if (isDescription(given)) return given
  const name = body.string('seed')
  if (isSeedName(name)) return name
  throw badRequest(unknownSeed(name), 'unknown_seed')
}

/** What is in it is checked when it is built. */
function isDescription(value: unknown): value is SeedDescription {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** `now` as RFC 3339 or milliseconds, or `advance_ms`. */
function setClock({ clock }: Emulator, body: Body): void {
  const advance = body.raw('advance_ms')
  const now = body.raw('now')
  const given = typeof now === 'string' ? Date.parse(now) : now
  const time = typeof advance === 'number' ? clock.now() + advance : given
  if (typeof time !== 'number' || Number.isNaN(time)) {
    throw badRequest('Give now (an RFC 3339 time, or milliseconds) or advance_ms (milliseconds).')
  }
  if (time < 0 || time > LATEST) {
    throw badRequest('The clock can be set to a time from the year 1970 to the year 9000.')
  }
  clock.set(time)
}

function readFault(body: Body): Fault {
  const networkError = body.optionalBoolean('networkError') ?? false
  const status = body.optionalInteger('status', { min: 400, max: 599 })
  if (status === undefined && !networkError)
    throw badRequest('Give a status from 400 to 599, or networkError.')
  return {
    method: body.optionalString('method'),
    path: body.string('path'),
    bodyIncludes: body.optionalString('bodyIncludes'),
    status,
    error_type: body.optionalString('error_type'),
    error_message: body.optionalString('error_message'),
    retry_after: body.optionalInteger('retry_after', { min: 0, max: 86_400 }),
    times: body.optionalInteger('times', { min: 0, max: 10_000 }),
    networkError,
  }
}
