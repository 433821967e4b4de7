import { act, configure, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createEmulator, type Emulator, type SeedName } from 'orgportal/emulator'
import { openSso, storedConnection, type SsoPartOptions } from './ssoPart.tsx'

// Cards and dialogs are loaded when they are first shown, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 8000 })

const UPDATE = 'PUT /b2b/organizations/me'

function northwind({ data }: Emulator) {
  const found = Object.values(data.organizations).find(
    ({ organization_slug }) => organization_slug === 'northwind',
  )
  if (!found) throw new Error('There is no Northwind.')
  return found
}

/** The id of a member of the seed, the same in every emulator. */
function memberCalled(name: string): string {
  const { data } = createEmulator({ seed: 'sso' })
  const found = Object.values(data.members).find((member) => member.name === name)
  if (!found) throw new Error(`There is nobody called ${name}.`)
  return found.member_id
}

interface Opened extends Omit<SsoPartOptions, 'emulator' | 'world' | 'seed'> {
  connection?: string
  seed?: SeedName
  /** Changes the world before anybody is signed in. */
  world?: (emulator: Emulator) => void
}

/** The list of the seed `sso`, or the page of one connection. */
async function open({ connection, seed = 'sso', world, params, ...rest }: Opened = {}) {
  const emulator = createEmulator({ seed })
  world?.(emulator)
  const at = connection && { connection: storedConnection(emulator, connection).connection_id }
  const opened = await openSso({ emulator, params: { ...at, ...params }, ...rest })
  const region = async (name: string) => within(await screen.findByRole('region', { name }))
  const writes = () => opened.requests().filter((line) => !line.startsWith('GET '))
  return { ...opened, region, writes }
}

describe('the default connection', { timeout: 40_000 }, () => {
  it('is moved to another one with one request, and says which one it replaces', async () => {
    const page = await open({ connection: 'Harbor Works' })
    const card = await page.region('Default connection')
    expect(card.getByText('Northwind Okta is the default connection now.')).toBeVisible()
    await page.user.click(card.getByRole('button', { name: 'Make default' }))
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Make Harbor Works the default connection?' }),
    )
    expect(dialog.getByText(/It replaces Northwind Okta/)).toBeVisible()
    const before = page.requests().length
    await page.user.click(dialog.getByRole('button', { name: 'Make default' }))
    expect(await card.findByText(/^Harbor Works is the default connection\./)).toBeVisible()
    expect(page.requests().slice(before)).toEqual([UPDATE])
    expect(northwind(page.emulator).sso_default_connection_id).toBe(
      storedConnection(page.emulator, 'Harbor Works').connection_id,
    )
    expect(card.queryByRole('button', { name: 'Make default' })).toBeNull()
  })

  it('stays as it was, and so does the question, when that fails', async () => {
    const page = await open({ connection: 'Harbor Works', params: { dialog: 'default' } })
    const dialog = within(await screen.findByRole('dialog', { name: /^Make Harbor Works/ }))
    page.emulator.faults.add({ method: 'PUT', path: '*', status: 400, error_type: 'refused' })
    await page.user.click(dialog.getByRole('button', { name: 'Make default' }))
    expect(await dialog.findByText('The default connection was not changed')).toBeVisible()
    expect(dialog.getByText(/It replaces Northwind Okta/)).toBeVisible()
    await page.user.click(dialog.getByRole('button', { name: 'Make default' }))
    const card = await page.region('Default connection')
    expect(await card.findByText(/^Harbor Works is the default connection\./)).toBeVisible()
  })

  it('cannot become one that is pending, by its address neither', async () => {
    const page = await open({ connection: 'Northwind Google', params: { dialog: 'default' } })
    const card = await page.region('Default connection')
    expect(card.getByText(/Only an active connection can be the default/)).toBeVisible()
    expect(card.queryByRole('button')).toBeNull()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(page.writes()).toEqual([])
  })

  it('is moved from the list, and back by Undo', async () => {
    const page = await open()
    const oktaId = northwind(page.emulator).sso_default_connection_id
    await page.user.click(await screen.findByRole('button', { name: 'Actions for Harbor Works' }))
    await page.user.click(screen.getByRole('menuitem', { name: 'Make default' }))
    expect(await screen.findByText('Harbor Works is the default connection now.')).toBeVisible()
    expect(northwind(page.emulator).sso_default_connection_id).not.toBe(oktaId)
    await page.user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('Northwind Okta is the default connection now.')).toBeVisible()
    expect(northwind(page.emulator).sso_default_connection_id).toBe(oktaId)
    expect(page.writes()).toEqual([UPDATE, UPDATE])
  })

  it('shows who may only look which permission is missing', async () => {
    const page = await open({ connection: 'Harbor Works', persona: 'auditor' })
    const card = await page.region('Default connection')
    expect(card.getByRole('button', { name: 'Make default' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    const jit = await page.region('Joining by SSO')
    expect(jit.getByRole('switch')).toHaveAttribute('aria-disabled', 'true')
  })
})

describe('joining by SSO', { timeout: 40_000 }, () => {
  const policyOf = (emulator: Emulator) => {
    const { sso_jit_provisioning, sso_jit_provisioning_allowed_connections } = northwind(emulator)
    const names = Object.values(emulator.data.sso_connections)
      .filter(({ connection_id }) =>
        sso_jit_provisioning_allowed_connections.includes(connection_id),
      )
      .map(({ display_name }) => display_name)
    return { policy: sso_jit_provisioning, names: names.sort() }
  }
  const SWITCH = 'New people may join through this connection'

  it('is switched on for one connection where it was off for all, without what was left over', async () => {
    const page = await open({
      connection: 'Harbor Works',
      world: (emulator) => {
        northwind(emulator).sso_jit_provisioning = 'NOT_ALLOWED'
      },
    })
    const card = await page.region('Joining by SSO')
    await page.user.click(card.getByRole('switch', { name: SWITCH }))
    expect(card.getByRole('switch', { name: SWITCH })).toBeChecked()
    await waitFor(() =>
      expect(policyOf(page.emulator)).toEqual({ policy: 'RESTRICTED', names: ['Harbor Works'] }),
    )
    expect(page.writes()).toEqual([UPDATE])
  })

  it('is switched on and off beside others, with one request each, and closed with the last one', async () => {
    const page = await open({ connection: 'Northwind Okta' })
    const card = await page.region('Joining by SSO')
    const toggle = card.getByRole('switch', { name: SWITCH })
    expect(card.getByText('People may also join through Suppliers Entra.')).toBeVisible()
    await page.user.click(toggle)
    await waitFor(() =>
      expect(policyOf(page.emulator)).toEqual({ policy: 'RESTRICTED', names: ['Suppliers Entra'] }),
    )
    await waitFor(() => expect(toggle).not.toHaveAttribute('aria-busy'))
    await page.user.click(toggle)
    await waitFor(() =>
      expect(policyOf(page.emulator).names).toEqual(['Northwind Okta', 'Suppliers Entra']),
    )
    expect(page.writes()).toEqual([UPDATE, UPDATE])
    act(() => {
      const { connection_id } = storedConnection(page.emulator, 'Suppliers Entra')
      page.location.write({ connection: connection_id }, { replace: false })
    })
    for (const name of ['Suppliers Entra', 'Northwind Okta']) {
      const { connection_id } = storedConnection(page.emulator, name)
      act(() => page.location.write({ connection: connection_id }, { replace: false }))
      await screen.findByRole('heading', { name: new RegExp(`^${name}`) })
      await page.user.click((await page.region('Joining by SSO')).getByRole('switch'))
      await waitFor(() => expect(policyOf(page.emulator).names).not.toContain(name))
    }
    expect(policyOf(page.emulator)).toEqual({ policy: 'NOT_ALLOWED', names: [] })
  })

  it('goes back to what it was, and says so, when that fails', async () => {
    const page = await open({ connection: 'Northwind Okta' })
    const card = await page.region('Joining by SSO')
    page.emulator.faults.add({ method: 'PUT', path: '*', status: 400, error_type: 'refused' })
    await page.user.click(card.getByRole('switch', { name: SWITCH }))
    expect(await card.findByText('Who may join was not changed')).toBeVisible()
    expect(card.getByRole('switch', { name: SWITCH })).toBeChecked()
  })

  it('is limited to chosen connections where people could join through every one', async () => {
    const page = await open({
      connection: 'Northwind Okta',
      world: (emulator) => {
        northwind(emulator).sso_jit_provisioning = 'ALL_ALLOWED'
      },
    })
    const card = await page.region('Joining by SSO')
    expect(card.getByText(/through every connection of your organization/)).toBeVisible()
    await page.user.click(card.getByRole('button', { name: 'Edit Joining by SSO' }))
    const form = within(screen.getByRole('form', { name: 'Joining by SSO' }))
    for (const name of ['Harbor Works', 'Depot ADFS', 'Northwind Google', 'Tern Logistics']) {
      await page.user.click(form.getByRole('button', { name: `Remove ${name}` }))
    }
    await page.user.click(form.getByRole('button', { name: 'Save' }))
    expect(
      await screen.findByText(
        'Saved. People may join through Northwind Okta and Suppliers Entra only.',
      ),
    ).toBeVisible()
    expect(policyOf(page.emulator)).toEqual({
      policy: 'RESTRICTED',
      names: ['Northwind Okta', 'Suppliers Entra'],
    })
    expect(page.writes()).toEqual([UPDATE])
  })
})

describe('the ways to sign in', { timeout: 40_000 }, () => {
  const withoutBreakglass = ({ data }: Emulator) => {
    for (const member of Object.values(data.members)) member.is_breakglass = false
  }
  const neverUsed = ({ data }: Emulator) => {
    for (const member of Object.values(data.members)) member.sso_registrations = []
  }

  async function chooseOnly(page: Awaited<ReturnType<typeof open>>) {
    await page.user.click(await screen.findByRole('button', { name: 'Edit Ways to sign in' }))
    const form = within(await screen.findByRole('form', { name: 'Ways to sign in' }))
    await page.user.click(form.getByRole('radio', { name: 'Single sign-on only' }))
    await waitFor(() => expect(form.queryByText(/^Looking who/)).toBeNull())
    return form
  }

  it('become SSO only once somebody can break the glass and the name is typed', async () => {
    const page = await open({ world: withoutBreakglass })
    const form = await chooseOnly(page)
    const save = form.getByRole('button', { name: 'Save' })
    expect(form.getByText('No break-glass member')).toBeVisible()
    await page.user.type(
      form.getByRole('textbox', { name: 'Type Northwind Robotics to go on' }),
      'Northwind Robotics',
    )
    expect(save).toBeDisabled()
    await page.user.type(
      form.getByRole('combobox', { name: 'Member with break-glass access' }),
      'Olu{Enter}',
    )
    await page.user.click(form.getByRole('button', { name: 'Give break-glass access' }))
    expect(await form.findByText(/^Olu Adeyemi now has break-glass access\./)).toBeVisible()
    expect(save).toBeEnabled()
    await page.user.click(save)
    expect(await screen.findByText('Saved. Members sign in by single sign-on only.')).toBeVisible()
    expect(northwind(page.emulator)).toMatchObject({
      auth_methods: 'RESTRICTED',
      allowed_auth_methods: ['sso'],
    })
    expect(page.writes()).toEqual([
      'POST /b2b/organizations/me/members/search',
      expect.stringMatching(/^PUT \/b2b\/organizations\/members\//),
      UPDATE,
    ])
  })

  it('name who could not sign in any more, the viewer among them', async () => {
    const page = await open({
      world: ({ data }) => {
        for (const member of Object.values(data.members)) {
          if (member.name === 'Ada Lovelace') member.sso_registrations = []
        }
      },
    })
    const form = await chooseOnly(page)
    const alert = within(form.getByRole('alert'))
    expect(alert.getByText(/^\d+ members could not sign in any more$/)).toBeVisible()
    expect(alert.getByText('You are among them.')).toBeVisible()
    expect(form.getByText(/by break-glass access: Olu Adeyemi\./)).toBeVisible()
  })

  it('cannot become SSO only where no connection was ever used', async () => {
    const page = await open({ world: neverUsed })
    const form = await chooseOnly(page)
    expect(form.getByText('No connection was ever used')).toBeVisible()
    await page.user.type(form.getByRole('textbox', { name: /^Type/ }), 'Northwind Robotics')
    expect(form.getByRole('button', { name: 'Save' })).toBeDisabled()
  })

  it('cannot become SSO only where no connection is active', async () => {
    const page = await open({
      world: ({ data }) => {
        for (const connection of Object.values(data.sso_connections)) connection.status = 'pending'
      },
    })
    const form = await chooseOnly(page)
    expect(form.getByText('No connection is active')).toBeVisible()
    expect(form.getByRole('button', { name: 'Save' })).toBeDisabled()
  })

  it('are opened again by one click and one request', async () => {
    const page = await open({
      // By mail only who has break-glass access gets in.
      persona: memberCalled('Olu Adeyemi'),
      world: (emulator) => {
        const organization = northwind(emulator)
        organization.auth_methods = 'RESTRICTED'
        organization.allowed_auth_methods = ['sso']
      },
    })
    const card = await page.region('Ways to sign in')
    await page.user.click(card.getByRole('button', { name: 'Allow every method again' }))
    expect(await card.findByText('Saved. Members may sign in by every method.')).toBeVisible()
    expect(page.writes()).toEqual([UPDATE])
    expect(northwind(page.emulator).auth_methods).toBe('ALL_ALLOWED')
  })

  it('keep what was chosen when saving fails', async () => {
    const page = await open()
    await page.user.click(await screen.findByRole('button', { name: 'Edit Ways to sign in' }))
    const form = within(await screen.findByRole('form', { name: 'Ways to sign in' }))
    await page.user.click(form.getByRole('radio', { name: 'Single sign-on and chosen methods' }))
    expect(form.getByRole('button', { name: 'Save' })).toBeDisabled()
    await page.user.type(
      form.getByRole('combobox', { name: 'Methods beside single sign-on' }),
      'link by email{Enter}{Escape}',
    )
    page.emulator.faults.add({ method: 'PUT', path: '*', status: 400, error_type: 'refused' })
    const save = form.getByRole('button', { name: 'Save' })
    await waitFor(() => expect(save).toBeEnabled())
    await page.user.click(save)
    expect(await form.findByText('The ways to sign in were not changed')).toBeVisible()
    expect(form.getByRole('radio', { name: 'Single sign-on and chosen methods' })).toBeChecked()
    await page.user.click(save)
    expect(
      await screen.findByText(
        'Saved. Members may sign in by single sign-on and the methods chosen.',
      ),
    ).toBeVisible()
    expect(northwind(page.emulator).allowed_auth_methods).toEqual(['sso', 'magic_link'])
  })

  it('are not for who may not change them', async () => {
    const page = await open({ persona: 'it-admin' })
    const card = await page.region('Ways to sign in')
    expect(card.getByRole('button', { name: 'Edit Ways to sign in' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  })
})
