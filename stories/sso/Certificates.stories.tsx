import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import type { Emulator } from 'orgportal/emulator'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const DAY = 86_400_000
const TITLE = 'Certificates of the identity provider'

/** That of Northwind in the sample; the same in every emulator of this seed. */
const CONNECTION = 'Northwind Okta'

function samlOf(emulator: Emulator) {
  const connection = Object.values(emulator.data.sso_connections).find(
    ({ display_name }) => display_name === CONNECTION,
  )
  if (connection?.type !== 'saml') throw new Error('The seed has no such connection.')
  return connection
}

/** The connection with certificates that end in so many days. */
const ending =
  (...days: number[]) =>
  (emulator: Emulator) => {
    const connection = samlOf(emulator)
    const [template] = connection.verification_certificates
    if (!template) throw new Error('The seed has no certificate.')
    connection.verification_certificates = days.map((left, index) => ({
      ...template,
      certificate_id: `${template.certificate_id}-${index}`,
      expires_at: new Date(Date.now() + left * DAY + 60_000).toISOString(),
    }))
  }

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/Certificates',
  args: { ...ssoStory.args, world: ending(400) },
}
export default meta

type Story = StoryObj<SsoStoryArgs>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

/** Goes from the list to the page of the connection, as a person would. */
async function openCard(canvas: Canvas, name = TITLE) {
  await userEvent.click(await canvas.findByRole('link', { name: CONNECTION }))
  return within(await canvas.findByRole('region', { name }))
}

const dialogNamed = async (name: string) =>
  within(await within(document.body).findByRole('dialog', { name }))

export const One: Story = {
  play: async ({ canvas }) => {
    const card = await openCard(canvas)
    await expect(await card.findByText(/^(?:[0-9A-F]{2}:?)+…/)).toBeVisible()
    await userEvent.click(card.getByRole('button', { name: /^Actions for / }))
    await userEvent.click(
      await within(document.body).findByRole('menuitem', { name: 'View details' }),
    )
    const dialog = await dialogNamed('Certificate')
    await expect(dialog.getByText('SHA-256 fingerprint')).toBeVisible()
  },
}

/** The next one is added, the provider has not switched yet. */
export const Rotating: Story = {
  args: { world: ending(12, 400) },
  play: async ({ canvas }) => {
    const card = await openCard(canvas)
    await expect(card.getByText('2 certificates are valid')).toBeVisible()
    await expect(await canvas.findByText(/expires in 12 days/)).toBeVisible()
    await userEvent.click(card.getByText(/^How to replace a certificate/))
    await expect(card.getByText(/Switch the identity provider over/)).toBeVisible()
  },
}

export const ExpiresIn60Days: Story = {
  args: { world: ending(50) },
  play: async ({ canvas }) => {
    await openCard(canvas)
    await expect(await canvas.findByText(/expires in 50 days/)).toBeVisible()
  },
}

export const ExpiresIn7Days: Story = {
  args: { world: ending(5) },
  play: async ({ canvas }) => {
    await openCard(canvas)
    await expect(await canvas.findByText(/expires in 5 days/)).toBeVisible()
  },
}

export const Expired: Story = {
  args: { world: ending(-3) },
  play: async ({ canvas }) => {
    const card = await openCard(canvas)
    await expect(card.getByText('Expired')).toBeVisible()
    await expect(await canvas.findByText(/identity provider has expired/)).toBeVisible()
  },
}

/** A private key instead of a certificate. */
export const PrivateKeyPasted: Story = {
  play: async ({ canvas }) => {
    const card = await openCard(canvas)
    await userEvent.click(card.getByRole('button', { name: 'Add certificate' }))
    const dialog = await dialogNamed('Add a certificate')
    await userEvent.click(dialog.getByRole('textbox', { name: 'Certificate' }))
    await userEvent.paste('-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----')
    await expect(await dialog.findByText(/It must be regarded as exposed/)).toBeVisible()
  },
}

/** The one that is there already, and a fingerprint instead of a certificate. */
export const WrongThingPasted: Story = {
  play: async ({ canvas }) => {
    const card = await openCard(canvas)
    await userEvent.click(card.getByRole('button', { name: 'Add certificate' }))
    const dialog = await dialogNamed('Add a certificate')
    await userEvent.click(dialog.getByRole('textbox', { name: 'Certificate' }))
    await userEvent.paste('DD:0B:7C:AE:2C:23:2A:0E:D6:25:E3:36:93:02:FE:9D:D1:18:2C:73')
    await expect(await dialog.findByText(/This is the fingerprint/)).toBeVisible()
  },
}

/** The only valid one: whom that locks out is said first. */
export const RemovingTheOnlyValidOne: Story = {
  args: { world: ending(-20, 40) },
  play: async ({ canvas }) => {
    const card = await openCard(canvas)
    const [first] = card.getAllByRole('button', { name: /^Actions for / })
    if (!first) throw new Error('There is no row.')
    await userEvent.click(first)
    await userEvent.click(await within(document.body).findByRole('menuitem', { name: 'Remove' }))
    const dialog = await dialogNamed('Remove the certificate?')
    await expect(dialog.getByText('It is the only one that is still valid.')).toBeVisible()
  },
}

/** Our side: signing certificates and encryption keys. */
export const Keys: Story = {
  play: async ({ canvas }) => {
    const card = await openCard(canvas, 'Keys of this service')
    await expect(card.getByText(/^None\. Answers are accepted/)).toBeVisible()
    await userEvent.click(card.getByRole('button', { name: 'Replace signing key' }))
    const dialog = await dialogNamed('Replace the signing key')
    await userEvent.click(dialog.getByRole('textbox', { name: 'RSA private key' }))
    await userEvent.paste('-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----')
    await expect(await dialog.findByText('The key is in the form PKCS #8.')).toBeVisible()
  },
}

export const Denied: Story = {
  args: { seed: 'sso', persona: 'auditor' },
  play: async ({ canvas }) => {
    const card = await openCard(canvas)
    await expect(card.getByRole('button', { name: 'Add certificate' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  },
}
