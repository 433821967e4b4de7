import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createEmulator } from 'orgportal/emulator'
import { openSso, storedConnection, type SsoPartOptions } from './ssoPart.tsx'

/** The page of the sample's one connection. */
function openConnection({ world, params, ...options }: SsoPartOptions = {}) {
  const emulator = createEmulator({ seed: 'sample' })
  const { connection_id } = storedConnection(emulator)
  world?.(emulator)
  return openSso({ emulator, params: { connection: connection_id, ...params }, ...options })
}

describe('the page of a connection', () => {
  it('gives the values for the identity provider', async () => {
    const { emulator } = await openConnection()
    const card = within(await screen.findByRole('region', { name: 'For the identity provider' }))
    const id = storedConnection(emulator).connection_id
    expect(
      within(card.getByRole('group', { name: 'ACS URL' })).getByText(new RegExp(id)),
    ).toBeVisible()
    expect(card.getByRole('group', { name: 'Audience URI' })).toBeVisible()
    expect(card.getByRole('group', { name: 'Name ID format' })).toBeVisible()
  })

  it('saves a new name with one request and fetches nothing again', async () => {
    const { user, emulator, requests } = await openConnection()
    await user.click(await screen.findByRole('button', { name: 'Edit Details' }))
    const name = screen.getByRole('textbox', { name: 'Display name' })
    await user.clear(name)
    expect(screen.getByText('Enter a display name.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
    await user.type(name, 'Okta of the plant')
    const before = requests().length
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(
      await screen.findByText('Saved. The connection is called Okta of the plant.'),
    ).toBeVisible()
    expect(requests().slice(before)).toEqual([expect.stringMatching(/^PUT \/b2b\/sso\/saml\//)])
    expect(storedConnection(emulator, 'Okta of the plant')).toMatchObject({
      identity_provider: 'okta',
    })
    expect(screen.getByRole('heading', { name: /Okta of the plant/ })).toBeVisible()
  })

  it('keeps what was typed when saving fails', async () => {
    const { user, emulator } = await openConnection()
    await user.click(await screen.findByRole('button', { name: 'Edit Details' }))
    await user.type(screen.getByRole('textbox', { name: 'Display name' }), ' 2')
    emulator.faults.add({ method: 'PUT', path: '*', status: 400, error_type: 'refused', times: 0 })
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('The details were not saved')).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Display name' })).toHaveValue('Northwind Okta 2')
  })

  it('says what is missing for a connection to work', async () => {
    await openConnection({
      world: (emulator) => {
        const connection = storedConnection(emulator)
        if (connection.type !== 'saml') throw new Error('The sample has a SAML connection.')
        Object.assign(connection, {
          status: 'pending',
          idp_sso_url: '',
          verification_certificates: [],
        })
      },
    })
    const card = within(await screen.findByRole('region', { name: 'Overview' }))
    const items = card.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(items).toEqual([
      'SSO URL of the identity provider (missing)',
      'Entity ID of the identity provider (there)',
      'Signing certificate of the identity provider (missing)',
      'Attribute mapping with email address and name (there)',
    ])
    expect(card.getByRole('link', { name: 'Continue set-up' })).toBeVisible()
  })

  it('opens the deletion by its address, and leads back to the list afterwards', async () => {
    const { user, location } = await openConnection({ params: { dialog: 'delete' } })
    const dialog = within(await screen.findByRole('dialog', { name: 'Delete Northwind Okta?' }))
    expect(await dialog.findByText(/It is the default connection, and the last one/)).toBeVisible()
    const confirm = dialog.getByRole('button', { name: 'Delete connection' })
    await waitFor(() => expect(confirm).toBeEnabled())
    await user.click(confirm)
    expect(await screen.findByText('The connection Northwind Okta was deleted.')).toBeVisible()
    expect(location.read()).toEqual({})
    expect(
      await screen.findByRole('heading', { name: 'Let people sign in with their work account' }),
    ).toBeVisible()
  })

  it('does not open the deletion to who may not delete', async () => {
    await openConnection({ persona: 'auditor', params: { dialog: 'delete' } })
    const danger = within(await screen.findByRole('region', { name: 'Danger zone' }))
    expect(danger.getByRole('button', { name: 'Delete connection' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('gives a sheet to hand over, with the values filled in', async () => {
    const { user, emulator } = await openConnection()
    await user.click(await screen.findByRole('button', { name: 'Hand-over sheet' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Hand-over sheet' }))
    const sheet = await dialog.findByRole('region', { name: 'The sheet as text' })
    expect(sheet).toHaveTextContent(storedConnection(emulator).connection_id)
    expect(sheet).toHaveTextContent('Northwind Robotics wants its people to sign in')
    expect(dialog.getByRole('link', { name: 'Download as a web page' })).toHaveAttribute(
      'download',
      'sso-okta-saml.html',
    )
  })
})
