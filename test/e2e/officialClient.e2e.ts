import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page, Request } from '@playwright/test'
import { build } from 'esbuild'
import { EMULATOR_PUBLIC_TOKEN } from 'orgportal/emulator'
import { EMULATOR_URL } from './addresses.ts'
import { emulatorControl } from './emulator.ts'
import { expect, test } from './fixtures.ts'
import type { Kind, Outcome, Walk, World } from './officialClient.page.ts'

/**
 * The published client of the service against the emulator, and ours beside it: the same calls in two browsers that know
 * nothing of each other. The official one must be content with every answer, and ours must be taken for it.
 */

const STATE_KEY = `stytch_sdk_state_${EMULATOR_PUBLIC_TOKEN}`

interface Sent {
  method: string
  path: string
  body: unknown
  headers: string[]
  /** Names of all fields of the decoded X-SDK-Client header. */
  sdkClient: string[]
}

interface Cookie {
  name: string
  [attribute: string]: unknown
}

/** What is left in the browser. */
interface Traces {
  cookies: Cookie[]
  state: unknown
  bootstrap: Record<string, unknown>
  /** Of localStorage. */
  keys: string[]
}

/** What one walk came to. */
interface Visit {
  outcomes: Outcome[]
  requests: Sent[]
  events: Sent[]
  traces: Traces
}

type Visits = Record<Walk, Visit>

const visitsOf = new Map<Kind, Visits>()

test.beforeAll(async ({ browser }) => {
  const { address, close } = await servePage(await bundle())
  for (const kind of ['official', 'ours'] as const) {
    await emulatorControl.seed('sample')
    visitsOf.set(kind, await walkAll(browser, kind, address))
  }
  await close()
})

function visits(kind: Kind): Visits {
  const found = visitsOf.get(kind)
  if (!found) throw new Error(`The ${kind} client was not taken anywhere.`)
  return found
}

const names: Walk[] = ['signIn', 'comeBack', 'signOut']

test.describe('the official client', () => {
  test('takes each answer of the emulator for what it asked', () => {
    const { signIn, comeBack, signOut } = visits('official')
    const refused = new Map([
      ['scim.getConnection, signed out', [401, 'user_unauthenticated']],
      ['magicLinks.authenticate, made up', [404, 'magic_link_not_found']],
      ['scim.getConnection, none', [404, 'no_active_scim_connection']],
      ['scim.createConnection, another', [400, 'active_scim_connection_exists']],
      ['scim.rotateCancel, none', [400, 'scim_connection_not_rotating_token']],
      ['session.exchange, unknown', [404, 'organization_not_found']],
    ])
    for (const { call, value, error } of [signIn, comeBack, signOut].flatMap(
      ({ outcomes }) => outcomes,
    )) {
      const [status_code, error_type] = refused.get(call) ?? []
      if (status_code === undefined) {
        expect(error, call).toBeUndefined()
        expect(value, call).toBeDefined()
      } else {
        expect(error, call).toMatchObject({ name: 'StytchAPIError', status_code, error_type })
      }
    }
    const values = new Map(signIn.outcomes.map(({ call, value }) => [call, value]))
    expect(values.get('rbac.isAuthorized, signed out')).toBe(false)
    expect(values.get('rbac.isAuthorized')).toBe(true)
    expect(values.get('rbac.isAuthorized, unknown')).toBe(false)
    expect(values.get('scim.createConnection')).toMatchObject({
      connection: { display_name: 'Okta', bearer_token: '(secret)' },
    })
    expect(values.get('organization.get')).toMatchObject({ organization_slug: 'northwind' })
  })

  test('keeps the session over a reload, and lets go of it when it is revoked', () => {
    const { comeBack, signOut } = visits('official')
    expect(comeBack.outcomes[0]?.value).toMatchObject({ organization_slug: 'northwind' })
    expect(comeBack.requests.map(({ path }) => path)).toContain('/sdk/v1/b2b/sessions/authenticate')
    expect(comeBack.traces.cookies.map(({ name }) => name)).toEqual([
      'stytch_session',
      'stytch_session_jwt',
    ])
    expect(signOut.traces).toMatchObject({ cookies: [], state: null })
  })
})

test.describe('our client beside the official one', () => {
  for (const name of names) {
    test(`gives the same for the same calls: ${name}`, () => {
      expect(visits('ours')[name].outcomes.map(withoutErrorClass)).toEqual(
        visits('official')[name].outcomes.map(withoutErrorClass),
      )
    })

    test(`sends the same requests: ${name}`, () => {
      expect(visits('ours')[name].requests).toEqual(visits('official')[name].requests)
    })

    test(`leaves the same cookies and the same state: ${name}`, () => {
      const [ours, theirs] = [visits('ours')[name].traces, visits('official')[name].traces]
      expect(ours.cookies).toEqual(theirs.cookies)
      expect(ours.state).toEqual(theirs.state)
      expect(ours.keys).toEqual(expect.arrayContaining(theirs.keys))
    })
  }
})

test('our client stores the settings of the project under the names that the official one reads', () => {
  const [ours, theirs] = [visits('ours').signIn.traces, visits('official').signIn.traces]
  expect(ours.bootstrap).toMatchObject(theirs.bootstrap)
})

test('our client posts the same event as the official one, when it is asked to post any', () => {
  for (const name of ['signIn', 'comeBack'] as const) {
    const [ours, theirs] = [visits('ours')[name].events, visits('official')[name].events]
    expect(ours).toHaveLength(1)
    expect(ours.map(withoutDetails)).toEqual(theirs.map(withoutDetails))
  }
})

/** The official details tell of callbacks for its own login screen, which ours does not have. */
function withoutDetails({ body, ...request }: Sent): object {
  const events = body as { event: { details: object } }[]
  return {
    ...request,
    body: events.map((one) => ({ ...one, event: { ...one.event, details: {} } })),
  }
}

/** Whatever of an error the API said; the classes are each client's own. */
function withoutErrorClass({ error, ...outcome }: Outcome): Outcome {
  if (error === undefined) return outcome
  const { status_code, error_type, error_message, error_url, request_id } = error as Record<
    string,
    unknown
  >
  return { ...outcome, error: { status_code, error_type, error_message, error_url, request_id } }
}

async function bundle(): Promise<string> {
  const source = (path: string) => fileURLToPath(new URL(`../../src/${path}`, import.meta.url))
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./officialClient.page.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    conditions: ['production'],
    alias: { 'orgportal/client': source('client/index.ts') },
  })
  return outputFiles.map(({ text }) => text).join('\n')
}

/** A page with nothing but the script. Served for real: Chromium lets only a loopback page ask a loopback API. */
async function servePage(script: string) {
  const inline = script.replaceAll('</script', String.raw`<\/script`)
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><title>Interop</title><script>${inline}</script>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    address: `http://localhost:${port}/`,
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

async function walkAll(browser: Browser, kind: Kind, address: string): Promise<Visits> {
  const context = await browser.newContext()
  const errors: string[] = []
  context.on('weberror', (error) => errors.push(error.error().message))
  const { token } = await emulatorControl.magicLink('admin')
  const world: World = {
    emulatorUrl: EMULATOR_URL,
    publicToken: EMULATOR_PUBLIC_TOKEN,
    magicLinkToken: token,
    organizationId: await organizationId(),
  }
  let page = await context.newPage()
  let sent: Promise<Sent>[] = []
  const open = async () => {
    await page.close()
    page = await context.newPage()
    page.on('request', (request) => {
      if (request.url().startsWith(`${EMULATOR_URL}/sdk/`)) sent.push(describe(request))
    })
    await page.goto(address)
  }
  const answered = (path: string) =>
    page.waitForResponse((response) => new URL(response.url()).pathname === `/sdk/v1${path}`)
  const walk = async (name: Walk, alsoSent: Promise<unknown>[] = []): Promise<Visit> => {
    const outcomes = await page.evaluate((which) => window.go(which), name)
    await Promise.all(alsoSent)
    const all = await Promise.all(sent)
    sent = []
    return {
      outcomes: outcomes.map((outcome) => comparable(outcome) as Outcome),
      requests: ownFirst(all.filter(({ path }) => path !== '/sdk/v1/events')),
      events: all.filter(({ path }) => path === '/sdk/v1/events'),
      traces: await tracesIn(context, page),
    }
  }
  const openClient = () =>
    page.evaluate(
      ([who, where]) => {
        window.openClient(who, where)
      },
      [kind, world] as const,
    )

  await open()
  const own = [answered('/events')]
  await openClient()
  const signIn = await walk('signIn', own)
  await open()
  const ownAgain = [answered('/events'), answered('/b2b/sessions/authenticate')]
  await openClient()
  const comeBack = await walk('comeBack', ownAgain)
  const signOut = await walk('signOut')
  await context.close()
  expect(errors, `errors that the ${kind} client let through`).toEqual([])
  return { signIn, comeBack, signOut }
}

async function organizationId(): Promise<string> {
  const response = await fetch(`${EMULATOR_URL.replace('localhost', '127.0.0.1')}/_emulator`)
  const { personas } = (await response.json()) as { personas: { organization_id: string }[] }
  return personas[0]?.organization_id ?? ''
}

async function describe(request: Request): Promise<Sent> {
  const headers = await request.allHeaders()
  const sdkClient = headers['x-sdk-client']
  return {
    method: request.method(),
    path: anonymous(new URL(request.url()).pathname),
    body: comparable(JSON.parse(request.postData() ?? 'null') as unknown),
    headers: Object.keys(headers).sort(),
    sdkClient:
      sdkClient === undefined
        ? []
        : fieldNames(JSON.parse(Buffer.from(sdkClient, 'base64').toString()) as object),
  }
}

/** What a client asks by itself runs beside the calls, so it is put before them. */
function ownFirst(requests: Sent[]): Sent[] {
  const isOwn = ({ path }: Sent) => path.includes('/projects/bootstrap/')
  return [...requests.filter(isOwn), ...requests.filter((request) => !isOwn(request))]
}

async function tracesIn(context: BrowserContext, page: Page): Promise<Traces> {
  const storage = new Map(await page.evaluate(() => Object.entries<string>(localStorage)))
  const read = (key: string) => comparable(JSON.parse(storage.get(key) ?? '"missing"') as unknown)
  return {
    cookies: (await context.cookies())
      .map(({ value, expires, ...cookie }) => ({
        ...cookie,
        // Seconds apart, as the two walks are; a session lives for minutes.
        expiresInMinutes: Math.round((expires - Date.now() / 1000) / 60),
        isJwt: value.split('.').length === 3,
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    state: read(STATE_KEY),
    bootstrap: read(`${STATE_KEY}::bootstrap`) as Record<string, unknown>,
    keys: [...storage.keys()].sort(),
  }
}

function fieldNames(value: object, prefix = ''): string[] {
  return Object.entries(value)
    .flatMap(([name, inner]: [string, unknown]) =>
      typeof inner === 'object' && inner !== null
        ? fieldNames(inner, `${prefix}${name}.`)
        : [prefix + name],
    )
    .sort()
}

const SECRETS = /^(session_token|session_jwt|(next_)?bearer_token(_last_four)?|magic_links_token)$/

/** A value without what differs from run to run: ids, times and secrets. */
function comparable(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null, (key, part: unknown) => {
      if (typeof part !== 'string') return part
      if (SECRETS.test(key)) return part === '' ? '' : '(secret)'
      return anonymous(part)
    }),
  )
}

function anonymous(text: string): string {
  return text
    .replace(/\b([a-z]+(?:-[a-z]+)*)-(test|id)-[0-9a-f]{8}-[0-9a-f-]{27}/g, '($1)')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '(time)')
}
