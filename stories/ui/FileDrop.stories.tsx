import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileDrop } from 'orgportal/ui'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const csv = new File(['email\nada@example.com'], 'people.CSV', { type: 'application/vnd.ms-excel' })
const picture = new File(['…'], 'ada.png', { type: 'image/png' })

const meta = {
  title: 'ui/FileDrop',
  component: FileDrop,
  decorators: [inPortal],
  args: {
    label: 'CSV file',
    hint: 'One row a person: email, name, roles.',
    accept: '.csv,text/csv',
    onFiles: fn(),
  },
} satisfies Meta<typeof FileDrop>

export default meta
type Story = StoryObj<typeof meta>

export const ByButton: Story = {
  play: async ({ canvas, args }) => {
    const input = canvas.getByLabelText('CSV file Choose file')
    await expect(input).toHaveAccessibleDescription('One row a person: email, name, roles.')
    await userEvent.tab()
    await expect(input).toHaveFocus()
    await userEvent.upload(input, csv)
    await expect(args.onFiles).toHaveBeenCalledWith([csv])
  },
}

/** As the browser does it: the files lie in the event's own store. */
function drag(type: 'dragenter' | 'drop', target: HTMLElement, files: File[]) {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  target.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
}

/** A wrong type and too many are refused in place, and the next file that fits is taken. */
export const ByDropping: Story = {
  play: async ({ canvas, args }) => {
    const target = canvas.getByText('CSV file')
    const drop = (files: File[]) => drag('drop', target, files)
    const frame = target.closest('[data-part="file-drop"]')
    drag('dragenter', target, [picture])
    await waitFor(() => expect(frame).toHaveAttribute('data-state', 'over'))
    drop([picture])
    await waitFor(() => expect(frame).toHaveAttribute('data-state', 'invalid'))
    const input = canvas.getByLabelText('CSV file Choose file')
    await expect(input).toBeInvalid()
    await expect(input).toHaveAccessibleDescription(/ada.png cannot be used here/)
    drop([csv, csv])
    await expect(await canvas.findByText('Give one file at a time.')).toBeVisible()
    await expect(args.onFiles).not.toHaveBeenCalled()
    drop([csv])
    await waitFor(() => expect(frame).toHaveAttribute('data-state', 'ready'))
    await expect(args.onFiles).toHaveBeenCalledWith([csv])
  },
}

export const Failed: Story = {
  args: { error: 'The file has no rows.' },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('The file has no rows.')).toBeVisible()
  },
}
