import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button, Card, CopyField, Wizard } from 'orgportal/ui'
import { useState } from 'react'
import { expect, userEvent } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const titles = ['Create the app', 'Copy the values', 'Assign people', 'First push']

function Setup() {
  const [here, setHere] = useState(1)
  return (
    <Wizard
      label="Set up Okta"
      steps={titles.map((title, index) => ({
        id: String(index),
        title,
        state:
          index === here ? 'here' : index < here ? 'done' : index === 3 ? 'attention' : 'ahead',
        description: index === 3 ? 'Nothing has arrived' : undefined,
      }))}
      onSelect={(id) => setHere(Number(id))}
      footer={
        <>
          <Button variant="ghost">Save and continue later</Button>
          <Button onClick={() => setHere(here - 1)}>Back</Button>
          <Button variant="primary" onClick={() => setHere(here + 1)}>
            Next
          </Button>
        </>
      }
    >
      <Card title={titles[here]} description="In Okta, open the app and go to Provisioning.">
        <CopyField
          label="SCIM connector base URL"
          value="https://api.northwind.example/v1/b2b/scim/scim-connection-test-0001"
        />
        <CopyField label="Bearer token" value="tk_live_4f9a8b7c6d5e4f3a2b1c" secret />
      </Card>
    </Wizard>
  )
}

const meta = {
  title: 'ui/Wizard and Steps',
  component: Setup,
  subcomponents: { Wizard },
  decorators: [inPortal],
} satisfies Meta<typeof Setup>

export default meta
type Story = StoryObj<typeof meta>

export const Steps: Story = {
  play: async ({ canvas }) => {
    const here = () => canvas.getByRole('button', { current: 'step' })
    await expect(here()).toHaveAccessibleName('Copy the values (You are here)')
    await expect(canvas.getByRole('button', { name: 'Create the app (Done)' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: /First push.*Needs attention/ })).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }))
    await expect(here()).toHaveAccessibleName('Assign people (You are here)')
    await userEvent.click(canvas.getByRole('button', { name: 'Create the app (Done)' }))
    await expect(here()).toHaveAccessibleName('Create the app (You are here)')
  },
}
