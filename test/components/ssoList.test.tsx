import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { SeedDescription } from 'orgportal/emulator'
import { openSso, storedConnection } from './ssoPart.tsx'

/** An organization with so many connections: the first by OIDC and the default. */
const withConnections = (count: number): SeedDescription => ({
  organizations: [
    {
      organization_name: 'Acme',
      sso_default_connection_id: 'Entra',
      sso_connections: [
        { display_name: 'Entra', type: 'oidc', identity_provider: 'microsoft-entra' },
        ...Array.from({ length: count - 1 }, (_, index) => ({
          display_name: `Okta ${String(index + 1)}`,
          identity_provider: 'okta',
        })),
      ],
      members: [
        { name: 'Ana', email_address: 'ana@acme.example', roles: ['stytch_admin'], persona: 'ana' },
      ],
    },
  ],
})

const SEARCH = 'POST /b2b/organizations/me/members/search'

const rowOf = async (name: string) => {
  const link = await screen.findByRole('link', { name })
  const row = link.closest('tr')
  if (!row) throw new Error(`${name} is in no row.`)
  return within(row)
}

describe('the list of SSO connections', () => {
  it('tells provider, status, default, roles and the end of the certificate', async () => {
    await openSso()
    const row = await rowOf('Northwind Okta')
    expect(row.getByText('Default')).toBeVisible()
    expect(row.getByText('Okta · SAML')).toBeVisible()
    expect(row.getByText('Active')).toBeVisible()
    expect(row.getByText('1 by group')).toBeVisible()
    expect(row.getByText(/\d{4}$/)).toBeVisible()
  })

  it('leads from a pending connection back into its set-up', async () => {
    const { user, location } = await openSso({
      world: (emulator) => {
        storedConnection(emulator).status = 'pending'
      },
    })
    const row = await rowOf('Northwind Okta')
    await user.click(row.getByRole('link', { name: 'Continue set-up of Northwind Okta' }))
    expect(location.read()).toMatchObject({ screen: 'setup' })
  })

  it('searches in name and provider, only where there are many', async () => {
    const { user, requests } = await openSso({ seed: withConnections(10), persona: 'ana' })
    const search = await screen.findByRole('searchbox', { name: 'Search connections' })
    const before = requests()
    await user.type(search, 'entra oidc')
    expect(screen.getAllByRole('row')).toHaveLength(2)
    expect(screen.getByRole('link', { name: 'Entra' })).toBeVisible()
    await user.clear(search)
    await user.type(search, 'nobody has this')
    expect(screen.getByText('No connection matches')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Clear search' }))
    expect(screen.getAllByRole('row')).toHaveLength(11)
    expect(requests()).toEqual(before)
  })

  it('has no search for a few', async () => {
    await openSso({ seed: withConnections(3), persona: 'ana' })
    await screen.findByRole('link', { name: 'Entra' })
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  it('begins with the usual providers where there is no connection', async () => {
    const { user, location } = await openSso({
      world: ({ data }) => {
        data.sso_connections = {}
      },
    })
    await screen.findByRole('heading', { name: 'Let people sign in with their work account' })
    await user.click(screen.getByRole('link', { name: 'Microsoft Entra' }))
    expect(location.read()).toMatchObject({ screen: 'new', choice: 'microsoft-entra-saml' })
  })

  it('makes another connection the default with one request', async () => {
    const { user, emulator, requests } = await openSso({ seed: withConnections(2), persona: 'ana' })
    const row = await rowOf('Okta 1')
    const before = requests().length
    await user.click(row.getByRole('button', { name: 'Actions for Okta 1' }))
    await user.click(screen.getByRole('menuitem', { name: 'Make default' }))
    expect(await row.findByText('Default')).toBeVisible()
    await waitFor(() =>
      expect(Object.values(emulator.data.organizations)[0]?.sso_default_connection_id).toBe(
        storedConnection(emulator, 'Okta 1').connection_id,
      ),
    )
    expect(requests().slice(before)).toEqual(['PUT /b2b/organizations/me'])
  })

  it('opens the page at the test, and offers neither test nor default for a pending connection', async () => {
    const { user, location } = await openSso({
      seed: withConnections(2),
      persona: 'ana',
      world: (emulator) => {
        storedConnection(emulator, 'Okta 1').status = 'pending'
      },
    })
    const pending = await rowOf('Okta 1')
    await user.click(pending.getByRole('button', { name: 'Actions for Okta 1' }))
    for (const name of [/Test sign-in/, /Make default/]) {
      expect(screen.getByRole('menuitem', { name })).toHaveAttribute('aria-disabled', 'true')
    }
    await user.keyboard('{Escape}')
    await user.click((await rowOf('Entra')).getByRole('button', { name: 'Actions for Entra' }))
    await user.click(screen.getByRole('menuitem', { name: 'Test sign-in' }))
    expect(location.read()).toMatchObject({ section: 'test' })
  })

  it('deletes a connection, says so, and fetches nothing again', async () => {
    const { user, emulator, requests } = await openSso({ seed: withConnections(2), persona: 'ana' })
    const row = await rowOf('Okta 1')
    await user.click(row.getByRole('button', { name: 'Actions for Okta 1' }))
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Okta 1?' }))
    const confirm = dialog.getByRole('button', { name: 'Delete connection' })
    await waitFor(() => expect(confirm).toBeEnabled())
    // Whom it concerns is looked up first, once.
    await waitFor(() => expect(requests()).toContain(SEARCH))
    await waitFor(() => expect(dialog.queryByText(/Looking/)).toBeNull())
    // An answer that comes before the dialog has shown that it waits is nothing that a network does.
    emulator.setLatency(50)
    const before = requests().length
    await user.click(confirm)
    expect(await screen.findByText('The connection Okta 1 was deleted.')).toBeVisible()
    expect(screen.queryByRole('link', { name: 'Okta 1' })).toBeNull()
    expect(Object.values(emulator.data.sso_connections)).toHaveLength(1)
    expect(requests().slice(before)).toEqual([expect.stringMatching(/^DELETE \/b2b\/sso\//)])
  })

  it('has another default chosen before the default connection is deleted', async () => {
    const { user, emulator } = await openSso({ seed: withConnections(2), persona: 'ana' })
    const row = await rowOf('Entra')
    await user.click(row.getByRole('button', { name: 'Actions for Entra' }))
    await user.click(screen.getByRole('menuitem', { name: 'Delete' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Entra?' }))
    expect(dialog.getByText('Choose another default connection first')).toBeVisible()
    expect(dialog.getByRole('button', { name: 'Delete connection' })).toBeDisabled()
    await user.click(dialog.getByRole('button', { name: 'Make it the default' }))
    await waitFor(() =>
      expect(dialog.getByRole('button', { name: 'Delete connection' })).toBeEnabled(),
    )
    await user.click(dialog.getByRole('button', { name: 'Delete connection' }))
    expect(await screen.findByText('The connection Entra was deleted.')).toBeVisible()
    expect(Object.values(emulator.data.organizations)[0]?.sso_default_connection_id).toBe(
      storedConnection(emulator, 'Okta 1').connection_id,
    )
  })

  it('says which permission is missing to who may only look', async () => {
    await openSso({ persona: 'auditor' })
    const button = await screen.findByRole('button', { name: 'New connection' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
  })
})
