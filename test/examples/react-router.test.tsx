import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi, type MockInstance } from 'vitest'
import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { signIn } from 'orgportal/testing'
import { clientOptions, PUBLIC_TOKEN } from '../../examples/react-router/project.ts'
import { hydratePage } from '../../examples/react-router/hydratePage.tsx'
import { respond } from '../../examples/react-router/respond.tsx'
import { startApp } from '../../examples/react-router/startApp.tsx'
import { SuspendedDirectory } from '../../examples/react-router/SuspendedDirectory.tsx'
import { openPortal } from '../hooks/harness.tsx'

let emulator: Emulator
let page: ReturnType<typeof startApp> | undefined
let complaints: MockInstance<typeof console.error>

beforeEach(() => {
  emulator = createEmulator({ seed: 'scim' })
  vi.stubGlobal('fetch', emulator.fetch)
  complaints = vi.spyOn(console, 'error')
  history.replaceState(null, '', '/')
})

afterEach(() => {
  act(() => page?.root.unmount())
  page?.router.dispose()
  page?.client.dispose()
  page = undefined
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A persona has signed in with this browser. */
async function signedIn(persona: string): Promise<string> {
  const storage = createMemoryStorage()
  const client = createB2BClient(PUBLIC_TOKEN, { ...clientOptions, storage })
  await signIn(client, emulator, persona)
  client.dispose()
  const cookies = storage.cookies.cookie
  for (const cookie of cookies.split('; ')) document.cookie = cookie
  return cookies
}

async function open(persona: string | null) {
  const cookie = persona === null ? '' : await signedIn(persona)
  return respond(new Request('http://localhost:3000/', { headers: { cookie } }))
}

function requests() {
  return emulator.requests.map(({ method, path }) => `${method} ${path.replace('/sdk/v1', '')}`)
}

const rotate = () => screen.getByRole('button', { name: 'Rotate the token' })

describe('the React Router example in the browser', () => {
  const start = () => {
    const container = document.createElement('div')
    document.body.append(container)
    act(() => {
      page = startApp(container)
    })
  }

  it('fetches in the loader what the page shows, once', async () => {
    await signedIn('admin')
    start()
    await screen.findByRole('heading', { name: 'Northwind Okta directory' })
    await waitFor(() => expect(rotate()).toBeEnabled())
    expect(requests().filter((request) => request === 'GET /b2b/scim')).toHaveLength(1)
  })

  it('leads to the sign-in where nobody is signed in', async () => {
    start()
    await screen.findByText('Please sign in.')
    expect(location.pathname).toBe('/sign-in')
    expect(requests()).not.toContain('GET /b2b/scim')
  })

  it('leads there too when the session ends', async () => {
    await signedIn('admin')
    start()
    await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }))
    await screen.findByText('Please sign in.')
  })

  it("shows the route's error where the loader was refused", async () => {
    complaints.mockImplementation(() => undefined)
    await signedIn('member')
    start()
    await screen.findByRole('alert')
  })
})

describe('the Suspense example', () => {
  it('shows what it waits for, and after a failure a way on', async () => {
    const portal = await openPortal({ seed: 'scim' })
    portal.emulator.faults.add({ path: '/sdk/v1/b2b/scim', status: 400 })
    render(<SuspendedDirectory />, {
      wrapper: portal.Provider,
      onCaughtError: () => undefined,
    })
    expect(screen.getByText('Reading the directory…')).toBeVisible()
    await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
    await screen.findByRole('heading', { name: 'Northwind Okta directory' })
  })
})

describe('the React Router example on a server', () => {
  it('sends the whole page to the signed-in member, and lets nobody keep it', async () => {
    const response = await open('admin')
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    const html = await response.text()
    expect(html).toMatch(/Signed in as (<!-- -->)?Ada Lovelace/)
    expect(html).toContain('<h2>Northwind Okta directory</h2>')
    const [, token = 'none'] = /stytch_session=([^;]+)/.exec(document.cookie) ?? []
    expect(html).not.toContain(token)
  })

  it('hydrates without a complaint, and asks nothing again', async () => {
    document.body.innerHTML = await (await open('admin')).text()
    const before = requests().length
    const html = document.querySelector('#root')?.innerHTML
    act(() => {
      page = hydratePage(document.querySelector('#root') ?? document.body)
    })
    expect(document.querySelector('#root')?.innerHTML).toBe(html)
    expect(rotate()).toBeEnabled()
    await waitFor(() => expect(page?.client.getSnapshot().fromCache).toBe(false))
    await act(async () => page?.client.rbac.allPermissions())
    expect(requests().slice(before).sort()).toEqual([
      `GET /projects/bootstrap/${PUBLIC_TOKEN}`,
      'POST /b2b/sessions/authenticate',
    ])
    expect(complaints).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Sign out' }))
    await screen.findByText('Please sign in.')
  })

  it('redirects where nobody is signed in', async () => {
    const response = await open(null)
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/sign-in')
  })

  it('says so where it cannot be known who is signed in', async () => {
    const cookie = await signedIn('admin')
    emulator.faults.add({ path: '*', networkError: true, times: 0 })
    const response = await respond(new Request('http://localhost:3000/', { headers: { cookie } }))
    expect(response.status).toBe(503)
  })

  it('keeps two requests at the same time apart', async () => {
    const [first, second] = await Promise.all(
      [await signedIn('admin'), await signedIn('auditor')].map(async (cookie) => {
        const request = new Request('http://localhost:3000/', { headers: { cookie } })
        return (await respond(request)).text()
      }),
    )
    expect(first).toContain('Ada Lovelace')
    expect(second).not.toContain('Ada Lovelace')
    expect(second).toContain('Signed in as')
  })
})
