import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button, Dialog, Field, TextInput } from 'orgportal/ui'
import { useState } from 'react'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

function Rename({ dismissible, size }: { dismissible?: boolean; size?: 'regular' | 'wide' }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>Rename</Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        dismissible={dismissible}
        size={size}
        title="Rename the connection"
        description="The name is shown to admins only. Your identity provider does not see it."
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button variant="primary" onClick={() => setOpen(false)}>
              Rename
            </Button>
          </>
        }
      >
        <Field label="Display name">
          <TextInput defaultValue="Okta production" />
        </Field>
      </Dialog>
    </>
  )
}

const meta = {
  title: 'ui/Dialog',
  component: Rename,
  subcomponents: { Dialog },
  decorators: [inPortal],
} satisfies Meta<typeof Rename>

export default meta
type Story = StoryObj<typeof meta>

/** The first field has the focus, which stays in the dialog and goes back to where it came from. */
export const Opened: Story = {
  play: async ({ canvas }) => {
    const opener = canvas.getByRole('button', { name: 'Rename' })
    await userEvent.click(opener)
    const dialog = await screen.findByRole('dialog', { name: 'Rename the connection' })
    await expect(within(dialog).getByRole('textbox', { name: 'Display name' })).toHaveFocus()
    await userEvent.tab()
    await userEvent.tab()
    await userEvent.tab()
    await expect(dialog.contains(document.activeElement)).toBe(true)
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(opener).toHaveFocus())
    await expect(screen.queryByRole('dialog')).toBeNull()
    await userEvent.click(opener)
    await screen.findByRole('dialog')
  },
}

/** For what must not be lost by a stray click: only the buttons close it. */
export const NotDismissible: Story = {
  args: { dismissible: false },
  play: async ({ canvas }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Rename' }))
    const dialog = await screen.findByRole('dialog')
    await userEvent.keyboard('{Escape}')
    const overlay = document.querySelector('[data-part="dialog-overlay"]')
    if (overlay) await userEvent.click(overlay)
    await expect(dialog).toBeVisible()
    await expect(within(dialog).queryByRole('button', { name: 'Close' })).toBeNull()
  },
}
