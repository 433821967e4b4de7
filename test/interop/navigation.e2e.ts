import { northwindId, textAt } from '../contract/stage.ts'
import { seededConnection } from '../contract/calls/sso.ts'
import type { Arrange } from '../contract/calls/cases.ts'
import { expect, test } from './fixtures.ts'
import type { Visit } from './visit.ts'

/** The methods that leave the page for somewhere: both clients leave it for the same address. */

const REDIRECT = 'http://localhost:3000/authenticate?from=here'

const start: Record<'minimal' | 'full' | 'bySlug', Arrange> = {
  minimal: (stage) => [{ organization_id: northwindId(stage) }],
  full: (stage) => [
    {
      organization_id: northwindId(stage),
      login_redirect_url: REDIRECT,
      signup_redirect_url: REDIRECT,
      custom_scopes: ['calendar:read', 'mail read'],
      provider_params: { login_hint: 'mia svensson@northwind.example', prompt: 'consent' },
    },
  ],
  bySlug: () => [{ organization_slug: 'northwind', login_redirect_url: REDIRECT }],
}

const discoveryStart = {
  minimal: () => [{}],
  full: () => [
    {
      discovery_redirect_url: REDIRECT,
      custom_scopes: ['calendar:read', 'mail read'],
      provider_params: { login_hint: 'mia svensson@northwind.example' },
    },
  ],
}

const navigations: Record<string, Record<string, Arrange>> = {
  'oauth.google.start': start,
  'oauth.microsoft.start': start,
  'oauth.hubspot.start': start,
  'oauth.slack.start': start,
  'oauth.github.start': start,
  'oauth.google.discovery.start': discoveryStart,
  'oauth.microsoft.discovery.start': discoveryStart,
  'oauth.hubspot.discovery.start': discoveryStart,
  'oauth.slack.discovery.start': discoveryStart,
  'oauth.github.discovery.start': discoveryStart,
  'sso.start': {
    minimal: (stage) => [{ connection_id: seededConnection(stage) }],
    full: (stage) => [
      {
        connection_id: seededConnection(stage),
        login_redirect_url: REDIRECT,
        signup_redirect_url: REDIRECT,
      },
    ],
  },
}

/** The address with the random challenge named, and the order of its parameters as it is. */
const nameChallenge = (url: string) =>
  url.replace(/pkce_code_challenge=[\w-]{43}(?=&|$)/, 'pkce_code_challenge=(challenge)')

for (const [id, ways] of Object.entries(navigations)) {
  for (const isRequired of [false, true]) {
    test(`${id}, PKCE ${isRequired ? 'required' : 'not required'}`, async ({ expectSame }) => {
      const destinations: string[] = []
      await expectSame(id, async (visit) => {
        await requirePkce(visit, isRequired)
        for (const how of Object.values(ways)) {
          destinations.push(nameChallenge(await visit.destination(id, ...(await how(visit)))))
        }
      })
      const count = Object.keys(ways).length
      expect(destinations).toHaveLength(2 * count)
      expect(destinations.slice(count)).toEqual(destinations.slice(0, count))
      expect(destinations.every((url) => url.includes('(challenge)') === isRequired)).toBe(true)
    })
  }
}

async function requirePkce(visit: Visit, isRequired: boolean): Promise<void> {
  const { project } = visit.emulator.data
  for (const kind of ['email_magic_links', 'password_resets', 'oauth', 'sso'] as const) {
    project.pkce_required[kind] = isRequired
  }
  await visit.reload()
}

/** What Google's script does for a page, less the prompt that a person sees. */
const GOOGLE_SCRIPT = `
  window.google = { accounts: { id: {
    initialize: (config) => { window.oneTap = config },
    prompt: (onMoment) => onMoment?.({
      isDisplayed: () => true, isDisplayMoment: () => true, isNotDisplayed: () => false,
      isSkippedMoment: () => false, isDismissedMoment: () => false, getMomentType: () => 'display',
    }),
    cancel: () => {},
  } } }`

const oneTaps: Record<string, Record<string, Arrange>> = {
  'oauth.googleOneTap.start': {
    minimal: (stage) => [{ organization_id: northwindId(stage) }],
    full: (stage) => [
      {
        organization_id: northwindId(stage),
        login_redirect_url: REDIRECT,
        signup_redirect_url: REDIRECT,
        cancel_on_tap_outside: false,
      },
    ],
  },
  'oauth.googleOneTap.discovery.start': {
    minimal: () => [{}],
    full: () => [{ discovery_redirect_url: REDIRECT, cancel_on_tap_outside: false }],
  },
}

for (const [id, ways] of Object.entries(oneTaps)) {
  for (const [way, how] of Object.entries(ways)) {
    test(`${id}, ${way}`, async ({ expectSame }) => {
      const destinations: string[] = []
      const configs: unknown[] = []
      await expectSame(id, async (visit) => {
        const { page, emulator } = visit
        await requirePkce(visit, way === 'full')
        await page.route('https://accounts.google.com/**', (route) =>
          route.fulfill({ contentType: 'text/javascript', body: GOOGLE_SCRIPT }),
        )
        await visit.attempt(id, ...(await how(visit)))
        const credential = await googleIdToken(visit)
        await page.route(`${new URL(REDIRECT).origin}/**`, (route) =>
          route.fulfill({ status: 204 }),
        )
        const leaving = page.waitForRequest((request) => request.isNavigationRequest())
        configs.push(
          await page.evaluate((idToken) => {
            const { callback, ...config } = (
              window as unknown as {
                oneTap: { callback: (response: { credential: string }) => unknown }
              }
            ).oneTap
            void callback({ credential: idToken })
            return JSON.parse(JSON.stringify(config)) as unknown
          }, credential),
        )
        destinations.push((await leaving).url())
        await visit.look('(prompt answered)')
        await page.unrouteAll()
        expect(destinations.at(-1)).toContain(new URL(REDIRECT).origin)
        expect(emulator.requests.at(-1)).toMatchObject({ status: 200 })
      })
      expect(destinations[1]).toBe(destinations[0])
      expect(configs[1]).toEqual(configs[0])
    })
  }
}

/** What Google gives the page for Mia's account. */
async function googleIdToken({ emulator }: Visit): Promise<string> {
  const response = await emulator.fetch(`${emulator.baseUrl}/idp/oauth/google/id-token`, {
    method: 'POST',
    body: new URLSearchParams({ email_address: 'mia.svensson@northwind.example' }),
  })
  return textAt(await response.json(), 'credential')
}
