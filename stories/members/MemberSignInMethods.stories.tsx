import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import type { TestPortal } from 'orgportal/testing'
import { memberOf, pageOf } from './memberOf.ts'
import { portalOf } from '../PartStory.tsx'
import { membersStory, type MembersStoryArgs } from './MembersStory.tsx'

const meta: Meta<MembersStoryArgs> = { ...membersStory, title: 'Members/Member: sign-in methods' }
export default meta

type Story = StoryObj<MembersStoryArgs>

const cardOnPage = async () =>
  within(await within(document.body).findByRole('region', { name: 'Sign-in methods' }))
const dialogNamed = async (name: string) =>
  within(await within(document.body).findByRole('dialog', { name }))

/** What would keep the viewer out is changed once they are in. */
const changeOrganization = async (
  { emulator, client }: TestPortal,
  changes: Partial<TestPortal['emulator']['data']['organizations'][string]>,
) => {
  for (const organization of Object.values(emulator.data.organizations)) {
    Object.assign(organization, changes)
  }
  await client.organization.get()
}
const SSO_ONLY = { auth_methods: 'RESTRICTED', allowed_auth_methods: ['sso'] }

/** Everything there can be: connection with attributes, accounts elsewhere, directory, password. */
export const Everything: Story = {
  args: {
    seed: 'scim',
    params: pageOf('Kavya Raman'),
    world: (emulator) => {
      const member = memberOf(emulator, 'Kavya Raman')
      member.member_password_id = memberOf(emulator, 'Hiroshi Sato').member_password_id
      member.oauth_registrations.push({
        member_oauth_registration_id: 'member-oauth-1',
        provider_subject: 'U07ABCDEFG',
        provider_type: 'Slack',
        profile_picture_url: 'https://pictures.example/kavya.png',
        locale: null,
        provider_tenants: [{ tenant_id: 'T-NORTHWIND', tenant_name: 'Northwind Robotics' }],
      })
    },
  },
  play: async () => {
    const card = await cardOnPage()
    await expect(card.getByText('Northwind Okta')).toBeVisible()
    await expect(card.getByText('Workspace: Northwind Robotics')).toBeVisible()
    await expect(card.getByText('Northwind Okta directory')).toBeVisible()
    await userEvent.click(card.getByText('Attributes'))
    await expect(card.getByText('Robotics')).toBeVisible()
    await expect(document.querySelector('img')).toBeNull()
  },
}

/** Nothing but the address. */
export const AddressOnly: Story = {
  args: { params: pageOf('Grace Kimani') },
  play: async () => {
    const card = await cardOnPage()
    await expect(card.getByText('Has never signed in through a connection')).toBeVisible()
    await expect(card.queryByRole('button', { name: 'Delete password' })).toBeNull()
  },
}

/** The mail and the deletion are two things; the second can bring the first with it. */
export const PasswordDeleted: Story = {
  args: { params: pageOf('Hiroshi Sato') },
  play: async ({ loaded }) => {
    const card = await cardOnPage()
    await userEvent.click(card.getByRole('button', { name: 'Delete password' }))
    const dialog = await dialogNamed('Delete the password of Hiroshi Sato?')
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await userEvent.click(dialog.getByRole('checkbox', { name: /Send an email/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Delete password' }))
    await expect(await card.findByText(/An email to choose a new one was sent/)).toBeVisible()
    await expect(portalOf(loaded).emulator.inbox.at(-1)?.template).toBe('password_reset')
  },
}

/** The mail fails after the deletion: both are said. */
export const PasswordMailFails: Story = {
  args: {
    params: pageOf('Hiroshi Sato'),
    faults: [{ path: '/sdk/v1/b2b/passwords/email/reset/start', status: 500, times: 0 }],
  },
  play: async () => {
    const card = await cardOnPage()
    await userEvent.click(card.getByRole('button', { name: 'Send reset email' }))
    const dialog = await dialogNamed('Send Hiroshi Sato an email to choose a password?')
    await userEvent.click(dialog.getByRole('button', { name: 'Send email' }))
    await expect(await dialog.findByText('The email was not sent')).toBeVisible()
  },
}

/** A reset works only in the browser that asked for it, so none is sent from here. */
export const ResetBoundToBrowser: Story = {
  args: {
    params: pageOf('Hiroshi Sato'),
    world: ({ data }) => {
      data.project.pkce_required.password_resets = true
    },
  },
  play: async () => {
    const card = await cardOnPage()
    await expect(card.getByText(/only in the browser that asked for it/)).toBeVisible()
    await expect(card.queryByRole('button', { name: 'Send reset email' })).toBeNull()
  },
}

/** The organization has single sign-on only, and no connection that is active. */
export const CannotSignIn: Story = {
  args: {
    params: pageOf('Grace Kimani'),
    config: { organizationSettingsURL: '#settings' },
    prepare: async (portal) => {
      for (const connection of Object.values(portal.emulator.data.sso_connections)) {
        connection.status = 'pending'
      }
      await changeOrganization(portal, SSO_ONLY)
    },
  },
  play: async () => {
    const card = await cardOnPage()
    await expect(card.getByText('Grace Kimani cannot sign in')).toBeVisible()
    await expect(card.getByRole('link', { name: 'Organization settings' })).toBeVisible()
  },
}

/** Single sign-on only, and the member has not used it yet. */
export const NotYet: Story = {
  args: {
    params: pageOf('Grace Kimani'),
    prepare: (portal) => changeOrganization(portal, SSO_ONLY),
  },
  play: async () => {
    const card = await cardOnPage()
    await expect(card.getByText('Grace Kimani has no way to sign in yet')).toBeVisible()
  },
}

export const Locked: Story = {
  args: {
    params: pageOf('Grace Kimani'),
    world: (emulator) => {
      Object.assign(memberOf(emulator, 'Grace Kimani'), {
        is_locked: true,
        lock_expires_at: new Date(Date.now() + 40 * 60_000).toISOString(),
      })
    },
  },
  play: async () => {
    await cardOnPage()
    await expect(screen.getByText(/^Locked after too many failed attempts/)).toBeVisible()
  },
}

/** Turning it on is asked about; it is shown at once. */
export const BreakglassGiven: Story = {
  args: { params: pageOf('Grace Kimani') },
  play: async ({ loaded }) => {
    const card = await cardOnPage()
    const toggle = card.getByRole('switch', { name: 'Break-glass access' })
    await userEvent.click(toggle)
    const dialog = await dialogNamed('Give Grace Kimani break-glass access?')
    await expect(toggle).not.toBeChecked()
    await userEvent.click(dialog.getByRole('button', { name: 'Give access' }))
    await waitFor(() => expect(toggle).toBeChecked())
    await waitFor(() =>
      expect(memberOf(portalOf(loaded).emulator, 'Grace Kimani').is_breakglass).toBe(true),
    )
    await waitFor(() => expect(within(document.body).queryByRole('dialog')).toBeNull())
  },
}

/** An auditor sees everything, and why nothing can be changed. */
export const ReadOnly: Story = {
  args: { persona: 'auditor', params: pageOf('Hiroshi Sato') },
  play: async () => {
    const card = await cardOnPage()
    const toggle = card.getByRole('switch', { name: 'Break-glass access' })
    await userEvent.click(toggle)
    await expect(toggle).not.toBeChecked()
    await expect(toggle).toHaveAttribute('aria-disabled', 'true')
    await expect(card.getByRole('button', { name: 'Delete password' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  },
}

export const Deactivated: Story = {
  args: { params: pageOf('Søren Krogh') },
  play: async () => {
    const card = await cardOnPage()
    await expect(screen.getByText(/unless the member is reactivated/)).toBeVisible()
    await expect(card.getByRole('switch', { name: 'Break-glass access' })).toBeDisabled()
  },
}
