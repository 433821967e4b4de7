import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { AdminPortalSSO } from 'orgportal/components'
import { portalOf } from '../PartStory.tsx'
import { forgetDrafts } from './forgetDrafts.ts'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/Set-up',
  component: AdminPortalSSO,
  args: { ...ssoStory.args, prepare: forgetDrafts },
}
export default meta

type Story = StoryObj<SsoStoryArgs>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

/** Makes a connection by the portal, which leads on into its guide. */
async function begin(canvas: Canvas) {
  const name = await canvas.findByRole('textbox', { name: 'Display name' })
  if (name instanceof HTMLInputElement && name.value === '') await userEvent.type(name, 'Tern')
  await userEvent.click(canvas.getByRole('button', { name: 'Create and set up' }))
  return within(await canvas.findByRole('navigation', { name: 'Set-up steps' }))
}

const openStep = async (steps: Awaited<ReturnType<typeof begin>>, name: RegExp) =>
  userEvent.click(await steps.findByRole('button', { name }))

const choose = (choice: string): Story => ({ args: { params: { screen: 'new', choice } } })

/** A step in the provider's console: what to do there, a picture of where, and what to copy. */
export const OktaSaml: Story = {
  ...choose('okta-saml'),
  play: async ({ canvas }) => {
    const steps = await begin(canvas)
    await expect(await steps.findAllByRole('button')).toHaveLength(9)
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await expect(await canvas.findByText('Values to copy')).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Back' })).toBeVisible()
  },
}

/** What an OIDC provider tells; the secret is not kept. */
export const EntraOidc: Story = {
  ...choose('microsoft-entra-oidc'),
  play: async ({ canvas }) => {
    const steps = await begin(canvas)
    await openStep(steps, /^Bring the details back/)
    await expect(await canvas.findByText(/the client secret is not\./)).toBeVisible()
    await userEvent.type(canvas.getByLabelText(/secret/i, { selector: 'input' }), 'hush')
    await expect(canvas.getByRole('button', { name: 'Save and continue' })).toBeVisible()
  },
}

/** The mapping comes with what is usual for the provider. */
export const GoogleMapping: Story = {
  ...choose('google-workspace-saml'),
  play: async ({ canvas }) => {
    const steps = await begin(canvas)
    await openStep(steps, /^Check the mapping/)
    const email = 'Email address at the identity provider'
    await expect(await canvas.findByRole('textbox', { name: email })).not.toHaveValue('')
  },
}

/** A provider that the API calls generic: which guide it is can be said here. */
export const GuideSwitched: Story = {
  ...choose('adfs-saml'),
  play: async ({ canvas }) => {
    await begin(canvas)
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Guide for' }), 'PingOne')
    await expect(await canvas.findByText(/Step by step through the PingOne/)).toBeVisible()
  },
}

/** Any provider, with the values under the names that the protocol has for them. */
export const CustomSaml: Story = {
  ...choose('custom-saml'),
  play: async ({ canvas }) => {
    await begin(canvas)
    await expect(await canvas.findByText('Values to copy')).toBeVisible()
    await expect(canvas.getByRole('button', { name: /metadata/i })).toBeVisible()
  },
}

/** Nothing is brought back yet: said once, and one may go on. */
export const Incomplete: Story = {
  ...choose('okta-saml'),
  play: async ({ canvas }) => {
    const steps = await begin(canvas)
    await openStep(steps, /^Bring the details back/)
    await canvas.findByRole('textbox', { name: 'Metadata URL' })
    await userEvent.click(canvas.getByRole('button', { name: 'Continue' }))
    await expect(await canvas.findByText('Something is still missing')).toBeVisible()
  },
}

/** Something cannot work: it stays as it was typed, is not sent, and the way out says what is saved and what is not. */
export const Later: Story = {
  ...choose('okta-saml'),
  play: async ({ canvas, loaded }) => {
    const steps = await begin(canvas)
    await openStep(steps, /^Bring the details back/)
    const url = await canvas.findByRole('textbox', { name: 'Metadata URL' })
    await userEvent.type(url, 'no address')
    await userEvent.click(canvas.getByRole('button', { name: 'Save and continue later' }))
    await expect(await canvas.findByText('Not all of it was saved')).toBeVisible()
    await expect(canvas.getByText(/^Kept in this browser, for you alone/)).toBeVisible()
    await expect(url).toHaveValue('no address')
    const sent = portalOf(loaded).requests()
    await expect(sent.filter((one) => one.startsWith('PUT'))).toEqual([])
  },
}

/** The save failed: which request, and a button for what is left. */
export const NotSaved: Story = {
  args: {
    params: { screen: 'new', choice: 'okta-saml' },
    faults: [{ path: '/sdk/v1/b2b/sso/saml/*', status: 400, error_type: 'bad_request', times: 0 }],
  },
  play: async ({ canvas, loaded }) => {
    const steps = await begin(canvas)
    await openStep(steps, /^Bring the details back/)
    const { emulator } = portalOf(loaded)
    const url = await canvas.findByRole('textbox', { name: 'Metadata URL' })
    await userEvent.type(url, `${emulator.baseUrl}/idp/saml/okta/metadata`)
    await userEvent.click(canvas.getByRole('button', { name: 'Save and continue' }))
    await expect(await canvas.findByText('Not everything was saved')).toBeVisible()
  },
}

/** Somebody else saved meanwhile: which of the two counts is asked for, and nothing is sent before. */
export const Conflict: Story = {
  ...choose('okta-saml'),
  play: async ({ canvas, loaded }) => {
    const steps = await begin(canvas)
    await openStep(steps, /^Bring the details back/)
    const url = await canvas.findByRole('textbox', { name: 'Metadata URL' })
    await userEvent.type(url, 'https://mine.example/metadata')
    const { emulator, queryClient } = portalOf(loaded)
    for (const connection of Object.values(emulator.data.sso_connections)) {
      if (connection.type !== 'saml' || connection.status === 'active') continue
      Object.assign(connection, { idp_entity_id: 'urn:theirs', idp_sso_url: 'https://their.test' })
    }
    await queryClient.invalidateQueries()
    await expect(await canvas.findByText('Somebody else changed this meanwhile')).toBeVisible()
    await expect(url).toHaveValue('https://mine.example/metadata')
  },
}

/** The test, before there was one. */
export const Test: Story = {
  ...choose('okta-saml'),
  play: async ({ canvas }) => {
    const steps = await begin(canvas)
    await openStep(steps, /^Test/)
    await expect(await canvas.findByRole('heading', { name: 'Test' })).toBeVisible()
  },
}

/** The end of one that is not complete: what is missing, with the way to each. */
export const FinishPending: Story = {
  ...choose('okta-saml'),
  play: async ({ canvas }) => {
    const steps = await begin(canvas)
    await openStep(steps, /^Finish/)
    await expect(await canvas.findByText(/^Nobody can sign in through Okta/)).toBeVisible()
    await expect(canvas.getAllByRole('button', { name: /^Enter it: / })).toHaveLength(4)
  },
}

/** The end of one that is in use, opened again: its link leads past what is saved already. */
export const FinishActive: Story = {
  play: async ({ canvas, loaded }) => {
    await userEvent.click(await canvas.findByRole('link', { name: 'Northwind Okta' }))
    await userEvent.click(await canvas.findByRole('link', { name: 'Open the set-up guide' }))
    const steps = within(await canvas.findByRole('navigation', { name: 'Set-up steps' }))
    await openStep(steps, /^Finish/)
    await expect(
      await canvas.findByText('People can sign in through Northwind Okta.'),
    ).toBeVisible()
    const sent = portalOf(loaded).requests()
    await expect(sent.filter((one) => !one.startsWith('GET'))).toEqual([])
  },
}

/** What was typed before is there again, at the step where it was left. */
export const Resumed: Story = {
  ...choose('okta-saml'),
  play: async ({ canvas }) => {
    const steps = await begin(canvas)
    await openStep(steps, /^Bring the details back/)
    const url = await canvas.findByRole('textbox', { name: 'Metadata URL' })
    await userEvent.type(url, 'https://mine.example/metadata')
    await userEvent.click(canvas.getByRole('button', { name: 'Back to the connection' }))
    await userEvent.click(await canvas.findByRole('link', { name: 'Continue set-up' }))
    const again = within(await canvas.findByRole('navigation', { name: 'Set-up steps' }))
    await openStep(again, /^Bring the details back.*Not saved yet/)
    await expect(await canvas.findByRole('textbox', { name: 'Metadata URL' })).toHaveValue(
      'https://mine.example/metadata',
    )
  },
}
