import { generateKeyPairSync } from 'node:crypto'
import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { openSso, storedConnection, type SsoPartOptions } from './ssoPart.tsx'
import { LOGIN, LOGIN_2, OLD, pem } from './ssoReadingSamples.ts'

const DAY = 86_400_000

function stored(emulator: Emulator) {
  const connection = storedConnection(emulator)
  if (connection.type !== 'saml') throw new Error('It speaks no SAML.')
  return connection
}

/** Opens the page of Northwind's connection, with these certificates (days until each ends). */
async function open(days: readonly number[], options: SsoPartOptions = {}) {
  const emulator = createEmulator({ seed: options.seed ?? 'sample' })
  const connection = stored(emulator)
  const [template] = connection.verification_certificates
  if (!template) throw new Error('The seed has no certificate.')
  connection.verification_certificates = days.map((left, index) => ({
    ...template,
    certificate_id: `saml-verification-key-test-${index}`,
    issuer: `CN=Issuer ${index}, O=Okta`,
    expires_at: new Date(Date.now() + left * DAY + 1000).toISOString(),
  }))
  const part = await openSso({
    ...options,
    emulator,
    params: { connection: connection.connection_id, ...options.params },
  })
  const card = within(
    await screen.findByRole('region', { name: 'Certificates of the identity provider' }),
  )
  const asked = part.requests().length
  const writes = () =>
    part
      .requests()
      .slice(asked)
      .filter((request) => !/search|authenticate/.test(request))
      .map((request) => request.replaceAll(connection.connection_id, ':id'))
  return { ...part, card, writes, connection: () => stored(emulator) }
}

type Opened = Awaited<ReturnType<typeof open>>

async function openAdding({ card, user }: Opened) {
  await user.click(card.getByRole('button', { name: 'Add certificate' }))
  return within(await screen.findByRole('dialog', { name: 'Add a certificate' }))
}

async function remove({ card, user }: Opened, issuer: string) {
  await user.click(card.getByRole('button', { name: `Actions for ${issuer}` }))
  await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
}

describe('the certificates of a connection', () => {
  it('stand with issuer, end and fingerprint', async () => {
    const { card } = await open([400])
    const row = within(card.getByRole('row', { name: /Issuer 0/ }))
    expect(row.getByText(/\(in 13 months\)$/)).toBeVisible()
    expect(
      await row.findByText(/^(?:[0-9A-F]{2}:){3}[0-9A-F]{2}…|^(?:[0-9A-F]{2}:?)+…/),
    ).toBeVisible()
  })

  it('are added after they were read, several in one go, and nothing is asked again', async () => {
    const opened = await open([20])
    const dialog = await openAdding(opened)
    await opened.user.click(dialog.getByRole('textbox', { name: 'Certificate' }))
    await opened.user.paste(pem(LOGIN) + pem(LOGIN_2))
    const read = within(await dialog.findByRole('region', { name: 'This was read' }))
    expect(read.getByText(/Login of Acme 2/)).toBeVisible()
    await opened.user.click(dialog.getByRole('button', { name: 'Add 2 certificates' }))
    expect(await opened.card.findByText('2 certificates added')).toBeVisible()
    expect(opened.card.getByText('3 certificates are valid')).toBeVisible()
    expect(opened.writes()).toEqual(['PUT /b2b/sso/saml/:id', 'PUT /b2b/sso/saml/:id'])
    expect(opened.connection().verification_certificates).toHaveLength(3)
  })

  it('are taken from a file of DER', async () => {
    const opened = await open([20])
    const dialog = await openAdding(opened)
    const der = Uint8Array.from(atob(LOGIN), (one) => one.charCodeAt(0))
    await opened.user.upload(dialog.getByLabelText(/Certificate file/), new File([der], 'idp.der'))
    await dialog.findByRole('region', { name: 'This was read' })
    await opened.user.click(dialog.getByRole('button', { name: 'Add certificate' }))
    expect(await opened.card.findByText('Certificate added')).toBeVisible()
  })

  it('are not sent while something is wrong with them', async () => {
    const opened = await open([20])
    const dialog = await openAdding(opened)
    const add = dialog.getByRole('button', { name: 'Add certificate' })
    await opened.user.click(add)
    expect(dialog.getByText('Nothing is entered.')).toBeVisible()
    const field = dialog.getByRole('textbox', { name: 'Certificate' })
    await opened.user.click(field)
    await opened.user.paste(pem(OLD))
    expect(await dialog.findByText('CN=Old expired on 1 Jan 2018.')).toBeVisible()
    await opened.user.click(add)
    await opened.user.clear(field)
    const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
    await opened.user.click(field)
    await opened.user.paste(key.export({ type: 'pkcs8', format: 'pem' }).toString())
    expect(await dialog.findByText(/It must be regarded as exposed/)).toBeVisible()
    expect(field).toHaveValue('')
    await opened.user.click(add)
    expect(opened.writes()).toEqual([])
  })

  it('are counted before saving', async () => {
    const opened = await open([20, 30, 40, 50, 400])
    const dialog = await openAdding(opened)
    await opened.user.click(dialog.getByRole('textbox', { name: 'Certificate' }))
    await opened.user.paste(pem(LOGIN))
    expect(
      await dialog.findByText('The connection would have 6 certificates; it can have 5.'),
    ).toBeVisible()
    await opened.user.click(dialog.getByRole('button', { name: 'Add certificate' }))
    expect(opened.writes()).toEqual([])
  })

  it('tell each outcome where one fails, and a retry sends only what is left', async () => {
    const opened = await open([20])
    const dialog = await openAdding(opened)
    await opened.user.click(dialog.getByRole('textbox', { name: 'Certificate' }))
    await opened.user.paste(pem(LOGIN) + pem(LOGIN_2))
    await dialog.findByRole('region', { name: 'This was read' })
    opened.emulator.faults.add({ method: 'PUT', path: '*/saml/*', status: 500 })
    await opened.user.click(dialog.getByRole('button', { name: 'Add 2 certificates' }))
    const alert = within(await dialog.findByRole('alert', undefined, { timeout: 8000 }))
    const outcomes = () => alert.getAllByRole('listitem').map(({ textContent }) => textContent)
    expect(outcomes()[0]).toMatch(/^Failed Add Login of Acme/)
    expect(outcomes()[1]).toMatch(/^Not sent yet Add Login of Acme 2/)
    opened.emulator.faults.clear()
    const sent = opened.writes().length
    await opened.user.click(alert.getByRole('button', { name: 'Save what is left' }))
    expect(await opened.card.findByText('2 certificates added')).toBeVisible()
    expect(opened.writes().slice(sent)).toHaveLength(2)
  })

  it('are removed one by one, never the last', async () => {
    const opened = await open([20, 400])
    await remove(opened, 'Issuer 0')
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove the certificate?' }))
    expect(dialog.getByText(/certificate of Issuer 0 fail from then on/)).toBeVisible()
    await opened.user.click(dialog.getByRole('button', { name: 'Remove' }))
    expect(await opened.card.findByText('Certificate removed')).toBeVisible()
    expect(opened.writes()).toEqual([
      'DELETE /b2b/sso/saml/:id/verification_certificates/saml-verification-key-test-0',
    ])
    await opened.user.click(opened.card.getByRole('button', { name: 'Actions for Issuer 1' }))
    const item = await screen.findByRole('menuitem', { name: /Remove/ })
    expect(item).toHaveAttribute('aria-disabled', 'true')
  })

  it('that are gone already count as removed', async () => {
    const opened = await open([20, 400])
    opened.connection().verification_certificates.shift()
    await remove(opened, 'Issuer 0')
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove the certificate?' }))
    await opened.user.click(dialog.getByRole('button', { name: 'Remove' }))
    expect(await opened.card.findByText('Certificate removed')).toBeVisible()
    expect(opened.card.queryByText('Issuer 0')).not.toBeInTheDocument()
    expect(opened.card.getByText('Issuer 1')).toBeVisible()
  })

  it('say whom it locks out where none that is valid would be left', async () => {
    const opened = await open([-5, 20])
    expect(opened.card.getByText('Expired')).toBeVisible()
    await remove(opened, 'Issuer 1')
    const dialog = within(await screen.findByRole('dialog', { name: 'Remove the certificate?' }))
    expect(dialog.getByText('It is the only one that is still valid.')).toBeVisible()
    await opened.user.click(dialog.getByRole('button', { name: 'Keep' }))
    await opened.user.click(opened.card.getByRole('button', { name: 'Remove the expired one' }))
    const other = within(await screen.findByRole('dialog', { name: 'Remove the certificate?' }))
    expect(other.queryByText('It is the only one that is still valid.')).not.toBeInTheDocument()
    await opened.user.click(other.getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(opened.connection().verification_certificates).toHaveLength(1))
  })

  it.each([
    [5, /expires in 5 days/],
    [25, /expires in 25 days/],
    [55, /expires in 55 days/],
    [-1, /has expired/],
  ])('warn above the page %s days ahead', async (days, title) => {
    await open([days])
    expect(
      await screen.findByText((text) => text.startsWith('The certificate') && title.test(text)),
    ).toBeVisible()
  })

  it('do not warn 61 days ahead', async () => {
    await open([61])
    expect(screen.queryByText(/The certificate of the identity provider/)).not.toBeInTheDocument()
  })

  it('are to be seen but not changed without the permission', async () => {
    const { card, user } = await open([20, 400], { seed: 'sso', persona: 'auditor' })
    const add = card.getByRole('button', { name: 'Add certificate' })
    expect(add).toHaveAttribute('aria-disabled', 'true')
    await user.click(add)
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    expect(card.getAllByText(/stytch\.sso update/)[0]).toBeVisible()
  })
})

describe('the keys of the service', () => {
  const keyOf = () =>
    generateKeyPairSync('rsa', { modulusLength: 2048 })
      .privateKey.export({ type: 'pkcs1', format: 'pem' })
      .toString()

  it('are added and removed, and are in no cache', async () => {
    const opened = await open([400])
    const { user, connection, queryClient } = opened
    const card = within(await screen.findByRole('region', { name: 'Keys of this service' }))
    await user.click(card.getByRole('button', { name: 'Add key' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Add an encryption key' }))
    await user.click(dialog.getByRole('textbox', { name: 'RSA private key' }))
    const key = keyOf()
    await user.paste(key)
    expect(await dialog.findByText('RSA key of 2048 bits.')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Add key' }))
    expect(await card.findByText('Encryption key added')).toBeVisible()
    const [stored] = connection().encryption_private_keys
    expect(stored?.private_key).toBe(key)
    const caches = JSON.stringify([
      queryClient
        .getQueryCache()
        .getAll()
        .map(({ state }) => state),
      queryClient
        .getMutationCache()
        .getAll()
        .map(({ state }) => state),
    ])
    expect(caches).not.toContain(key.slice(40, 90))
    expect(document.body.innerHTML).not.toContain(key.slice(40, 90))

    const id = stored?.private_key_id ?? ''
    await user.click(card.getByRole('button', { name: `Remove key ${id}` }))
    const question = within(
      await screen.findByRole('dialog', { name: 'Remove the encryption key?' }),
    )
    await user.click(question.getByRole('button', { name: 'Remove key' }))
    expect(await card.findByText('Encryption key removed')).toBeVisible()
    expect(connection().encryption_private_keys).toEqual([])
  })

  it('are not sent in another form', async () => {
    const opened = await open([400])
    const { user } = opened
    const card = within(await screen.findByRole('region', { name: 'Keys of this service' }))
    await user.click(card.getByRole('button', { name: 'Replace signing key' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Replace the signing key' }))
    await user.click(dialog.getByRole('textbox', { name: 'RSA private key' }))
    await user.paste('-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----')
    expect(await dialog.findByText('The key is in the form PKCS #8.')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Replace key' }))
    expect(opened.writes()).toEqual([])
    await user.clear(dialog.getByRole('textbox', { name: 'RSA private key' }))
    await user.paste(keyOf())
    await user.click(dialog.getByRole('button', { name: 'Replace key' }))
    expect(await card.findByText(/Signing key replaced/)).toBeVisible()
    expect(opened.connection().signing_certificates).toHaveLength(2)
  })
})
