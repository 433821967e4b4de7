import { test as base, type BrowserContext } from '@playwright/test'
import { createB2BClient, createMemoryStorage } from '../client/index.ts'
import type { CookieOptions } from '../client/index.ts'
import type { Seed } from '../emulator/index.ts'
import { serveEmulator } from '../emulator/node.ts'
import { connectEmulator, type EmulatorControl } from './connectEmulator.ts'
import type { PersonaOf } from './personas.ts'

export { expect } from '@playwright/test'
export type { EmulatorControl, EmulatorState, InboxFilter, ScimTarget } from './connectEmulator.ts'

/** The emulator of a test, freshly seeded, and how to be signed in. */
export interface OrgportalControl extends EmulatorControl {
  /**
   * Signs the browser in as a persona or a member, by the session's real cookies on the app's origin. Open a page
   * of the app afterwards.
   */
  readonly signInAs: (persona: PersonaOf<Seed>, options?: SignInAsOptions) => Promise<void>
}

export interface SignInAsOptions {
  /** Another browser than the test's own, for a second person. */
  context?: BrowserContext
}

export interface OrgportalTestOptions {
  /** What the emulator begins as before each test: a seed's name, or a description; `sample` when left out. */
  seed: Seed
  /**
   * Origins whose requests the emulator answers, whatever is there: those that the app calls. The public service when
   * left out; none with `emulatorUrl`, as the app calls that by itself.
   */
  apiOrigins: readonly string[] | undefined
  /** The app's public token, if it is not the emulator's own. */
  publicToken: string | undefined
  /** As your app hands them to its client. */
  cookieOptions: CookieOptions | undefined
}

export interface OrgportalWorkerOptions {
  /** A running emulator that all tests share, so run them with one worker. When left out each worker starts its own. */
  emulatorUrl: string | undefined
  /** Where the app is; Playwright's `baseURL` when left out. */
  appUrl: string | undefined
}

interface OrgportalFixtures extends OrgportalTestOptions {
  orgportal: OrgportalControl
}

interface OrgportalWorkerFixtures extends OrgportalWorkerOptions {
  /** Where this worker's emulator is, as the browser and as Node reach it. */
  orgportalServer: { url: string; control: EmulatorControl }
}

const SERVICE_ORIGINS = ['https://test.stytch.com', 'https://api.stytch.com']
const USUAL_APP = 'http://localhost:3000'

/**
 * Playwright's `test` with the fixture `orgportal`: the emulator, begun anew from `seed` before each test, and
 * `signInAs`. Options are set in the configuration's `use`, or by `test.use`.
 *
 * @example
 * test.use({ seed: 'scim' })
 * test('an auditor changes nothing', async ({ page, orgportal }) => {
 *   await orgportal.signInAs('auditor')
 *   await page.goto('/settings')
 *   expect((await orgportal.requests()).filter(({ method }) => method === 'PUT')).toEqual([])
 * })
 */
export const test = base.extend<OrgportalFixtures, OrgportalWorkerFixtures>({
  seed: ['sample', { option: true }],
  apiOrigins: [undefined, { option: true }],
  publicToken: [undefined, { option: true }],
  cookieOptions: [undefined, { option: true }],
  emulatorUrl: [undefined, { option: true, scope: 'worker' }],
  appUrl: [undefined, { option: true, scope: 'worker' }],

  orgportalServer: [
    async ({ emulatorUrl, appUrl }, use, { project }) => {
      if (emulatorUrl !== undefined) {
        await use({ url: emulatorUrl, control: connectEmulator(direct(emulatorUrl)) })
        return
      }
      const server = await serveEmulator({
        port: 0,
        appUrl: appUrl ?? project.use.baseURL ?? USUAL_APP,
      })
      await use({ url: server.url, control: connectEmulator(direct(server.url)) })
      await server.close()
    },
    { scope: 'worker' },
  ],

  orgportal: [
    async (
      {
        orgportalServer: { url, control },
        seed,
        apiOrigins,
        publicToken,
        cookieOptions,
        emulatorUrl,
        appUrl,
        baseURL,
        context,
      },
      use,
    ) => {
      await control.seed(seed)
      await control.setLatency(0)
      await control.clock.set(Date.now())
      if (publicToken !== undefined) await control.setProject({ public_token: publicToken })
      const origins = apiOrigins ?? (emulatorUrl === undefined ? SERVICE_ORIGINS : [])
      await leadToEmulator(context, origins, url)

      const signInAs: OrgportalControl['signInAs'] = async (persona, options = {}) => {
        const { context: browser = context } = options
        if (browser !== context) await leadToEmulator(browser, origins, url)
        const cookies = await sessionCookies(control, persona, cookieOptions)
        const app = appUrl ?? baseURL ?? USUAL_APP
        await browser.addCookies(
          cookies.map((cookie) => ({ ...cookie, url: app, sameSite: 'Lax' as const })),
        )
      }
      await use({ ...control, url, signInAs })
    },
    { auto: true },
  ],
})

/** Has the emulator answer what a browser asks of these origins, page loads too. */
async function leadToEmulator(
  context: BrowserContext,
  origins: readonly string[],
  emulatorUrl: string,
): Promise<void> {
  for (const origin of origins) {
    await context.route(`${origin}/**`, async (route) => {
      const { pathname, search } = new URL(route.request().url())
      try {
        const url = `${direct(emulatorUrl)}${pathname}${search}`
        const response = await route.fetch({ url, maxRedirects: 0 })
        await route.fulfill({ response })
      } catch {
        // The page has left meanwhile, or a fault cuts the connection.
        await route.abort('connectionfailed').catch(() => undefined)
      }
    })
  }
}

/** The cookies that a client leaves in the browser of somebody who has followed the link in a mail. */
async function sessionCookies(
  control: EmulatorControl,
  persona: string,
  cookieOptions: CookieOptions | undefined,
): Promise<{ name: string; value: string }[]> {
  const { public_token } = await control.state()
  const { token } = await control.magicLink(persona)
  const storage = createMemoryStorage()
  const client = createB2BClient(public_token, {
    baseUrl: control.url,
    storage,
    ...(cookieOptions && { cookieOptions }),
  })
  try {
    await client.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 })
  } finally {
    client.dispose()
  }
  return storage.cookies.cookie.split('; ').map((cookie) => {
    const [name = '', value = ''] = cookie.split(/=(.*)/s)
    return { name, value }
  })
}

/** As Node reaches it: without a look-up of "localhost", which may lead to an address where nobody listens. */
function direct(url: string): string {
  return url.replace('//localhost', '//127.0.0.1')
}
