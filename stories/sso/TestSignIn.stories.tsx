import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { AdminPortalSSO, type AdminPortalSSOProps } from 'orgportal/components'
import type { Emulator } from 'orgportal/emulator'
import { createSsoTestWindow, type SsoTestPerson } from 'orgportal/testing'
import { PartStory, portalOf } from '../PartStory.tsx'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

type OpenTestWindow = NonNullable<NonNullable<AdminPortalSSOProps['config']>['openTestWindow']>

interface TestSignInArgs extends SsoStoryArgs {
  /** Whom the identity provider is told to be; null closes the window there. */
  person?: SsoTestPerson | null
  /** In place of a walk through the emulator's provider. */
  openTestWindow?: OpenTestWindow
}

const ADA = { email_address: 'ada.lovelace@northwind.example', groups: 'Everyone, Robotics' }
const NOOR = { email_address: 'noor.aziz@northwind.example', name: 'Noor Aziz' }

/** The page of the connection, with a window that goes through the emulator's provider by itself. */
const meta: Meta<TestSignInArgs> = {
  ...ssoStory,
  title: 'SSO/Test sign-in',
  args: { ...ssoStory.args, person: ADA },
  render: (args, { loaded }) => <Page loaded={loaded} {...args} />,
  argTypes: {
    ...ssoStory.argTypes,
    person: { control: false },
    openTestWindow: { control: false },
  },
}
export default meta

type Story = StoryObj<TestSignInArgs>

function Page({
  loaded,
  person = ADA,
  openTestWindow,
}: TestSignInArgs & { loaded: Record<string, unknown> }) {
  const { emulator } = portalOf(loaded)
  const [config] = useState(() => ({
    openTestWindow: openTestWindow ?? createSsoTestWindow(emulator, { person }).openTestWindow,
  }))
  return (
    <PartStory loaded={loaded} params={{ connection: samlOf(emulator).connection_id }}>
      {(location) => <AdminPortalSSO location={location} config={config} />}
    </PartStory>
  )
}

function samlOf({ data }: Emulator) {
  const connection = Object.values(data.sso_connections).find(({ type }) => type === 'saml')
  if (connection?.type !== 'saml') throw new Error('The seed has no SAML connection.')
  return connection
}

type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

const cardOf = async (canvas: Canvas) =>
  within(await canvas.findByRole('region', { name: 'Test sign-in' }))

/** Presses the button, and gives the card. */
async function run(canvas: Canvas) {
  const card = await cardOf(canvas)
  await userEvent.click(await card.findByRole('button', { name: 'Test sign-in' }))
  return card
}

const never = new Promise<never>(() => {})
const windowThat = (gone: Promise<void>): OpenTestWindow =>
  function openWindow() {
    return { go: () => {}, returned: never, gone, focus: () => {}, close: () => {} }
  }

/** Before the first test. */
export const Idle: Story = {
  play: async ({ canvas }) => {
    const card = await cardOf(canvas)
    await expect(await card.findByRole('button', { name: 'Test sign-in' })).toBeVisible()
  },
}

/** Attributes, groups and the roles that follow. */
export const Passed: Story = {
  play: async ({ canvas }) => {
    const card = await run(canvas)
    await expect(await card.findByText('Ada Lovelace signed in')).toBeVisible()
    await expect(card.getByText('by the group Robotics')).toBeVisible()
    await expect(card.getByRole('row', { name: /first_name/ })).toHaveTextContent('Ada')
    await expect(card.getByRole('button', { name: 'Test again' })).toBeVisible()
  },
}

/** It works, but not as it was meant: something is mapped wrongly, and another person joined by it. */
export const PassedWithNotes: Story = {
  args: {
    person: { ...NOOR, groups: '' },
    world: (emulator) => {
      samlOf(emulator).attribute_mapping['job_title'] = 'jobTitle'
    },
  },
  play: async ({ canvas }) => {
    const card = await run(canvas)
    await expect(
      await card.findByText('Noor Aziz joined your organization by this test'),
    ).toBeVisible()
    await expect(card.getByText('Nothing came for job_title, though mapped')).toBeVisible()
  },
}

/** The organization wants a second step, which a test leaves out. */
export const SecondFactor: Story = {
  args: {
    prepare: ({ emulator }) => {
      for (const organization of Object.values(emulator.data.organizations)) {
        organization.mfa_policy = 'REQUIRED_FOR_ALL'
      }
    },
  },
  play: async ({ canvas }) => {
    const card = await run(canvas)
    await expect(await card.findByText('A second factor is asked for besides')).toBeVisible()
  },
}

export const Waiting: Story = {
  args: { openTestWindow: windowThat(never) },
  play: async ({ canvas }) => {
    const card = await run(canvas)
    await expect(await card.findByText('Waiting for the other window')).toBeVisible()
    await expect(card.getByRole('button', { name: 'Bring window to front' })).toBeVisible()
  },
}

export const Blocked: Story = {
  args: { openTestWindow: () => null },
  play: async ({ canvas }) => {
    const card = await run(canvas)
    await expect(await card.findByRole('alert')).toHaveTextContent(/Allow pop-up windows/)
  },
}

/** The provider let the person in, and the service did not. */
export const Refused: Story = {
  args: {
    person: NOOR,
    world: ({ data }) => {
      for (const organization of Object.values(data.organizations)) {
        organization.sso_jit_provisioning = 'NOT_ALLOWED'
      }
    },
  },
  play: async ({ canvas }) => {
    const card = await run(canvas)
    await expect(await card.findByText('Signed in at Okta, then refused')).toBeVisible()
    await expect(card.getByText(/may not join by this connection/)).toBeVisible()
  },
}

/** The window is closed, or cannot be seen any more: the text of its last page says why. */
export const OutOfSight: Story = {
  args: { openTestWindow: windowThat(Promise.resolve()) },
  play: async ({ canvas }) => {
    const card = await run(canvas)
    const text = await card.findByRole('textbox', { name: /Text of the page/ })
    await userEvent.type(text, 'User is not assigned to the client application.')
    await expect(card.getByText('The person may not use the application there')).toBeVisible()
    await expect(card.getByText(/Assignments/)).toBeVisible()
  },
}

/** Nothing to paste: the usual reasons of the step that failed. */
export const UsualReasons: Story = {
  args: { openTestWindow: windowThat(Promise.resolve()) },
  play: async ({ canvas }) => {
    const card = await run(canvas)
    const steps = await card.findByRole('radio', { name: /An error after signing in/ })
    await userEvent.click(steps)
    await expect(card.getByText('The usual reasons')).toBeVisible()
    await expect(card.getByText('The signature does not fit the certificate')).toBeVisible()
    await userEvent.click(card.getByRole('button', { name: 'Cancel test' }))
    await expect(card.getByText('The test was not finished')).toBeVisible()
  },
}

export const NotActive: Story = {
  args: {
    world: (emulator) => {
      const connection = samlOf(emulator)
      connection.status = 'pending'
      connection.idp_sso_url = ''
    },
  },
  play: async ({ canvas }) => {
    const card = await cardOf(canvas)
    await expect(await card.findByText('Still missing: sign-on URL.')).toBeVisible()
  },
}
