import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  PartFrame,
  PortalRoot,
  createMemoryLocation,
  usePortalLocation,
  useUnsavedChanges,
} from 'orgportal/components'
import { Button, Field, TextInput } from 'orgportal/ui'
import type { MemoryLocation, MessageOverrides } from 'orgportal/components'
import { useState } from 'react'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'

function Screens({ broken }: { broken: boolean }) {
  const { params, navigate } = usePortalLocation()
  const [name, setName] = useState('')
  useUnsavedChanges(name !== '' && params['screen'] === 'edit')
  if (broken) throw new Error('A part that throws')
  if (params['screen'] === 'edit') {
    return (
      <PartFrame
        screen="edit"
        title="Edit connection"
        back={{ label: 'Connection', onSelect: () => navigate({ screen: undefined }) }}
      >
        <Field label="Display name">
          <TextInput value={name} onValueChange={setName} />
        </Field>
      </PartFrame>
    )
  }
  return (
    <PartFrame
      screen="connection"
      title="Connection"
      description="Your identity provider creates and removes members here."
      action={
        <Button variant="primary" onClick={() => navigate({ screen: 'edit' })}>
          Edit connection
        </Button>
      }
    >
      <p style={{ margin: 0 }}>Okta production</p>
    </PartFrame>
  )
}

interface PartProps {
  location: MemoryLocation
  broken?: boolean
  messages?: MessageOverrides
}

function Part({ location, broken = false, messages }: PartProps) {
  return (
    <PortalRoot location={location} messages={messages} className="story">
      <Screens broken={broken} />
    </PortalRoot>
  )
}

const meta = {
  title: 'ui/PortalRoot',
  component: Part,
  subcomponents: { PortalRoot, PartFrame },
  args: { location: createMemoryLocation() },
} satisfies Meta<typeof Part>

export default meta
type Story = StoryObj<typeof meta>

/** The focus goes to the title of the screen that comes, and Back leads back. */
export const Navigating: Story = {
  render: () => <Part location={navigated} />,
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Edit connection' }))
    await expect(canvas.getByRole('heading', { name: 'Edit connection' })).toHaveFocus()
    navigated.back()
    await expect(await canvas.findByRole('heading', { name: 'Connection' })).toHaveFocus()
    navigated.forward()
    await canvas.findByRole('heading', { name: 'Edit connection' })
  },
}
const navigated = createMemoryLocation()

/** Whoever leaves something unsaved is asked once, by a button of ours and by the browser's Back alike. */
export const LeavingUnsaved: Story = {
  render: () => <Part location={guarded} />,
  play: async ({ canvas }) => {
    guarded.write({ screen: undefined }, { replace: true })
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit connection' }))
    const input = canvas.getByRole('textbox', { name: 'Display name' })
    await userEvent.type(input, 'Okta EU')

    await userEvent.click(canvas.getByRole('button', { name: 'Connection' }))
    const first = within(await screen.findByRole('dialog', { name: 'Discard your changes?' }))
    await waitFor(() => expect(first.getByRole('button', { name: 'Keep editing' })).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await expect(input).toHaveValue('Okta EU')

    guarded.back()
    const second = within(await screen.findByRole('dialog', { name: 'Discard your changes?' }))
    await expect(guarded.read()).toEqual({ screen: 'edit' })
    await userEvent.click(second.getByRole('button', { name: 'Discard changes' }))
    await canvas.findByRole('heading', { name: 'Connection' })
    await expect(guarded.read()).toEqual({})
  },
}
const guarded = createMemoryLocation()

/** A fault of one part does not take the page down. */
export const Fault: Story = {
  args: { broken: true },
  play: async ({ canvas }) => {
    const alert = await canvas.findByRole('alert')
    await expect(alert).toHaveTextContent('This part stopped working')
    await userEvent.click(canvas.getByText('Details'))
    await expect(canvas.getByText('A part that throws')).toBeVisible()
  },
}

/** Any text can be the host's own. */
export const OwnWords: Story = {
  args: {
    broken: true,
    messages: { ui: { error: { unexpected: 'Das ging schief' }, retry: 'Nochmal' } },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('alert')).toHaveTextContent('Das ging schief')
    await expect(canvas.getByRole('button', { name: 'Nochmal' })).toBeVisible()
    await expect(canvas.getByText('Details')).toBeVisible()
  },
}
