import { describe, expect, it, vi } from 'vitest'
import {
  BOOTSTRAP,
  bootstrapAnswer,
  data,
  mfaResponse,
  setUpBrowser,
  signIn,
  STATE,
  TOKEN,
} from './wire.ts'
import type { ClientStorage } from 'orgportal/client'

const AUTHENTICATE = '/b2b/sessions/authenticate'
const MAGIC = '/b2b/magic_links/authenticate'

const browser = setUpBrowser()

const full = (): never => {
  throw new DOMException('full', 'QuotaExceededError')
}

/** Takes no item any more, but still gives those that it has. */
const withFullItems = ({ items, ...rest }: ClientStorage): ClientStorage => ({
  ...rest,
  items: {
    getItem: (key) => items.getItem(key),
    setItem: full,
    removeItem: (key) => items.removeItem(key),
  },
})

describe('a storage that is full', () => {
  it('keeps nothing older than what the page knows', async () => {
    await signIn(browser.open())
    browser.close()
    const client = browser.open({ storage: withFullItems(browser.storage) })
    await vi.waitFor(() => expect(client.getSnapshot().fromCache).toBe(false))
    browser.wire.next(MAGIC, () => data(mfaResponse('ist-1')))
    await signIn(client)
    expect(browser.item()).toBeNull()
    expect(client.getSnapshot().status).toBe('intermediate')
  })

  it('does not keep the next load from its session', async () => {
    const storage = withFullItems(browser.storage)
    await signIn(browser.open({ storage }))
    const client = browser.reload({ storage })
    expect(client.getSnapshot()).toMatchObject({ status: 'loading', identity: {} })
    await vi.waitFor(() => expect(client.getSnapshot().status).toBe('authenticated'))
  })

  it('does not stop the refresh', async () => {
    vi.useFakeTimers()
    try {
      const client = browser.open({ storage: withFullItems(browser.storage) })
      await signIn(client)
      await vi.advanceTimersByTimeAsync(9 * 60_000 + 5_000)
      expect(browser.wire.sentTo(AUTHENTICATE)).toHaveLength(3)
      expect(client.getSnapshot().status).toBe('authenticated')
    } finally {
      browser.close()
      vi.useRealTimers()
    }
  })
})

describe('a browser that takes no cookies', () => {
  const withoutCookies = ({ items, subscribe }: ClientStorage): ClientStorage => ({
    items,
    subscribe,
    cookies: {
      get cookie() {
        return ''
      },
      set cookie(_) {
        // Dropped without a word, as browsers do.
      },
    },
  })

  it('keeps the session as long as the page', async () => {
    const client = browser.open({ storage: withoutCookies(browser.storage) })
    await signIn(client)
    expect(client.session.getTokens()).toMatchObject({ session_token: 'token-of-session-1' })
    await client.session.authenticate()
    expect(browser.wire.sent.at(-1)?.headers.get('authorization')).toBe(
      `Basic ${btoa(`${TOKEN}:token-of-session-1`)}`,
    )
    await client.session.revoke()
    expect(client.session.getTokens()).toBeNull()
    expect(browser.reload().getSnapshot().status).toBe('anonymous')
  })
})

describe('what is stored', () => {
  it('is the official client’s and nothing else under its name', async () => {
    const keys: string[] = []
    const { items, ...rest } = browser.storage
    const storage: ClientStorage = {
      ...rest,
      items: {
        ...items,
        setItem: (key, value) => {
          keys.push(key)
          items.setItem(key, value)
        },
      },
    }
    browser.wire.always(BOOTSTRAP, () => bootstrapAnswer({ pkce_required_for_oauth: true }))
    const client = browser.open({ storage })
    await client.magicLinks.authenticate({ magic_links_token: 'm', session_duration_minutes: 30 })
    await client.session.authenticate()
    const theirs = keys.filter((key) => key.startsWith(STATE)).map((key) => key.slice(STATE.length))
    expect([...new Set(theirs)].sort()).toEqual(['', '::bootstrap'])
    expect(JSON.parse(browser.item('bootstrap') ?? '')).toEqual({
      projectName: 'Northwind',
      displayWatermark: false,
      cnameDomain: null,
      emailDomains: [],
      captchaSettings: { enabled: false },
      pkceRequiredForEmailMagicLinks: false,
      pkceRequiredForPasswordResets: false,
      pkceRequiredForOAuth: true,
      pkceRequiredForSso: false,
      slugPattern: null,
      createOrganizationEnabled: true,
      passwordConfig: { ludsComplexity: 3, ludsMinimumCount: 8 },
      runDFPProtectedAuth: false,
      rbacPolicy: { roles: [], resources: [], scopes: [] },
      siweRequiredForCryptoWallets: false,
      vertical: 'B2B',
    })
  })

  it('is nothing where nobody has signed in', () => {
    browser.open()
    expect(browser.item()).toBeNull()
  })
})
