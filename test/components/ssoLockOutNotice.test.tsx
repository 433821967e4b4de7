import { act, configure, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createEmulator, type Emulator, type SeedName } from 'orgportal/emulator'
import { openSso, storedConnection } from './ssoPart.tsx'

// Dialogs are loaded when they are first shown, which takes a while on a busy machine.
configure({ asyncUtilTimeout: 8000 })

const SEARCH = 'POST /b2b/organizations/me/members/search'

function memberCalled({ data }: Emulator, name: string) {
  const found = Object.values(data.members).find((member) => member.name === name)
  if (!found) throw new Error(`There is nobody called ${name}.`)
  return found
}

interface Opened {
  seed?: SeedName
  persona?: string
  /** By which methods members may sign in; every one when left out. */
  methods?: readonly string[]
  /** The connection that is to be deleted. */
  name?: string
  world?: (emulator: Emulator) => void
  /** Through which connection the viewer came in. */
  cameThrough?: string
  /** What happens between the list and the dialog. */
  before?: (emulator: Emulator) => void
}

/** The question whether a connection is to be deleted, asked from the list. */
async function openDeletion({
  seed = 'sso',
  methods,
  name = 'Harbor Works',
  world,
  cameThrough,
  before,
  ...options
}: Opened = {}) {
  const emulator = createEmulator({ seed })
  const { persona = memberCalled(emulator, 'Olu Adeyemi').member_id } = options
  if (methods) {
    for (const organization of Object.values(emulator.data.organizations)) {
      Object.assign(organization, { auth_methods: 'RESTRICTED', allowed_auth_methods: methods })
    }
  }
  world?.(emulator)
  const opened = await openSso({ emulator, persona })
  const { user, client } = opened
  if (cameThrough !== undefined) {
    beginBySso(emulator, storedConnection(emulator, cameThrough).connection_id)
    await act(() => client.session.authenticate({}))
  }
  const menu = await screen.findByRole('button', { name: `Actions for ${name}` })
  before?.(emulator)
  await user.click(menu)
  await user.click(screen.getByRole('menuitem', { name: 'Delete' }))
  const dialog = within(await screen.findByRole('dialog', { name: `Delete ${name}?` }))
  const confirm = dialog.getByRole('button', { name: 'Delete connection' })
  const settled = () => waitFor(() => expect(dialog.queryByText(/^Looking who/)).toBeNull())
  const use = () => dialog.findByRole('list', { name: `What ${name} is used for` })
  return { ...opened, dialog, confirm, settled, use }
}

/** As if the sessions had been begun through that connection. */
function beginBySso({ data }: Emulator, provider_id: string) {
  for (const session of Object.values(data.sessions)) {
    session.authentication_factors.push({
      type: 'sso',
      delivery_method: 'sso_saml',
      last_authenticated_at: session.started_at,
      saml_sso_factor: { id: 'factor', provider_id, external_id: 'olu' },
    })
  }
}

describe('deleting a connection', { timeout: 40_000 }, () => {
  it('waits until it is known whom that locks out', async () => {
    const { dialog, confirm, settled, requests } = await openDeletion({
      methods: ['sso', 'password'],
      name: 'Northwind Google',
      before: (emulator) => emulator.setLatency(200),
    })
    expect(dialog.getByText('Looking who could not sign in any more')).toBeVisible()
    expect(confirm).toBeDisabled()
    await settled()
    await waitFor(() => expect(confirm).toBeEnabled())
    expect(requests().filter((line) => line === SEARCH)).toHaveLength(1)
  })

  it('waits where nobody is locked out too, to say who comes through it', async () => {
    const { dialog, confirm, use } = await openDeletion({
      before: (emulator) => emulator.setLatency(200),
    })
    expect(dialog.getByText('Looking who could not sign in any more')).toBeVisible()
    expect(confirm).toBeDisabled()
    await dialog.findByText('Nobody is locked out: all members keep a way to sign in.')
    expect(
      within(await use()).getByText('1 member signs in through it: Isabel Moreau.'),
    ).toBeVisible()
    expect(confirm).toBeEnabled()
  })

  it('names who could not sign in any more, and has the name typed', async () => {
    const { dialog, confirm, settled, user, emulator } = await openDeletion({ methods: ['sso'] })
    await settled()
    const alert = within(dialog.getByRole('alert'))
    expect(alert.getByText('1 member could not sign in any more')).toBeVisible()
    expect(alert.getByText('Isabel Moreau.')).toBeVisible()
    expect(confirm).toBeDisabled()
    const typed = dialog.getByRole('textbox', { name: 'Type Harbor Works to go on' })
    await user.type(typed, 'harbor')
    expect(confirm).toBeDisabled()
    await user.clear(typed)
    await user.type(typed, 'Harbor Works')
    expect(confirm).toBeEnabled()
    await user.click(confirm)
    expect(await screen.findByText('The connection Harbor Works was deleted.')).toBeVisible()
    expect(() => storedConnection(emulator, 'Harbor Works')).toThrow()
  })

  it('says that one came in through it oneself', async () => {
    const { dialog, confirm, settled, use } = await openDeletion({
      methods: ['sso'],
      cameThrough: 'Harbor Works',
      world: registerOlu,
    })
    await settled()
    expect(within(await use()).getByText('You came in through it yourself.')).toBeVisible()
    expect(dialog.getByText(/^Isabel Moreau/)).toBeVisible()
    expect(confirm).toBeDisabled()
  })

  it('asks for a break-glass member where one would lock oneself out', async () => {
    const { dialog, confirm, settled, user, emulator } = await openDeletion({
      methods: ['sso', 'password'],
      cameThrough: 'Harbor Works',
      world: (world) => {
        registerOlu(world)
        for (const member of Object.values(world.data.members)) {
          Object.assign(member, { member_password_id: '' })
        }
      },
      before: ({ data }) => {
        // Lost since the viewer signed in.
        for (const member of Object.values(data.members)) member.is_breakglass = false
      },
    })
    await settled()
    expect(dialog.getByText('No break-glass member')).toBeVisible()
    await user.type(dialog.getByRole('textbox', { name: /^Type/ }), 'Harbor Works')
    expect(confirm).toBeDisabled()
    emulator.faults.add({ method: 'PUT', path: '*', status: 400, error_type: 'refused' })
    await user.type(
      dialog.getByRole('combobox', { name: 'Member with break-glass access' }),
      'Amara{Enter}',
    )
    await user.click(dialog.getByRole('button', { name: 'Give break-glass access' }))
    expect(await dialog.findByText('Break-glass access was not given')).toBeVisible()
    expect(confirm).toBeDisabled()
    await user.click(dialog.getByRole('button', { name: 'Give break-glass access' }))
    expect(await dialog.findByText(/^Amara Diallo now has break-glass access/)).toBeVisible()
    expect(memberCalled(emulator, 'Amara Diallo').is_breakglass).toBe(true)
    await waitFor(() => expect(confirm).toBeEnabled())
  })

  it('says that members could not be looked through, and tries again', async () => {
    const { dialog, confirm, user, emulator, settled } = await openDeletion({
      methods: ['sso'],
      before: (world) =>
        world.faults.add({ path: '*members/search', status: 400, error_type: 'refused', times: 0 }),
    })
    expect(await dialog.findByText('Members could not be looked through')).toBeVisible()
    expect(confirm).toBeDisabled()
    emulator.faults.clear()
    await user.click(dialog.getByRole('button', { name: 'Retry' }))
    expect(await dialog.findByText('Isabel Moreau.')).toBeVisible()
    await settled()
    expect(dialog.queryByText('Members could not be looked through')).toBeNull()
  })

  it('does not ask whom nobody may look up, but has the name typed', async () => {
    const { dialog, confirm, user, requests } = await openDeletion({
      methods: ['sso'],
      // May do all with connections and see no member.
      world: ({ data }) => {
        for (const { custom_roles } of Object.values(data.organizations)) {
          for (const role of custom_roles ?? []) {
            if (role.role_id !== 'sso_operator') continue
            role.permissions = [{ resource_id: 'stytch.sso', actions: ['*'] }]
          }
        }
        for (const member of Object.values(data.members)) {
          if (member.name === 'Omar Nasser') member.is_breakglass = true
        }
      },
      persona: 'sso-operator',
    })
    expect(await dialog.findByText(/Other members are not shown to you/)).toBeVisible()
    expect(confirm).toBeDisabled()
    await user.type(dialog.getByRole('textbox', { name: /^Type/ }), 'Harbor Works')
    expect(confirm).toBeEnabled()
    expect(requests().filter((line) => line === SEARCH)).toEqual([])
  })
})

describe('a lock-out among more members than one request gives', { timeout: 40_000 }, () => {
  it('is told of those that were looked at, and of all when asked to', async () => {
    const { dialog, confirm, user, settled, requests } = await openDeletion({
      seed: 'ten-thousand-members',
      name: 'Northwind Okta',
      methods: ['sso', 'password'],
    })
    await settled()
    await dialog.findByText(/Only the first 1,000 of [\d,]+ members were looked at\./)
    expect(dialog.getByText(/^At least \d+ members sign in through it/)).toBeVisible()
    expect(confirm).toBeDisabled()
    expect(requests().filter((line) => line === SEARCH).length).toBeLessThanOrEqual(2)
    await user.click(dialog.getByRole('button', { name: 'Look through the others' }))
    await waitFor(() => expect(dialog.queryByText(/Only the first/)).toBeNull(), {
      timeout: 40_000,
    })
    expect(dialog.queryByRole('button', { name: 'Look through the others' })).toBeNull()
    expect(confirm).toBeDisabled()
    expect(dialog.queryByText(/^At least/)).toBeNull()
    await user.type(dialog.getByRole('textbox', { name: /^Type/ }), 'Northwind Okta')
    expect(confirm).toBeEnabled()
  })
})

/** Olu came through Harbor Works as well. */
function registerOlu(emulator: Emulator) {
  const { connection_id } = storedConnection(emulator, 'Harbor Works')
  memberCalled(emulator, 'Olu Adeyemi').sso_registrations.push({
    connection_id,
    external_id: 'olu',
    registration_id: 'sso-registration-olu',
    sso_attributes: {},
  })
}
