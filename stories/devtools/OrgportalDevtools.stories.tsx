import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import {
  devtools,
  devtoolsStory,
  enter,
  focused,
  portalOf,
  type DevtoolsStoryArgs,
} from './DevtoolsStory.tsx'

const meta: Meta<DevtoolsStoryArgs> = { ...devtoolsStory, title: 'Devtools/OrgportalDevtools' }
export default meta

type Story = StoryObj<DevtoolsStoryArgs>

const openTab = (name: string) => userEvent.click(devtools().getByRole('tab', { name }))

/** Who is signed in, and for how long. */
export const Session: Story = {
  play: async () => {
    const panel = devtools()
    await expect(panel.getByText('authenticated')).toBeVisible()
    await expect(panel.getByText('Aiko Tanaka')).toBeVisible()
    await userEvent.click(panel.getByRole('button', { name: 'Authenticate now' }))
    await openTab('Requests')
    await expect(await panel.findByText('/b2b/sessions/authenticate')).toBeVisible()
  },
}

/** Each request with its answer and its id; the filter takes status and error type too. */
export const Requests: Story = {
  play: async ({ canvas, loaded }) => {
    const panel = devtools()
    await openTab('Requests')
    await canvas.findByText('Northwind Okta directory')
    portalOf(loaded).emulator.faults.add({ path: '/sdk/v1/b2b/scim', status: 403 })
    await userEvent.click(canvas.getByRole('button', { name: 'Read again' }))
    enter(panel.getByRole('searchbox', { name: 'Filter requests' }), 'scim 403')
    await waitFor(() => expect(panel.getAllByRole('listitem')).toHaveLength(1))
    await expect(panel.getByText('internal_server_error')).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Copy request id' })).toBeVisible()
  },
}

/** What of the library is in the query cache. */
export const Queries: Story = {
  play: async ({ canvas }) => {
    const panel = devtools()
    await canvas.findByText('Northwind Okta directory')
    await openTab('Queries')
    await expect(panel.getByText('scim.connection', { selector: 'b' })).toBeVisible()
    await userEvent.click(panel.getByText('Data'))
    await expect(await panel.findByText(/"display_name": "Northwind Okta/)).toBeVisible()
  },
}

/** What the policy allows, and which role grants it. */
export const Permissions: Story = {
  play: async () => {
    const panel = devtools()
    await openTab('Permissions')
    enter(panel.getByRole('searchbox'), 'scim')
    const actions = within(await panel.findByRole('list', { name: 'stytch.scim' }))
    const [, get, update] = actions.getAllByRole('listitem')
    await expect(get).toHaveTextContent('allowed')
    await expect(update).toHaveTextContent('denied')
    await expect(update).toHaveTextContent('stytch_admin')
  },
}

/** The page as an admin would see it; the banner stays when the panel is closed. */
export const ViewAsRole: Story = {
  play: async ({ canvas }) => {
    const panel = devtools()
    const rotate = canvas.getByRole('button', { name: 'Rotate token' })
    await expect(rotate).toBeDisabled()
    await openTab('Permissions')
    const admin = panel.getByRole('checkbox', { name: /stytch_admin/ })
    admin.focus()
    await userEvent.keyboard(' ')
    await waitFor(() => expect(rotate).toBeEnabled())
    await userEvent.keyboard('{Escape}')
    await expect(panel.queryByRole('dialog')).toBeNull()
    await expect(panel.getByText(/Viewing as/)).toBeVisible()
    await userEvent.click(panel.getByRole('button', { name: 'Stop' }))
    await waitFor(() => expect(rotate).toBeDisabled())
    await expect(panel.queryByText(/Viewing as/)).toBeNull()
  },
}

/** The banner, for the eye. */
export const ViewingAs: Story = {
  play: async ({ loaded }) => {
    await openTab('Permissions')
    portalOf(loaded).client.rbac.viewAs(['stytch_admin', 'it_admin'])
    await expect(await devtools().findByText(/Viewing as/)).toBeVisible()
  },
}

/** A fault is added, strikes the page, and is used up. */
export const FaultAddedAndSeen: Story = {
  play: async ({ canvas }) => {
    const panel = devtools()
    await canvas.findByText('Northwind Okta directory')
    await openTab('Emulator')
    const form = within(await panel.findByRole('form', { name: 'Add a fault' }))
    enter(form.getByRole('combobox', { name: /Path/ }), '*/scim')
    enter(form.getByRole('combobox', { name: 'Answer' }), '403 session_authorization_error')
    await userEvent.click(form.getByRole('button', { name: 'Add fault' }))
    await expect(await panel.findByRole('list', { name: 'Faults' })).toBeVisible()

    await userEvent.click(canvas.getByRole('button', { name: 'Read again' }))
    await canvas.findByText(/A fault was set/)
    await waitFor(() => expect(panel.queryByRole('list', { name: 'Faults' })).toBeNull())
    await openTab('Requests')
    await expect(await panel.findByText('session_authorization_error')).toBeVisible()
  },
}

/** Latency, clock, people and mail. */
export const Emulator: Story = {
  play: async ({ loaded }) => {
    const { emulator, client } = portalOf(loaded)
    const panel = devtools()
    await openTab('Emulator')
    await userEvent.selectOptions(await panel.findByRole('combobox', { name: 'Latency' }), '50 ms')
    await waitFor(() => expect(emulator.latency).toBe(50))
    await client.magicLinks.email.loginOrSignup({
      organization_id: client.getSnapshot().identity?.organizationId ?? '',
      email_address: 'ada.lovelace@northwind.example',
    })
    await expect(await panel.findByRole('heading', { name: 'Inbox (2)' })).toBeVisible()
    await userEvent.click(panel.getByRole('button', { name: 'Sign in as Ada Lovelace' }))
    await waitFor(() => expect(client.getSnapshot().member?.name).toBe('Ada Lovelace'))
  },
}

/** With the real service there is no such tab. */
export const WithoutEmulator: Story = {
  args: { hasEmulator: false },
  play: async () => {
    const names = devtools()
      .getAllByRole('tab')
      .map((tab) => tab.textContent)
    await expect(names).toEqual(['Session', 'Requests', 'Queries', 'Permissions'])
  },
}

/** Opened, walked through and closed without a mouse. */
export const ByKeyboard: Story = {
  args: { initialOpen: false },
  play: async () => {
    const panel = devtools()
    const toggle = panel.getByRole('button', { name: 'Open orgportal devtools' })
    toggle.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(focused()).toHaveTextContent('Session'))
    await userEvent.keyboard('{ArrowRight}')
    await expect(focused()).toHaveTextContent('Requests')
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    await expect(focused()).toHaveTextContent('Emulator')
    await expect(await panel.findByRole('form', { name: 'Add a fault' })).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect(panel.queryByRole('dialog')).toBeNull()
    await expect(focused()).toHaveAccessibleName('Open orgportal devtools')
  },
}

/** Nobody is signed in. */
export const SignedOut: Story = {
  args: { persona: null },
  play: async () => {
    await expect(devtools().getByText('Nobody is signed in.')).toBeVisible()
  },
}
