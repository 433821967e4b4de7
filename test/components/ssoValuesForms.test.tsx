import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { createTestPortal, type TestPortal } from 'orgportal/testing'
import { openSso, storedConnection } from './ssoPart.tsx'
import { metadataOf, SIGNING_1, SIGNING_2 } from './ssoValuesSamples.ts'

afterEach(() => vi.unstubAllGlobals())

/** The page of a connection that was made just now, of which nothing is told yet. */
async function openNew(protocol: 'saml' | 'oidc', identity_provider = 'generic') {
  const emulator = createEmulator({ seed: 'sample' })
  const before = await createTestPortal({ emulator })
  const { connection } = await before.client.sso[protocol].createConnection({
    display_name: 'Tern',
    identity_provider,
  })
  before.dispose()
  return openConnection(emulator, connection.connection_id)
}

async function openConnection(emulator: Emulator, connection: string) {
  const portal = await openSso({ emulator, params: { connection } })
  const from = portal.emulator.requests.length
  /** What was written since, as the wire has it. */
  const writes = () =>
    portal.emulator.requests
      .slice(from)
      .filter(({ method }) => method === 'PUT')
      .map(({ path }) => path.replace('/sdk/v1/b2b/sso/', '').replace(connection, ':id'))
  return { ...portal, writes, connectionId: connection }
}

// As the console of the provider calls them once its guide is there, and as we do before.
const ENTITY_ID = /^(Entity ID|Issuer)/
const SSO_URL = /^Sign.on URL/
const ISSUER = /issuer/i

const edit = async (title: string) => {
  // By label: to ask a whole page for roles takes long.
  const button = await screen.findByLabelText(`Edit ${title}`, undefined, { timeout: 30_000 })
  await userEvent.click(button)
  return within(await screen.findByLabelText(title, { selector: 'form' }))
}

const paste = async (field: HTMLElement, text: string) => {
  await userEvent.click(field)
  await userEvent.paste(text)
}

const save = () => userEvent.click(screen.getByText('Save'))

const stored = ({ emulator, connectionId }: { emulator: Emulator; connectionId: string }) => {
  const connection = emulator.data.sso_connections[connectionId]
  if (!connection) throw new Error('There is no such connection.')
  return connection
}

/** All that this browser and the cache keep. */
const keptIn = (portal: TestPortal) =>
  JSON.stringify([
    { ...localStorage },
    { ...sessionStorage },
    portal.queryClient
      .getQueryCache()
      .getAll()
      .map(({ state }) => state.data),
    portal.queryClient
      .getMutationCache()
      .getAll()
      .map(({ state }) => state),
  ])

describe('what a SAML identity provider told', () => {
  it('is read out of the pasted XML and saved in one request more per further certificate', async () => {
    const portal = await openNew('saml')
    const form = await edit('Identity provider')
    await userEvent.click(form.getByRole('radio', { name: 'Metadata file' }))
    const metadata = metadataOf({
      entityId: 'https://idp.test',
      certificates: [SIGNING_1, SIGNING_2],
    })
    await paste(form.getByLabelText('Or paste it here'), metadata)
    const read = within(await form.findByRole('region', { name: 'Read from it' }))
    expect(read.getByText('https://idp.test/sso')).toBeVisible()
    expect(read.getByText(/Signing 1.*valid until \d+ \w+ 2051/)).toBeVisible()
    expect(read.getByText('emailAddress')).toBeVisible()
    await save()
    await screen.findByText(/^Saved\. The connection is not active yet/)
    expect(portal.writes()).toEqual(['saml/:id', 'saml/:id'])
    expect(stored(portal)).toMatchObject({
      idp_entity_id: 'https://idp.test',
      idp_sso_url: 'https://idp.test/sso',
      verification_certificates: [{}, {}],
    })
    const card = within(screen.getByLabelText('Identity provider', { selector: 'section' }))
    expect(card.getByText('https://idp.test')).toBeVisible()
    expect(card.getByText('2 stored')).toBeVisible()
    // The first one waits for all the code.
  }, 40_000)

  it('keeps what is typed in each way while another is looked at', async () => {
    await openNew('saml')
    const form = await edit('Identity provider')
    await userEvent.type(form.getByLabelText('Metadata URL'), 'https://idp.test/metadata')
    await userEvent.click(form.getByRole('radio', { name: 'By hand' }))
    await userEvent.type(form.getByLabelText(ENTITY_ID), 'urn:idp')
    await userEvent.click(form.getByRole('radio', { name: 'Metadata address' }))
    expect(form.getByLabelText('Metadata URL')).toHaveValue('https://idp.test/metadata')
    await userEvent.click(form.getByRole('radio', { name: 'By hand' }))
    expect(form.getByLabelText(ENTITY_ID)).toHaveValue('urn:idp')
  })

  it('says at once what is wrong with what is pasted, ties it to the field, and does not send it', async () => {
    const portal = await openNew('saml')
    const form = await edit('Identity provider')
    await userEvent.click(form.getByRole('radio', { name: 'By hand' }))
    const field = form.getByLabelText(SSO_URL)
    const { acs_url } = (await portal.client.sso.getConnections()).saml_connections.find(
      ({ connection_id }) => connection_id === portal.connectionId,
    ) ?? { acs_url: '' }
    await paste(field, acs_url)
    await waitFor(() => expect(field).toHaveAttribute('aria-invalid', 'true'))
    expect(field).toHaveAccessibleDescription(/Tern/)
    await save()
    await waitFor(() =>
      expect(screen.getByText('Save').closest('button')).not.toHaveAttribute('aria-busy'),
    )
    expect(portal.writes()).toEqual([])
    expect(field).toHaveValue(acs_url)
  })

  it('takes no private key, and shows what a certificate is', async () => {
    await openNew('saml')
    const form = await edit('Identity provider')
    await userEvent.click(form.getByRole('radio', { name: 'By hand' }))
    const field = form.getByLabelText('Signing certificate')
    await paste(field, '-----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----')
    expect(field).toHaveValue('')
    expect(field).toHaveAttribute('aria-invalid', 'true')
    await paste(field, SIGNING_1)
    expect(await form.findByText(/Signing 1/)).toBeVisible()
    expect(field).not.toHaveAttribute('aria-invalid')
  })

  it('tells why the service refused the metadata address, and loses nothing that was typed', async () => {
    const portal = await openNew('saml')
    const form = await edit('Identity provider')
    const address = `${portal.emulator.baseUrl}/idp/saml/nowhere-at-all/nothing`
    await paste(form.getByLabelText('Metadata URL'), address)
    await save()
    expect(await form.findByText(/The service could not fetch the metadata/)).toBeVisible()
    expect(form.getByLabelText('Metadata URL')).toHaveValue(address)
    expect(portal.writes()).toEqual(['saml/:id/url'])
  })

  it('repeats only what is left when one of several requests failed', async () => {
    const portal = await openNew('saml')
    const form = await edit('Identity provider')
    await userEvent.click(form.getByRole('radio', { name: 'By hand' }))
    await paste(form.getByLabelText(SSO_URL), 'https://idp.test/sso')
    await paste(form.getByLabelText(ENTITY_ID), 'https://idp.test')
    await paste(form.getByLabelText('Signing certificate'), SIGNING_1 + SIGNING_2)
    portal.emulator.faults.add({
      path: '*/sso/saml/*',
      bodyIncludes: SIGNING_2.split('\n')[1],
      status: 400,
      error_type: 'too_many_sso_verification_certificates',
    })
    await save()
    expect(await form.findByText(/at most five certificates/)).toBeVisible()
    await userEvent.click(form.getByRole('button', { name: /left/i }))
    await screen.findByText(/^Saved\./)
    expect(portal.writes()).toHaveLength(3)
    expect(stored(portal)).toMatchObject({ verification_certificates: [{}, {}] })
  })

  it('asks whom it may lock out before a connection in use is changed', async () => {
    const emulator = createEmulator({ seed: 'sample' })
    const { connection_id } = storedConnection(emulator)
    const portal = await openConnection(emulator, connection_id)
    const form = await edit('Identity provider')
    const field = form.getByLabelText(ENTITY_ID)
    await userEvent.clear(field)
    await paste(field, 'https://elsewhere.test')
    await form.findByText(/Bruno Costa/)
    expect(portal.writes()).toEqual([])
  })

  it('tells what somebody else saved meanwhile, with both values', async () => {
    const emulator = createEmulator({ seed: 'sample' })
    const { connection_id } = storedConnection(emulator)
    const portal = await openConnection(emulator, connection_id)
    const form = await edit('Identity provider')
    await userEvent.type(form.getByLabelText(ENTITY_ID), '/mine')
    Object.assign(stored(portal), { idp_entity_id: 'https://theirs.test' })
    await act(() => portal.queryClient.refetchQueries())
    const told = await form.findByText(/: stored is now https:\/\/theirs\.test, you have/)
    expect(told).toHaveTextContent('/mine')
    await userEvent.click(form.getByRole('button', { name: 'Show their version' }))
    expect(form.getByLabelText(ENTITY_ID)).toHaveValue('https://theirs.test')
  })
})

describe('what an OIDC identity provider told', () => {
  it('shows the addresses that the issuer publishes, and saves in one request without keeping the secret', async () => {
    const portal = await openNew('oidc')
    const { emulator } = portal
    vi.stubGlobal('fetch', emulator.fetch)
    const issuer = `${emulator.baseUrl}/idp/oidc/tern`
    const form = await edit('Identity provider')
    await paste(form.getByLabelText(ISSUER), issuer)
    expect(await form.findByText(`${issuer}/token`)).toBeVisible()
    await userEvent.type(form.getByLabelText('Client ID'), 'client-of-tern')
    const secret = form.getByLabelText('Client secret')
    expect(secret).toHaveAttribute('type', 'password')
    await userEvent.type(secret, 'a-secret-of-tern')
    await userEvent.click(form.getByRole('button', { name: 'Show client secret' }))
    expect(secret).toHaveAttribute('type', 'text')
    await save()
    await screen.findByText('Saved.')
    expect(portal.writes()).toEqual(['oidc/:id'])
    expect(stored(portal)).toMatchObject({
      status: 'active',
      issuer,
      token_url: `${issuer}/token`,
      client_secret: 'a-secret-of-tern',
    })
    expect(keptIn(portal)).not.toContain('a-secret-of-tern')
    expect(screen.getByText('A secret is stored.')).toBeVisible()
    expect(document.body).not.toHaveTextContent('a-secret-of-tern')
  })

  it('keeps the stored secret unless another is typed', async () => {
    const portal = await openNew('oidc')
    await portal.client.sso.oidc.updateConnection({
      connection_id: portal.connectionId,
      client_id: 'before',
      client_secret: 'stored-before',
    })
    await act(() => portal.queryClient.refetchQueries())
    const form = await edit('Identity provider')
    expect(form.queryByLabelText('Client secret')).toBeNull()
    await userEvent.type(form.getByLabelText('Client ID'), '-2')
    await save()
    await screen.findByText(/^Saved\./)
    expect(stored(portal)).toMatchObject({ client_id: 'before-2', client_secret: 'stored-before' })
  })

  it('shows the warning of the service, and offers to enter the addresses by hand', async () => {
    const portal = await openNew('oidc')
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const form = await edit('Identity provider')
    await paste(form.getByLabelText(ISSUER), `${portal.emulator.baseUrl}/nothing/here`)
    expect(await form.findByText(/the service looks itself when you save/)).toBeVisible()
    await save()
    expect(await screen.findByText('The addresses could not be read from the issuer')).toBeVisible()
    await userEvent.click(screen.getByText('Enter them by hand'))
    expect(await screen.findByLabelText('Token URL')).toBeVisible()
  })

  it('takes the tenant id of Entra for its issuer, and shows it back', async () => {
    const portal = await openNew('oidc', 'microsoft-entra')
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')))
    const tenant = '3f1c1a52-8d5e-4d1c-9f58-5a0d6a4a9b11'
    const form = await edit('Identity provider')
    const field = await form.findByLabelText(/tenant/i)
    await paste(field, tenant)
    expect(
      await form.findByText(`Becomes the issuer https://login.microsoftonline.com/${tenant}/v2.0`),
    ).toBeVisible()
    portal.emulator.faults.add({ path: '*/sso/oidc/*', method: 'PUT', status: 500 })
    await save()
    await form.findByRole('alert')
    expect(field).toHaveValue(tenant)
  })
})

describe('the attribute mapping', () => {
  it('is changed with a custom attribute renamed, and the old name gone', async () => {
    const emulator = createEmulator({ seed: 'sample' })
    const connection = storedConnection(emulator)
    if (connection.type !== 'saml') throw new Error('It is no SAML connection.')
    connection.attribute_mapping = { ...connection.attribute_mapping, team: 'dept' }
    const portal = await openConnection(emulator, connection.connection_id)
    const form = await edit('Attribute mapping')
    const key = form.getByLabelText('Name of custom attribute 1')
    await userEvent.clear(key)
    await userEvent.type(key, 'squad')
    await save()
    await screen.findByText('Saved. 5 attributes are mapped.')
    expect(portal.writes()).toEqual(['saml/:id'])
    expect(stored(portal)).toMatchObject({
      attribute_mapping: {
        email: 'NameID',
        first_name: 'firstName',
        last_name: 'lastName',
        groups: 'groups',
        squad: 'dept',
      },
    })
    expect(Reflect.get(stored(portal), 'attribute_mapping')).not.toHaveProperty('team')
  })

  it('refuses a name twice in place, and says whose roles go when groups are removed', async () => {
    const emulator = createEmulator({ seed: 'sample' })
    const portal = await openConnection(emulator, storedConnection(emulator).connection_id)
    const form = await edit('Attribute mapping')
    await userEvent.click(form.getByRole('button', { name: 'Remove Groups' }))
    expect(form.getByText(/Set aside: the roles of Robotics/)).toBeVisible()
    await userEvent.click(form.getByRole('button', { name: 'Add custom attribute' }))
    const key = form.getByLabelText('Name of custom attribute 1')
    await waitFor(() => expect(key).toHaveFocus())
    await userEvent.type(key, 'team')
    await userEvent.click(form.getByRole('button', { name: 'Add custom attribute' }))
    await userEvent.type(form.getByLabelText('Name of custom attribute 2'), 'team')
    expect(form.getByLabelText('Name of custom attribute 2')).toHaveAccessibleDescription(
      /in use above/,
    )
    await save()
    expect(portal.writes()).toEqual([])
  })

  it('puts the usual names in place, with a way back', async () => {
    const emulator = createEmulator({ seed: 'sample' })
    await openConnection(emulator, storedConnection(emulator).connection_id)
    const form = await edit('Attribute mapping')
    const field = form.getByLabelText('First name at the identity provider')
    await userEvent.clear(field)
    await userEvent.type(field, 'givenName')
    await userEvent.click(await form.findByRole('button', { name: 'Use the usual names' }))
    expect(field).toHaveValue('firstName')
    await userEvent.click(form.getByRole('button', { name: 'Undo' }))
    expect(field).toHaveValue('givenName')
  })
})
