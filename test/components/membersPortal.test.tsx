import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMemoryStorage, type ClientStorage } from 'orgportal/client'
import { AdminPortalMemberManagement, createMemoryLocation } from 'orgportal/components'
import { createTestPortal, type TestPortal, type TestPortalOptions } from 'orgportal/testing'

const portals: TestPortal[] = []
beforeEach(() => localStorage.clear())
afterEach(() => {
  for (const portal of portals.splice(0)) portal.dispose()
})

async function open(options: TestPortalOptions = {}, params: Record<string, string> = {}) {
  const portal = await createTestPortal(options)
  portals.push(portal)
  const location = createMemoryLocation(params)
  render(<AdminPortalMemberManagement location={location} />, { wrapper: portal.Provider })
  return { ...portal, location, user: userEvent.setup({ delay: null }) }
}

const SEARCH = 'POST /b2b/organizations/me/members/search'
const TIME = { timeout: 8000 }

/** What the next page of somebody who is signed in finds: the session's cookies and nothing else. */
function cookiesOf(storage: ClientStorage): ClientStorage {
  const fresh = createMemoryStorage()
  for (const cookie of storage.cookies.cookie.split('; ')) {
    fresh.cookies.cookie = `${cookie}; path=/; max-age=3600`
  }
  return fresh
}

const grid = () => screen.findByRole('grid', { name: 'Members', hidden: true }, TIME)
const names = async () =>
  within(await grid())
    .getAllByRole('rowheader', { hidden: true })
    .map((cell) => cell.querySelector('a')?.textContent)

describe('AdminPortalMemberManagement', () => {
  it('loads with three requests that go out together', async () => {
    const storage = createMemoryStorage()
    const before = await createTestPortal({ storage })
    before.dispose()
    const { emulator } = before
    emulator.setLatency(1000)
    const from = emulator.requests.length
    const portal = await createTestPortal({ emulator, persona: null, storage: cookiesOf(storage) })
    portals.push(portal)
    render(<AdminPortalMemberManagement location={createMemoryLocation()} />, {
      wrapper: portal.Provider,
    })
    await grid()
    const sent = emulator.requests.slice(from)
    expect(
      sent.map(({ method, path }) => `${method} ${path.replace('/sdk/v1', '')}`).sort(),
    ).toEqual([
      expect.stringMatching(/^GET \/projects\/bootstrap/),
      SEARCH,
      'POST /b2b/sessions/authenticate',
    ])
    // One that waits for another's answer would come a whole latency later.
    const times = sent.map(({ at }) => Date.parse(at))
    expect(Math.max(...times) - Math.min(...times)).toBeLessThan(900)
  })

  it('asks for nothing where the viewer may not see it, and says which roles may', async () => {
    const { requests } = await open({ persona: 'member' })
    expect(await screen.findByRole('heading', { name: 'You cannot see the members' })).toBeVisible()
    expect(
      screen.getByText(/You need the permission stytch\.member search\. Roles with it:/),
    ).toBeVisible()
    expect(requests()).toEqual([])
  })

  it('says so where nobody is signed in', async () => {
    await open({ persona: null })
    expect(await screen.findByRole('heading', { name: 'You are not signed in' })).toBeVisible()
  })

  it('keeps page, filter and text when one comes back from a member, and focuses the row', async () => {
    const { user, location, requests } = await open(
      { seed: 'ten-thousand-members' },
      { status: 'active' },
    )
    await grid()
    await user.click(await screen.findByRole('button', { name: /^Next/ }))
    await waitFor(() => expect(location.read()['page']).toBe('2'))
    await waitFor(async () => expect(await grid()).not.toHaveAttribute('aria-busy'))
    const listed = location.read()
    const third = (await names())[2] ?? ''
    const before = requests().length
    await user.click(within(await grid()).getByRole('link', { name: third }))
    expect(await screen.findByRole('heading', { name: third }, TIME)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Members' }))
    await waitFor(async () =>
      expect(within(await grid()).getByRole('link', { name: third })).toHaveFocus(),
    )
    expect(location.read()).toEqual(listed)
    expect(
      requests()
        .slice(before)
        .filter((request) => request === SEARCH),
    ).toHaveLength(1)
  })
})
