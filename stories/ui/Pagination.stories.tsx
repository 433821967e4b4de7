import type { Meta, StoryObj } from '@storybook/react-vite'
import { Pagination } from 'orgportal/ui'
import { useState } from 'react'
import { expect, fn, userEvent } from 'storybook/test'
import { inPortal } from './inPortal.tsx'

interface PagesProps {
  total: number | null
  rows: number
  busy?: boolean
  onNear?: () => void
}

function Pages({ total, rows, busy = false, onNear }: PagesProps) {
  const [page, setPage] = useState(1)
  const [size, setSize] = useState(50)
  return (
    <Pagination
      label="Pages of members"
      from={(page - 1) * size + 1}
      to={Math.min(page * size, rows)}
      total={total}
      page={page}
      hasNext={page * size < rows}
      hasPrevious={page > 1}
      onNext={() => setPage(page + 1)}
      onPrevious={() => setPage(page - 1)}
      onFirst={() => setPage(1)}
      onNear={onNear}
      busy={busy}
      size={size}
      sizes={[25, 50, 100]}
      onSizeChange={setSize}
    />
  )
}

const meta = {
  title: 'ui/Pagination',
  component: Pages,
  subcomponents: { Pagination },
  decorators: [inPortal],
  args: { total: 120, rows: 120, onNear: fn() },
} satisfies Meta<typeof Pages>

export default meta
type Story = StoryObj<typeof meta>

/** The focus stays on the button that leads no further. */
export const ToTheEnd: Story = {
  play: async ({ canvas, args }) => {
    const next = canvas.getByRole('button', { name: 'Next' })
    await expect(canvas.getByRole('button', { name: 'Previous' })).toHaveAttribute('aria-disabled')
    await userEvent.hover(next)
    await expect(args.onNear).toHaveBeenCalledOnce()
    await userEvent.click(next)
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByRole('status')).toHaveTextContent('Page 3 of 3: 101–120 of 120')
    await expect(next).toHaveAttribute('aria-disabled', 'true')
    await expect(next).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await expect(canvas.getByRole('status')).toHaveTextContent('101–120 of 120')
    await userEvent.click(canvas.getByRole('button', { name: 'First page' }))
    await expect(canvas.getByRole('status')).toHaveTextContent('1–50 of 120')
  },
}

export const RowsPerPage: Story = {
  play: async ({ canvas }) => {
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Rows per page' }), '100')
    await expect(canvas.getByRole('status')).toHaveTextContent('1–100 of 120')
  },
}

export const TotalUnknown: Story = {
  args: { total: null, rows: 70 },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent(/^Page 1: 1–50$/)
  },
}

/** Only the button that was pressed is busy. */
export const Busy: Story = {
  args: { busy: true, total: 4212, rows: 4212 },
  play: async ({ canvas }) => {
    const next = canvas.getByRole('button', { name: 'Next' })
    await userEvent.click(next)
    await expect(next).toHaveAttribute('aria-busy', 'true')
    await userEvent.click(next)
    await expect(canvas.getByRole('status')).toHaveTextContent('51–100')
    await expect(canvas.getByRole('button', { name: 'Previous' })).not.toHaveAttribute('aria-busy')
  },
}

export const Narrow: Story = {
  args: { total: 100_000, rows: 100_000 },
  decorators: [
    (Story) => (
      <div style={{ width: 342 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    const pages = canvas.getByRole('navigation', { name: 'Pages of members' })
    await expect(pages.scrollWidth).toBeLessThanOrEqual(342)
  },
}
