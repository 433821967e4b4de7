import { Hono } from 'hono'
import { parseBody, parseJson, readText } from '../body.ts'
import type { Body } from '../body.ts'
import type { EmulatorContext } from '../context.ts'
import type { Emulator } from '../createEmulator.ts'
import type { EmulatorEnv } from '../endpoint.ts'
import { badRequest, notFound } from '../errors.ts'
import type { Fault } from '../faults.ts'
import { findPerson, issueMagicLink } from '../magicLinks.ts'
import { isSeedName, SEEDS, unknownSeed } from '../seeds/seeds.ts'
import type { SeedName } from '../seeds/seeds.ts'
import { findRecord } from '../store.ts'
import { scimBaseUrl } from '../wire.ts'

/** A snapshot is everything that the emulator knows, which with ten thousand members is much. */
const MAX_SNAPSHOT_BYTES = 256_000_000
const LATEST = Date.UTC(9000, 0)

/**
 * The emulator's own API, at `/_emulator`: for tests, and for a panel in a demo. Plain JSON, no authorization.
 * Each answer to a change is the state, as of GET `/_emulator`.
 */
export function controlRoutes(context: EmulatorContext, emulator: Emulator): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>()

  const state = () => ({
    seed: context.data.seed,
    seeds: Object.entries(SEEDS).map(([name, { description }]) => ({ name, description })),
    public_token: emulator.publicToken,
    base_url: emulator.baseUrl,
    now: context.timestamp(),
    latency: emulator.latency,
    faults: emulator.faults.list(),
    personas: context.data.personas,
  })

  app.get('/', (c) => c.json(state()))

  app.post('/seed', async (c) => {
    emulator.reset(readSeed(parseBody(await readText(c.req.raw)).string('seed')))
    return c.json(state())
  })

  app.post('/reset', (c) => {
    emulator.reset()
    return c.json(state())
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

  app.get('/inbox', (c) => c.json({ messages: context.data.inbox }))
  app.get('/requests', (c) => c.json({ requests: emulator.requests }))
  app.get('/personas', (c) => c.json({ personas: context.data.personas }))

  app.post('/personas/:id/magic-link', async (c) => {
    const codeChallenge =
      parseBody(await readText(c.req.raw)).optionalString('pkce_code_challenge') ?? null
    return c.json(issueMagicLink(context, c.req.param('id'), { codeChallenge }))
  })

  app.post('/access-tokens', async (c) => {
    const body = parseBody(await readText(c.req.raw))
    const { member_id, organization_id } = findPerson(context, body.string('member_id'))
    const access_token = context.newSecret()
    context.data.access_tokens[access_token] = {
      access_token,
      client_id: body.optionalString('client_id') ?? 'connected-app-test-sample',
      member_id,
      organization_id,
      scopes: body.optionalStrings('scopes') ?? ['openid', 'full_access'],
      issued_at: context.timestamp(),
      used: false,
    }
    return c.json({ access_token })
  })

  app.post('/trusted-tokens', async (c) => {
    const body = parseBody(await readText(c.req.raw))
    const profile_id =
      body.optionalString('profile_id') ?? Object.keys(context.data.trusted_profiles)[0]
    if (profile_id === undefined || !findRecord(context.data.trusted_profiles, profile_id)) {
      throw notFound(
        'trusted_token_profile_not_found',
        `There is no trusted token profile ${String(profile_id)}.`,
      )
    }
    const token = context.newSecret()
    context.data.trusted_tokens[token] = {
      token,
      token_id: context.newId('trusted-token'),
      profile_id,
      email_address: body.string('email_address'),
      organization_id: body.optionalString('organization_id') ?? null,
      expires_at: context.timestamp(5 * 60_000),
    }
    return c.json({ profile_id, token })
  })

  // With the live tokens, which the API itself never shows again: for a simulated directory.
  app.get('/scim', (c) => {
    const active = Object.values(context.data.scim_connections).filter(
      ({ status }) => status === 'active',
    )
    return c.json({
      connections: active.map((connection) => ({
        connection_id: connection.connection_id,
        organization_id: connection.organization_id,
        display_name: connection.display_name,
        identity_provider: connection.identity_provider,
        base_url: scimBaseUrl(context, connection),
        bearer_token: connection.bearer_token.value,
        next_bearer_token: connection.next_bearer_token?.value ?? null,
      })),
    })
  })

  app.get('/scim/log', (c) => c.json({ requests: context.data.scim_log }))

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

  return app
}

function readSeed(name: string): SeedName {
  if (isSeedName(name)) return name
  throw badRequest(unknownSeed(name), 'unknown_seed')
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
    status,
    error_type: body.optionalString('error_type'),
    error_message: body.optionalString('error_message'),
    retry_after: body.optionalInteger('retry_after', { min: 0, max: 86_400 }),
    times: body.optionalInteger('times', { min: 0, max: 10_000 }),
    networkError,
  }
}
