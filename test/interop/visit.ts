import type { BrowserContext, Page, Request } from '@playwright/test'
import type { Who } from '../contract/calls/cases.ts'
import { member } from '../contract/stage.ts'
import type { Stage } from '../contract/stage.ts'
import {
  comparableCookie,
  comparableOutcome,
  comparableRequest,
  comparableStorage,
} from './comparable.ts'
import type { ComparableCookie, ComparableRequest } from './comparable.ts'
import type { ClientSetup, Kind, Outcome } from './page.ts'
import type { Sent, World } from './world.ts'

/** One call, what it sent, what came of it, and what it left in the browser. */
export interface Step {
  call: string
  args: unknown[]
  outcome: Outcome
  requests: ComparableRequest[]
  cookies: ComparableCookie[]
  storage: Record<string, unknown>
}

/** A browser that knows nothing, with one of the two clients open in it. */
export interface Visit extends Stage {
  kind: Kind
  page: Page
  steps: Step[]
  /** As `call`, but a refusal is an outcome as any other. */
  attempt: (name: string, ...args: unknown[]) => Promise<Outcome>
  signIn: (who: Who) => Promise<void>
  /** Loads the page anew, and opens the client (or another one) again: what is stored is all it knows. */
  reload: (kind?: Kind) => Promise<void>
  /** As `reload`, at an address whose query an identity provider or a mail has led to. */
  arrive: (address: URL | string) => Promise<void>
  /** Forgets all that is stored, and opens the client again. */
  forget: () => Promise<void>
  /** Has the page leave for another address, which is recorded and not loaded. */
  destination: (name: string, ...args: unknown[]) => Promise<string>
  /** Fails if the page has thrown anything meanwhile. */
  close: () => void
  /** The batches of events that the client has posted. */
  eventsSent: () => ComparableRequest[]
  /** Records what was sent and left since the last step. */
  look: (what: string) => Promise<void>
}

export interface VisitOptions {
  now: number
  setup?: Partial<ClientSetup['options']>
}

export async function openVisit(
  world: World,
  kind: Kind,
  { now, setup = {} }: VisitOptions,
): Promise<Visit> {
  const { emulator } = world
  const page = await world.page(kind)
  const context = page.context()
  // The page has left; nothing of the last walk may reach what is begun.
  await waitFor(() => world.underway() === 0)
  world.begin(now)
  const errors: string[] = []
  const onError = (error: Error) => errors.push(error.message)
  page.on('pageerror', onError)
  // An answer that has left the emulator is not in the page yet.
  let arrived = 0
  const onEnd = (request: Request) => {
    if (isAwaited(new URL(request.url()).pathname)) arrived += 1
  }
  page.on('requestfinished', onEnd)
  page.on('requestfailed', onEnd)
  const awaited = () => world.sent.filter(({ path }) => isAwaited(path)).length
  let awaitedBefore = 0
  const allArrived = () => world.underway() === 0 && arrived >= awaited() - awaitedBefore
  const steps: Step[] = []
  let seen = 0

  /** What was sent since the last time, the client's own housekeeping excepted. */
  const newlySent = (): Sent[] => {
    const all = world.sent.slice(seen)
    seen = world.sent.length
    return all.filter(({ path }) => !/\/projects\/bootstrap\/|\/sdk\/v1\/events$/.test(path))
  }

  const open = async (which: Kind, query = '') => {
    const before = world.sent.length
    const hasSession = (await context.cookies()).some(({ name }) => name === 'stytch_session')
    await page.goto(world.pageUrl + query)
    // What the last page had under way is nobody's any more.
    arrived = 0
    awaitedBefore = awaited()
    await page.evaluate((given) => window.interop.open(given), {
      kind: which,
      emulatorUrl: emulator.baseUrl,
      publicToken: emulator.publicToken,
      options: setup,
    })
    const wanted = ['/projects/bootstrap/', ...(hasSession ? ['/b2b/sessions/authenticate'] : [])]
    await waitFor(
      () =>
        wanted.every((part) => world.sent.slice(before).some(({ path }) => path.includes(part))) &&
        allArrived(),
    )
    await settle(page)
    await record('(open)', [], { value: null })
  }

  const record = async (call: string, args: unknown[], outcome: Outcome) => {
    const requests = newlySent()
    steps.push({
      call,
      args,
      outcome: comparableOutcome(outcome, requests),
      requests: requests.map(comparableRequest),
      ...(await traces(context, page, now)),
    })
  }

  const attempt: Visit['attempt'] = async (name, ...args) => {
    const outcome = await page.evaluate(([method, given]) => window.interop.call(method, given), [
      name,
      args,
    ] as const)
    await waitFor(allArrived)
    await settle(page)
    await record(name, args, outcome)
    return outcome
  }

  const call: Visit['call'] = async (name, ...args) => {
    const outcome = await attempt(name, ...args)
    if ('error' in outcome) {
      throw new Error(`${kind}: ${name} was refused: ${JSON.stringify(outcome.error)}`)
    }
    return outcome.value
  }

  const stage: Stage = { emulator, call }
  await open(kind)

  return {
    ...stage,
    kind,
    page,
    steps,
    attempt,
    signIn: async (who) => {
      if (who === null) return
      const isPersona = emulator.personas.some(({ id }) => id === who)
      const { token } = emulator.createMagicLink(isPersona ? who : member(stage, who).member_id)
      await call('magicLinks.authenticate', {
        magic_links_token: token,
        session_duration_minutes: 60,
      })
    },
    reload: (which = kind) => open(which),
    arrive: (address) => open(kind, new URL(address).search),
    forget: async () => {
      await context.clearCookies()
      await page.evaluate(() => localStorage.clear())
      await open(kind)
    },
    destination: async (name, ...args) => {
      // 204: the browser asks, and stays where it is.
      const leavingFor = `${emulator.baseUrl}/v1/**`
      await page.route(leavingFor, (route) => route.fulfill({ status: 204 }))
      const leaving = page.waitForRequest((request) => request.isNavigationRequest())
      await page.evaluate(
        ([method, given]) => {
          void window.interop.call(method, given)
        },
        [name, args] as const,
      )
      const url = (await leaving).url()
      await settle(page)
      await page.unroute(leavingFor)
      await record(name, args, { value: null })
      return url
    },
    eventsSent: () =>
      world.sent.filter(({ path }) => path.endsWith('/sdk/v1/events')).map(comparableRequest),
    look: (what) => record(what, [], { value: null }),
    close: () => {
      page.off('pageerror', onError)
      page.off('requestfinished', onEnd)
      page.off('requestfailed', onEnd)
      if (errors.length > 0) throw new Error(`${kind}: the page threw ${errors.join('; ')}`)
    },
  }
}

/** The answer to events is nothing that a client looks at, so that the browser may never finish reading it. */
const isAwaited = (path: string): boolean => path.startsWith('/sdk/') && !path.endsWith('/events')

async function traces(context: BrowserContext, page: Page, now: number) {
  const [cookies, entries] = await Promise.all([
    context.cookies(),
    page.evaluate(() => Object.entries<string>(localStorage)),
  ])
  return {
    cookies: cookies
      .map((cookie) => comparableCookie(cookie, now))
      .sort((a, b) => a.name.localeCompare(b.name)),
    storage: comparableStorage(entries),
  }
}

/** What a client does right after an answer, such as writing it down, is done in the tasks that follow. */
function settle(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 5)))
}

async function waitFor(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 10_000
  while (!isSo()) {
    if (Date.now() > end) throw new Error('The client did not send what was waited for.')
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}
