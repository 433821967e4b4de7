import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { AdminPortalSSO } from 'orgportal/components'
import type { Emulator } from 'orgportal/emulator'
import { portalOf } from '../PartStory.tsx'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/Lock-out',
  component: AdminPortalSSO,
  args: { ...ssoStory.args, seed: 'sso' },
}
export default meta

type Story = StoryObj<SsoStoryArgs>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

/** Chooses SSO as the only way in. */
async function requireSso(canvas: Canvas) {
  await userEvent.click(await canvas.findByRole('button', { name: 'Edit Ways to sign in' }))
  const form = within(await canvas.findByRole('form', { name: 'Ways to sign in' }))
  await userEvent.click(form.getByRole('radio', { name: 'Single sign-on only' }))
  return form
}

async function askDeletion(canvas: Canvas, name: string) {
  await userEvent.click(await canvas.findByRole('button', { name: `Actions for ${name}` }))
  const body = within(document.body)
  await userEvent.click(await body.findByRole('menuitem', { name: 'Delete' }))
  return within(await body.findByRole('dialog', { name: `Delete ${name}?` }))
}

const forgetRegistrations = ({ data }: Emulator, except: readonly string[] = []) => {
  for (const member of Object.values(data.members)) {
    if (!except.includes(member.name)) member.sso_registrations = []
  }
}

const withoutBreakglass = ({ data }: Emulator) => {
  for (const member of Object.values(data.members)) member.is_breakglass = false
}

/** Members are still looked up: nothing can be saved yet. */
export const Looking: Story = {
  play: async ({ canvas, loaded }) => {
    await canvas.findByRole('button', { name: 'Edit Ways to sign in' })
    portalOf(loaded).emulator.setLatency(120_000)
    const form = await requireSso(canvas)
    await expect(form.getByText('Looking who could not sign in any more')).toBeVisible()
    await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled()
  },
}

/** Nobody has break-glass access: somebody has to be given it first. */
export const NoBreakglass: Story = {
  args: { world: withoutBreakglass },
  play: async ({ canvas }) => {
    const form = await requireSso(canvas)
    await expect(await form.findByText('No break-glass member')).toBeVisible()
    await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled()
  },
}

/** The viewer would be locked out too. */
export const YouAreAmongThem: Story = {
  args: { world: (emulator) => forgetRegistrations(emulator, ['Bruno Costa', 'Kavya Raman']) },
  play: async ({ canvas }) => {
    const form = await requireSso(canvas)
    await expect(await form.findByText('You are among them.')).toBeVisible()
    await expect(form.getByText(/by break-glass access: Olu Adeyemi\./)).toBeVisible()
  },
}

/** No connection was ever used: it has to be tested first. */
export const NeverUsed: Story = {
  args: { world: (emulator) => forgetRegistrations(emulator) },
  play: async ({ canvas }) => {
    const form = await requireSso(canvas)
    await expect(await form.findByText('No connection was ever used')).toBeVisible()
  },
}

/** There are more members than were looked at. */
export const Partial: Story = {
  args: { seed: 'ten-thousand-members' },
  play: async ({ canvas }) => {
    const form = await requireSso(canvas)
    await expect(await form.findByText(/^Only the first 1,000 of/)).toBeVisible()
    await expect(form.getByRole('button', { name: 'Look through the others' })).toBeVisible()
  },
}

/** Members could not be looked through. */
export const Failed: Story = {
  args: {
    faults: [{ path: '*members/search', status: 400, error_type: 'bad_request', times: 0 }],
  },
  play: async ({ canvas }) => {
    const form = await requireSso(canvas)
    await expect(await form.findByText('Members could not be looked through')).toBeVisible()
    await expect(form.getByRole('button', { name: 'Save' })).toBeDisabled()
  },
}

/** What a connection is used for is said before it is deleted, where nobody is locked out too. */
export const Deleting: Story = {
  play: async ({ canvas }) => {
    const dialog = await askDeletion(canvas, 'Harbor Works')
    await expect(await dialog.findByText(/^Nobody is locked out/)).toBeVisible()
    await expect(dialog.getByText(/signs in through it: Isabel Moreau\./)).toBeVisible()
  },
}

/** Members cannot be looked up by who deletes: the name is to be typed. */
export const SearchDenied: Story = {
  args: {
    persona: 'sso-operator',
    world: ({ data }) => {
      for (const organization of Object.values(data.organizations)) {
        organization.allowed_auth_methods = ['sso', 'google_oauth']
        for (const role of organization.custom_roles ?? []) {
          if (role.role_id !== 'sso_operator') continue
          role.permissions = [{ resource_id: 'stytch.sso', actions: ['*'] }]
        }
      }
    },
    prepare: async ({ emulator, client }) => {
      for (const organization of Object.values(emulator.data.organizations)) {
        organization.auth_methods = 'RESTRICTED'
      }
      await client.session.authenticate({})
    },
  },
  play: async ({ canvas }) => {
    const dialog = await askDeletion(canvas, 'Harbor Works')
    await expect(await dialog.findByText(/Other members are not shown to you/)).toBeVisible()
    await expect(dialog.getByRole('textbox', { name: 'Type Harbor Works to go on' })).toBeVisible()
  },
}
