import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { openSso, storedConnection, type SsoPartOptions } from './ssoPart.tsx'

const TIME = { timeout: 20_000 }

/** A screen of the sample's one connection, which is active and in use. */
async function openConnection(options: SsoPartOptions = {}) {
  const emulator = createEmulator({ seed: 'sample' })
  const { connection_id: id } = storedConnection(emulator)
  const opened = await openSso({
    ...options,
    emulator,
    params: { connection: id, ...options.params },
  })
  const stored = () => emulator.data.sso_connections[id]
  const writes = () => opened.requests().filter((one) => !one.startsWith('GET'))
  return { ...opened, id, stored, writes }
}

const edit = async (user: Awaited<ReturnType<typeof openConnection>>['user'], card: string) => {
  await user.click(await screen.findByRole('button', { name: `Edit ${card}` }, TIME))
  return within(await screen.findByRole('form', { name: card }))
}

/** SSO is the only way in, so that whoever comes by it would be locked out. */
const onlySso = (emulator: Emulator) => {
  for (const organization of Object.values(emulator.data.organizations)) {
    Object.assign(organization, { auth_methods: 'RESTRICTED', allowed_auth_methods: ['sso'] })
  }
}

describe('what is typed on the page of a connection', () => {
  it('is asked about before the way back to the list drops it', async () => {
    const { user, location } = await openConnection()
    const form = await edit(user, 'Details')
    await user.type(form.getByRole('textbox', { name: 'Display name' }), ' of the plant')
    await user.click(screen.getByRole('button', { name: 'Single sign-on' }))
    expect(await screen.findByRole('dialog', { name: /discard/i })).toBeVisible()
    expect(location.read()['connection']).toBeDefined()
    expect(screen.getByDisplayValue('Northwind Okta of the plant')).toBeInTheDocument()
  })

  it('is what is sent again, although something else was refused before', async () => {
    const { user, emulator, stored } = await openConnection()
    const form = await edit(user, 'Attribute mapping')
    const field = form.getByLabelText('First name at the identity provider')
    await user.type(field, '-1')
    emulator.faults.add({ path: '*/sso/saml/*', method: 'PUT', status: 500, times: 1 })
    await user.click(form.getByRole('button', { name: 'Save' }))
    const again = await form.findByRole('button', { name: 'Save what is left' }, TIME)
    await user.type(field, '2')
    await user.click(again)
    await screen.findByText(/^Saved\. /, undefined, TIME)
    expect(stored()).toMatchObject({ attribute_mapping: { first_name: 'firstName-12' } })
  })

  it('stays in its field when a custom name begins like a known one', async () => {
    const { user } = await openConnection()
    const form = await edit(user, 'Attribute mapping')
    await user.click(form.getByRole('button', { name: 'Add custom attribute' }))
    const key = form.getByLabelText('Name of custom attribute 1')
    await waitFor(() => expect(key).toHaveFocus())
    await user.type(key, 'email_verified')
    expect(form.getByLabelText('Name of custom attribute 1')).toHaveValue('email_verified')
    expect(form.getAllByLabelText(/^E-?mail .*at the identity provider$/i)).toHaveLength(1)
  })

  it('can be removed when a known name was given twice', async () => {
    const { user } = await openConnection()
    const form = await edit(user, 'Attribute mapping')
    await user.click(form.getByRole('button', { name: 'Add custom attribute' }))
    await user.type(form.getByLabelText('Name of custom attribute 1'), 'email')
    await user.tab()
    expect(form.getByLabelText('Name of custom attribute 1')).toHaveAccessibleDescription(
      /in use above/,
    )
    await user.click(form.getByRole('button', { name: /^Remove E-?mail/i }))
    expect(form.queryByLabelText('Name of custom attribute 1')).toBeNull()
  })
})

describe('the guide of a connection that people sign in by', () => {
  it('saves no other sign-on URL before it has said whom that locks out', async () => {
    const { user, writes, client } = await openConnection({
      params: { screen: 'setup', step: 'source' },
      world: onlySso,
    })
    const url = await screen.findByLabelText(/sign.?on url|sso url/i, undefined, TIME)
    await act(() => client.organization.get())
    await user.clear(url)
    await user.type(url, 'https://elsewhere.example/sso')
    const confirm = await screen.findByLabelText('Type Northwind Okta to go on', undefined, TIME)
    await user.click(screen.getByRole('button', { name: 'Save and continue' }))
    await user.click(screen.getByRole('button', { name: 'Save and continue later' }))
    expect(await screen.findByText('Not all of it was saved')).toBeVisible()
    expect(writes().filter((one) => one.startsWith('PUT'))).toEqual([])
    expect(confirm).toBeVisible()
  }, 60_000)
})

describe('where the email address is taken from', () => {
  it('is not changed before it was said whom that locks out', async () => {
    const { user, writes, stored, client } = await openConnection({ world: onlySso })
    const form = await edit(user, 'Attribute mapping')
    await act(() => client.organization.get())
    const field = form.getByLabelText(/^E-?mail .*at the identity provider$/i)
    await user.clear(field)
    await user.type(field, 'mail')
    const confirm = await screen.findByLabelText('Type Northwind Okta to go on', undefined, TIME)
    expect(form.getByRole('button', { name: 'Save' })).toBeDisabled()
    await user.type(confirm, 'Northwind Okta')
    await user.click(form.getByRole('button', { name: 'Save' }))
    await screen.findByText(/^Saved\. /, undefined, TIME)
    expect(writes().filter((one) => one.startsWith('PUT'))).toHaveLength(1)
    expect(stored()).toMatchObject({ attribute_mapping: { email: 'mail' } })
  }, 60_000)
})

describe('a new connection by a link', () => {
  it('says which limit is in the way instead of doing nothing', async () => {
    const { user, requests } = await openSso({
      params: { screen: 'new', choice: 'okta-oidc' },
      world: ({ data }) => {
        Object.assign(data.project, {
          can_create_oidc_connection: false,
        })
      },
    })
    await user.click(await screen.findByRole('button', { name: 'Create and set up' }, TIME))
    expect(await screen.findByRole('alert')).toHaveTextContent(/no more OIDC connections/)
    expect(requests().filter((one) => one.startsWith('POST /b2b/sso'))).toEqual([])
  })
})
