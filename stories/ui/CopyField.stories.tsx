import type { Meta, StoryObj } from '@storybook/react-vite'
import { CopyField, ShortId } from 'orgportal/ui'
import { expect, fn, spyOn, userEvent, waitFor } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const meta = {
  title: 'ui/CopyField',
  component: CopyField,
  decorators: [inPortal],
  args: {
    label: 'SCIM connector base URL',
    value: 'https://api.northwind.example/v1/b2b/scim/scim-connection-test-0001',
    onCopied: fn(),
  },
} satisfies Meta<typeof CopyField>

export default meta
type Story = StoryObj<typeof meta>

/** By keyboard alone, and told to a screen reader. */
export const Copies: Story = {
  play: async ({ canvas, args }) => {
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await userEvent.tab()
    const button = canvas.getByRole('button', { name: 'Copy SCIM connector base URL' })
    await expect(button).toHaveFocus()
    const width = button.offsetWidth
    await userEvent.keyboard('{Enter}')
    await expect(write).toHaveBeenCalledWith(args.value)
    await waitFor(() => expect(canvas.getByRole('status')).toHaveTextContent('Copied'))
    await expect(button.offsetWidth).toBe(width)
    await expect(args.onCopied).toHaveBeenCalledOnce()
    await waitFor(() => expect(canvas.getByRole('status')).toBeEmptyDOMElement(), { timeout: 3000 })
    write.mockRestore()
  },
}

/** The browser refuses: it says so and selects the text. */
export const Refused: Story = {
  args: { secret: true, label: 'Bearer token', value: 'tk_live_4f9a8b7c6d5e4f3a2b1c' },
  play: async ({ canvas, args }) => {
    const write = spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('refused'))
    await userEvent.click(canvas.getByRole('button', { name: 'Copy Bearer token' }))
    await expect(await canvas.findByRole('alert')).toHaveTextContent('did not allow copying')
    await waitFor(() => expect(window.getSelection()?.toString()).toBe(args.value))
    await expect(args.onCopied).not.toHaveBeenCalled()
    write.mockRestore()
  },
}

export const Secret: Story = {
  args: {
    secret: true,
    label: 'Bearer token',
    value: 'tk_live_4f9a8b7c6d5e4f3a2b1c',
    hint: 'It is shown once, here.',
  },
  play: async ({ canvas, args }) => {
    await expect(canvas.queryByText(args.value)).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: 'Show' }))
    await expect(canvas.getByText(args.value)).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Hide' }))
    await expect(canvas.queryByText(args.value)).toBeNull()
  },
}

/** An id is shortened in the middle and copied whole. */
export const Id: Story = {
  render: () => (
    <ShortId label="Request id" value="request-id-test-7d7c3f0e-8a2b-4f0e-9c3b-1f2e3d4c5b6a" />
  ),
  play: async ({ canvas }) => {
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
    await expect(canvas.getByText('request-id-t…c5b6a')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Copy Request id' }))
    await expect(write).toHaveBeenCalledWith('request-id-test-7d7c3f0e-8a2b-4f0e-9c3b-1f2e3d4c5b6a')
    write.mockRestore()
  },
}
