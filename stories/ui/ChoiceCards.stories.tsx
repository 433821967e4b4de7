import type { Meta, StoryObj } from '@storybook/react-vite'
import { ChoiceCards, RadioGroup } from 'orgportal/ui'
import { useState } from 'react'
import { expect, userEvent } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const providers = [
  { value: 'okta', title: 'Okta', description: 'Okta Admin Console' },
  { value: 'microsoft-entra', title: 'Microsoft Entra', description: 'Formerly Azure AD' },
  { value: 'jumpcloud', title: 'JumpCloud' },
  { value: 'generic', title: 'Another provider', description: 'Anything that speaks SCIM 2.0' },
]

function Providers({ layout, error }: { layout: 'cards' | 'list'; error?: string }) {
  const [value, setValue] = useState<string | null>(null)
  const Group = layout === 'cards' ? ChoiceCards : RadioGroup
  return (
    <Group
      legend="Identity provider"
      hint="It can be changed later; the guide follows it."
      choices={providers}
      value={value}
      onValueChange={setValue}
      error={error}
    />
  )
}

const meta = {
  title: 'ui/ChoiceCards',
  component: Providers,
  subcomponents: { ChoiceCards, RadioGroup },
  decorators: [inPortal],
  args: { layout: 'cards' },
} satisfies Meta<typeof Providers>

export default meta
type Story = StoryObj<typeof meta>

export const Cards: Story = {
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('group', { name: 'Identity provider' })).toBeVisible()
    await userEvent.tab()
    await userEvent.keyboard(' ')
    await expect(canvas.getByRole('radio', { name: 'Okta' })).toBeChecked()
    await userEvent.keyboard('{ArrowDown}')
    const entra = canvas.getByRole('radio', { name: 'Microsoft Entra' })
    await expect(entra).toBeChecked()
    await expect(entra).toHaveAccessibleDescription('Formerly Azure AD')
  },
}

export const List: Story = {
  args: { layout: 'list', error: 'Choose where your people are kept.' },
  play: async ({ canvas }) => {
    await expect(
      canvas.getByRole('group', { name: 'Identity provider' }),
    ).toHaveAccessibleDescription(/Choose where your people are kept/)
    await userEvent.click(canvas.getByText('JumpCloud'))
    await expect(canvas.getByRole('radio', { name: 'JumpCloud' })).toBeChecked()
  },
}
