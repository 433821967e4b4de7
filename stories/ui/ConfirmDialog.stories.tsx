import type { Meta, StoryObj } from '@storybook/react-vite'
import { Button, ConfirmDialog } from 'orgportal/ui'
import { useState } from 'react'
import { expect, fn, screen, userEvent, waitFor, within } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

interface DeleteProps {
  typedConfirmation?: string
  /** What the server answers. */
  outcome?: 'works' | 'fails' | 'waits'
  onConfirm: () => void
}

function Delete({ typedConfirmation, outcome = 'works', onConfirm }: DeleteProps) {
  const [open, setOpen] = useState(false)
  const [failed, setFailed] = useState(false)
  const [busy, setBusy] = useState(false)
  return (
    <>
      <Button variant="danger" onClick={() => setOpen(true)}>
        Delete connection
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title="Delete the connection?"
        confirmLabel="Delete"
        typedConfirmation={typedConfirmation}
        busy={busy}
        error={
          failed
            ? {
                title: 'The connection could not be deleted',
                error: {
                  error_message: 'Too many requests.',
                  error_type: 'too_many_requests',
                  request_id: 'request-id-test-7d7c3f0e-8a2b-4f0e-9c3b-1f2e3d4c5b6a',
                },
              }
            : null
        }
        onConfirm={() => {
          onConfirm()
          if (outcome === 'works') setOpen(false)
          else if (outcome === 'fails') setFailed(true)
          else setBusy(true)
        }}
      >
        <p style={{ margin: 0 }}>
          14 members keep their accounts but are no longer updated. 6 groups and the roles that came
          with them are removed.
        </p>
      </ConfirmDialog>
    </>
  )
}

const meta = {
  title: 'ui/ConfirmDialog',
  component: Delete,
  subcomponents: { ConfirmDialog },
  decorators: [inPortal],
  args: { onConfirm: fn() },
} satisfies Meta<typeof Delete>

export default meta
type Story = StoryObj<typeof meta>

const open = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'Delete connection' }))
  return within(await screen.findByRole('dialog', { name: 'Delete the connection?' }))
}

/** The safe button has the focus, so Enter out of habit does no harm. */
export const SafeFirst: Story = {
  play: async ({ args }) => {
    const first = await open()
    await waitFor(() => expect(first.getByRole('button', { name: 'Cancel' })).toHaveFocus())
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await expect(args.onConfirm).not.toHaveBeenCalled()
    const second = await open()
    await userEvent.click(second.getByRole('button', { name: 'Delete' }))
    await expect(args.onConfirm).toHaveBeenCalledOnce()
  },
}

export const Typed: Story = {
  args: { typedConfirmation: 'Okta production' },
  play: async ({ args }) => {
    const dialog = await open()
    const input = dialog.getByRole('textbox', { name: 'Type Okta production to confirm' })
    await waitFor(() => expect(input).toHaveFocus())
    await userEvent.keyboard('Okta{Enter}')
    await expect(args.onConfirm).not.toHaveBeenCalled()
    await expect(input).toHaveAccessibleDescription('This is not the same as Okta production')
    await userEvent.keyboard(' production{Enter}')
    await expect(args.onConfirm).toHaveBeenCalledOnce()
  },
}

/** It stays open and says what went wrong. */
export const Failed: Story = {
  args: { outcome: 'fails' },
  play: async () => {
    const dialog = await open()
    await userEvent.click(dialog.getByRole('button', { name: 'Delete' }))
    await expect(await dialog.findByRole('alert')).toHaveTextContent(
      'The connection could not be deleted',
    )
    await userEvent.click(dialog.getByText('Details'))
    await expect(dialog.getByText('too_many_requests')).toBeVisible()
  },
}

export const Busy: Story = {
  args: { outcome: 'waits' },
  play: async ({ args }) => {
    const dialog = await open()
    const confirm = dialog.getByRole('button', { name: 'Delete' })
    await userEvent.click(confirm)
    await userEvent.click(confirm)
    await userEvent.keyboard('{Escape}')
    await expect(args.onConfirm).toHaveBeenCalledOnce()
    await expect(confirm).toHaveAttribute('aria-busy', 'true')
  },
}
