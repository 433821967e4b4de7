import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import type { Emulator } from 'orgportal/emulator'
import { editCard } from './editCard.ts'
import { ssoStory, type SsoStoryArgs } from './SsoStory.tsx'

const meta: Meta<SsoStoryArgs> = {
  ...ssoStory,
  title: 'SSO/Attribute mapping',
}
export default meta

type Story = StoryObj<SsoStoryArgs>

const editing = (canvas: Parameters<NonNullable<Story['play']>>[0]['canvas']) =>
  editCard(canvas, { card: 'Attribute mapping' })

/** What is mapped, to be looked at. */
export const Viewing: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('link', { name: 'Northwind Okta' }))
    const card = within(await canvas.findByRole('region', { name: 'Attribute mapping' }))
    await expect(card.getByText('NameID')).toBeVisible()
  },
}

/** Groups are taken out while roles follow from them: says whose roles are set aside. */
export const GroupsRemoved: Story = {
  play: async ({ canvas }) => {
    const form = await editing(canvas)
    await userEvent.click(form.getByRole('button', { name: 'Remove Groups' }))
    await expect(form.getByText(/Set aside: the roles of Robotics/)).toBeVisible()
  },
}

/** A custom attribute that has the name of another: refused in its place. */
export const TwiceTheSame: Story = {
  play: async ({ canvas }) => {
    const form = await editing(canvas)
    for (const position of [1, 2]) {
      await userEvent.click(form.getByRole('button', { name: 'Add custom attribute' }))
      await userEvent.type(
        form.getByRole('textbox', { name: `Name of custom attribute ${String(position)}` }),
        'team',
      )
    }
    await expect(form.getByText(/This name is in use above/)).toBeVisible()
  },
}

/** The usual names of the provider, put in place with a way back. */
export const UsualNames: Story = {
  args: { world: (emulator) => rename(emulator) },
  play: async ({ canvas }) => {
    const form = await editing(canvas)
    const field = form.getByRole('textbox', { name: 'First name at the identity provider' })
    await userEvent.click(await form.findByRole('button', { name: 'Use the usual names' }))
    await expect(field).toHaveValue('firstName')
    await userEvent.click(form.getByRole('button', { name: 'Undo' }))
    await expect(field).toHaveValue('givenName')
  },
}

/** Whoever may only look. */
export const LookingOnly: Story = {
  args: { persona: 'auditor' },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('link', { name: 'Northwind Okta' }))
    const button = await canvas.findByRole('button', { name: 'Edit Attribute mapping' })
    await expect(button).toHaveAttribute('aria-disabled', 'true')
  },
}

function rename({ data }: Emulator) {
  const connection = Object.values(data.sso_connections).find(({ type }) => type === 'saml')
  if (connection?.type !== 'saml') return
  connection.attribute_mapping = { ...connection.attribute_mapping, first_name: 'givenName' }
}
