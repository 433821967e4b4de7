import { render, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createMemoryStorage, type ClientStorage } from 'orgportal/client'
import { AdminPortalSSO, createMemoryLocation } from 'orgportal/components'
import { createTestPortal } from 'orgportal/testing'
import { openSso } from './ssoPart.tsx'

/** What the next page of somebody who is signed in finds: the session's cookies and nothing else. */
function cookiesOf(storage: ClientStorage): ClientStorage {
  const fresh = createMemoryStorage()
  for (const cookie of storage.cookies.cookie.split('; ')) {
    fresh.cookies.cookie = `${cookie}; path=/; max-age=3600`
  }
  return fresh
}

describe('AdminPortalSSO', () => {
  it('shows the connections of the organization', async () => {
    await openSso()
    const link = await screen.findByRole('link', { name: 'Northwind Okta' })
    expect(link).toBeVisible()
    expect(screen.getByRole('heading', { name: 'Single sign-on' })).toBeVisible()
  })

  it('loads with four requests', async () => {
    const storage = createMemoryStorage()
    const before = await createTestPortal({ storage })
    before.dispose()
    const from = before.emulator.requests.length
    const portal = await createTestPortal({
      emulator: before.emulator,
      persona: null,
      storage: cookiesOf(storage),
    })
    render(<AdminPortalSSO location={createMemoryLocation()} />, { wrapper: portal.Provider })
    await screen.findByRole('link', { name: 'Northwind Okta' })
    const asked = portal.emulator.requests
      .slice(from)
      .map(({ method, path }) => `${method} ${path.replace(/\/sdk\/v1|\/public-token.*/g, '')}`)
    expect(asked.sort()).toEqual([
      'GET /b2b/admin_portal_config',
      'GET /b2b/sso',
      'GET /projects/bootstrap',
      'POST /b2b/sessions/authenticate',
    ])
    portal.dispose()
  })

  it('asks for nothing where the viewer may not see it, and says which permission is missing', async () => {
    const { requests } = await openSso({ persona: 'member' })
    await screen.findByRole('heading', { name: 'You cannot see single sign-on' })
    expect(screen.getByText(/stytch\.sso get/)).toBeVisible()
    expect(requests()).toEqual([])
  })

  it('takes the server at its word when it denies what the policy here allows', async () => {
    await openSso({
      faults: [
        {
          path: '/sdk/v1/b2b/sso',
          times: 0,
          status: 403,
          error_type: 'session_authorization_error',
        },
      ],
    })
    expect(
      await screen.findByRole('heading', { name: 'You cannot see single sign-on' }),
    ).toBeVisible()
  })

  it('shows an error with retry, never an empty list', async () => {
    const { emulator, user } = await openSso({
      faults: [{ path: '/sdk/v1/b2b/sso', times: 0, status: 400, error_type: 'broken' }],
    })
    expect(await screen.findByText('The SSO connections could not be loaded')).toBeVisible()
    expect(screen.queryByText('Let people sign in with their work account')).toBeNull()
    expect(screen.queryByRole('button', { name: 'New connection' })).toBeNull()
    emulator.faults.clear()
    await user.click(screen.getByRole('button', { name: 'Retry' }))
    expect(await screen.findByRole('link', { name: 'Northwind Okta' })).toBeVisible()
  })

  it('says that SSO is not part of the project', async () => {
    await openSso({
      world: ({ data }) => {
        data.project.sso_enabled = false
      },
    })
    expect(
      await screen.findByRole('heading', { name: 'Single sign-on is not available' }),
    ).toBeVisible()
  })

  it('says that nobody is signed in', async () => {
    await openSso({ persona: null })
    expect(await screen.findByRole('heading', { name: 'You are not signed in' })).toBeVisible()
  })

  it('keeps what is typed when the session ends, and saves nothing', async () => {
    const { client, user } = await openSso({ params: { connection: 'x' } })
    expect(await screen.findAllByText('There is no such connection')).not.toEqual([])
    await user.click(screen.getByRole('button', { name: 'Show all connections' }))
    await user.click(await screen.findByRole('link', { name: 'Northwind Okta' }))
    await user.click(await screen.findByRole('button', { name: 'Edit Details' }))
    const name = await screen.findByRole('textbox', { name: 'Display name' })
    await user.clear(name)
    await user.type(name, 'Okta for everybody')
    await client.session.revoke()
    expect(await screen.findByText('Your session has ended')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Display name' })).toHaveValue('Okta for everybody')
    await waitFor(() => expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled())
  })
})
