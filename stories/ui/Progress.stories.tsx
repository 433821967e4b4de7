import type { Meta, StoryObj } from '@storybook/react-vite'
import { Progress } from 'orgportal/ui'
import { useState } from 'react'
import { expect, userEvent, waitFor } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

const meta = {
  title: 'ui/Progress',
  component: Progress,
  decorators: [inPortal],
  args: {
    label: 'Deactivating members',
    value: 1204,
    max: 4212,
    text: '1,204 of 4,212, about 2 minutes left',
  },
} satisfies Meta<typeof Progress>

export default meta
type Story = StoryObj<typeof meta>

export const Running: Story = {
  play: async ({ canvas }) => {
    const bar = canvas.getByRole('progressbar', { name: 'Deactivating members' })
    await expect(bar).toHaveAttribute('aria-valuenow', '1204')
    await expect(bar).toHaveAttribute('aria-valuemax', '4212')
    await expect(bar).toHaveAttribute('aria-valuetext', '1,204 of 4,212, about 2 minutes left')
  },
}

export const Unknown: Story = {
  args: { max: null, text: '1,204 so far' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow')
  },
}

function Counting() {
  const [value, setValue] = useState(0)
  return (
    <>
      <Progress label="Exporting" value={value} max={3} text={`${String(value)} of 3`} />
      <button type="button" onClick={() => setValue(value + 1)}>
        Go on
      </button>
    </>
  )
}

/** A screen reader does not hear every step, but the end at once. */
export const Said: Story = {
  render: () => <Counting />,
  play: async ({ canvas, canvasElement }) => {
    const region = () => canvasElement.querySelector('[data-live]')
    const goOn = canvas.getByRole('button', { name: 'Go on' })
    await userEvent.click(goOn)
    await userEvent.click(goOn)
    await expect(region()).toHaveTextContent('')
    await userEvent.click(goOn)
    await waitFor(() => expect(region()).toHaveTextContent('3 of 3'))
  },
}
