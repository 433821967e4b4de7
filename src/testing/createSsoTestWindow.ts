import type { SsoConfig } from '../components/sso/SsoConfig.ts'
import type { TestReturn, TestWindow } from '../components/sso/testSignIn/testWindow.ts'
import type { Emulator } from '../emulator/index.ts'

/** Whom the emulated identity provider is told to be. Whoever is not known there is put in. */
export interface SsoTestPerson {
  email_address: string
  name?: string
  /** With commas between. */
  groups?: string
}

export interface SsoTestWindow {
  /** For `config` of `AdminPortalSSO`. */
  readonly openTestWindow: NonNullable<SsoConfig['openTestWindow']>
  /** The text of the page that the window showed last, for pasting; empty when it came back. */
  readonly lastPage: () => string
}

/**
 * A window for the test sign-in of `AdminPortalSSO` that needs no browser window: it walks through the emulator's identity
 * provider in process, as the person given, and comes back with the token. On an error page, and with `person: null` at the
 * provider's own page, it is closed.
 *
 * @example
 * const { openTestWindow } = createSsoTestWindow(emulator, { person: { email_address: 'ada.lovelace@northwind.example' } })
 * render(<AdminPortalSSO config={{ openTestWindow }} />, { wrapper: portal.Provider })
 */
export function createSsoTestWindow(
  emulator: Pick<Emulator, 'fetch'>,
  { person }: { person: SsoTestPerson | null },
): SsoTestWindow {
  let shown = ''
  return {
    lastPage: () => shown,
    openTestWindow: () => {
      let go: TestWindow['go'] = () => {}
      const ended = new Promise<WalkEnd>((resolve) => {
        go = (url) => resolve(walk(emulator, url, person))
      })
      const gone = ended.then(({ token, page }) => {
        shown = page
        return token === null ? undefined : new Promise<never>(() => {})
      })
      const returned = ended.then(({ token }): TestReturn | Promise<never> =>
        token === null ? new Promise<never>(() => {}) : { type: 'token', token },
      )
      return {
        go: (url) => go(url),
        returned,
        gone,
        focus: () => {},
        close: () => {},
      }
    },
  }
}

interface WalkEnd {
  token: string | null
  /** The text of the last page. */
  page: string
}

/** Follows redirects, and posts the forms of the pages, until an address of the app or a page without a way on. */
async function walk(
  { fetch }: Pick<Emulator, 'fetch'>,
  start: string,
  person: SsoTestPerson | null,
): Promise<WalkEnd> {
  let next: { url: string; form?: URLSearchParams } = { url: start }
  for (;;) {
    const { searchParams } = new URL(next.url)
    if (searchParams.has('stytch_token_type')) {
      return { token: searchParams.get('token'), page: '' }
    }
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { accept: 'text/html' },
      ...(next.form && { method: 'POST', body: next.form }),
    })
    const to = response.headers.get('location')
    if (to !== null) {
      next = { url: new URL(to, next.url).href }
      continue
    }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html')
    const form = formOf(page, person)
    if (!response.ok || form === null) {
      return { token: null, page: page.body.textContent.replaceAll(/\s+/g, ' ').trim() }
    }
    next = form
  }
}

/** The form that takes an address, filled in; or the only one of a page that posts on by itself. */
function formOf(page: Document, person: SsoTestPerson | null) {
  const forms = [...page.forms]
  const asking = forms.find((form) => form.querySelector('[name="email_address"]'))
  const form = asking ?? forms[0]
  if (!form || (asking && !person)) return null
  const fields = [...form.querySelectorAll<HTMLInputElement>('input[type="hidden"]')].map(
    ({ name, value }) => [name, value],
  )
  const filled = asking ? Object.entries(person ?? {}) : []
  return {
    url: form.getAttribute('action') ?? '',
    form: new URLSearchParams([...fields, ...filled]),
  }
}
