import type { Meta, StoryObj } from '@storybook/react-vite'
import { Pagination, Table } from 'orgportal/ui'
import { expect, fn, userEvent, waitFor } from 'storybook/test'
import { inPortal } from './inPortal.tsx'
import { PeopleGrid, people } from './PeopleGrid.tsx'

const meta = {
  title: 'ui/Table as grid',
  component: PeopleGrid,
  subcomponents: { Table },
  decorators: [inPortal],
} satisfies Meta<typeof PeopleGrid>

export default meta
type Story = StoryObj<typeof meta>

/** Tab goes in once and out once; within, the arrows walk. */
export const ByKeyboard: Story = {
  args: { onOpen: fn() },
  render: (args) => (
    <>
      <button type="button">Before</button>
      <PeopleGrid {...args} />
      <button type="button">After</button>
    </>
  ),
  play: async ({ canvas, args }) => {
    const hasFocus = (role: string, name: string) =>
      expect(canvas.getByRole(role, { name })).toHaveFocus()
    await userEvent.click(canvas.getByRole('button', { name: 'Before' }))
    await userEvent.tab()
    await hasFocus('link', 'Ada Lovelace')
    await userEvent.keyboard('{ArrowRight}')
    await hasFocus('gridcell', 'ada@example.com')
    await userEvent.keyboard('{ArrowDown}')
    await hasFocus('gridcell', 'grace@example.com')
    await userEvent.keyboard('{End}')
    await hasFocus('button', 'Actions for Grace Hopper')
    // The arrow is the grid's, also on a button that would open its menu by it.
    await userEvent.keyboard('{ArrowDown}')
    await hasFocus('button', 'Actions for Alan Turing')
    await userEvent.keyboard('{Home}')
    await hasFocus('checkbox', 'Select Alan Turing')
    await userEvent.keyboard('{Control>}{Home}{/Control}')
    await hasFocus('checkbox', 'Select all on this page')
    await userEvent.keyboard('{PageDown}{End}')
    await hasFocus('button', `Actions for ${people[4]?.name ?? ''}`)
    await userEvent.keyboard('{PageUp}{ArrowDown}')
    await hasFocus('button', 'Actions for Ada Lovelace')
    await userEvent.keyboard('{Home}{ArrowRight}{Enter}')
    await expect(args.onOpen).toHaveBeenLastCalledWith(people[0])
    await userEvent.keyboard('{ArrowDown}{ArrowRight}{Enter}')
    await expect(args.onOpen).toHaveBeenLastCalledWith(people[1])
    await userEvent.tab()
    await hasFocus('button', 'After')
    await userEvent.tab({ shift: true })
    await hasFocus('gridcell', 'grace@example.com')
  },
}

export const RightToLeft: Story = {
  render: (args) => (
    <div dir="rtl">
      <PeopleGrid {...args} />
    </div>
  ),
  play: async ({ canvas }) => {
    canvas.getByRole('link', { name: 'Ada Lovelace' }).focus()
    await userEvent.keyboard('{ArrowLeft}')
    await expect(canvas.getByRole('gridcell', { name: 'ada@example.com' })).toHaveFocus()
    await userEvent.keyboard('{ArrowRight}{ArrowRight}')
    await expect(canvas.getByRole('checkbox', { name: 'Select Ada Lovelace' })).toHaveFocus()
  },
}

/** Space selects, Shift+click and Shift+Space select all in between. */
export const Selecting: Story = {
  play: async ({ canvas }) => {
    // One keyboard, so that Shift is held while something is clicked.
    const user = userEvent.setup()
    const box = (name: string) => canvas.getByRole('checkbox', { name })
    const selected = () =>
      canvas.getAllByRole('row', { selected: true }).map((row) => row.dataset['key'])
    await user.click(box('Select Grace Hopper'))
    await expect(box('Select all on this page')).toBePartiallyChecked()
    await user.keyboard('{Shift>}')
    await user.click(box('Select Katherine Johnson'))
    await user.keyboard('{/Shift}')
    await expect(selected()).toEqual(['member-live-2', 'member-live-3', 'member-live-4'])
    // From the link: the row's own key.
    canvas.getByRole('link', { name: 'Ada Lovelace' }).focus()
    await user.keyboard(' ')
    await expect(box('Select Ada Lovelace')).toBeChecked()
    await user.keyboard('{ArrowDown}{ArrowDown}{Shift>}[Space]{/Shift}')
    await expect(selected()).toEqual(['member-live-4'])
    await user.click(box('Select all on this page'))
    await expect(selected()).toHaveLength(people.length)
    await expect(box('Select all on this page')).toBeChecked()
    await user.click(box('Select all on this page'))
    await expect(canvas.queryByRole('row', { selected: true })).toBeNull()
  },
}

/** The link covers its row; other controls and the checkbox's cell lie above it. */
export const RowsAreLinks: Story = {
  args: { onOpen: fn() },
  play: async ({ canvas, args }) => {
    const at = (element: HTMLElement) => {
      const box = element.getBoundingClientRect()
      const found = document.elementFromPoint(box.left + box.width - 3, box.top + box.height / 2)
      if (found === null) throw new Error('Nothing lies there')
      return found
    }
    const email = canvas.getByRole('gridcell', { name: 'grace@example.com' })
    await userEvent.click(at(email))
    await expect(args.onOpen).toHaveBeenLastCalledWith(people[1])
    const actions = canvas.getByRole('button', { name: 'Actions for Grace Hopper' })
    await expect(actions).toContainElement(at(actions) as HTMLElement)
    const box = canvas.getByRole('checkbox', { name: 'Select Grace Hopper' })
    const cell = box.closest('td')
    await expect(cell && at(cell)).toBe(box)
    await userEvent.click(canvas.getAllByRole('button', { name: 'Show 2 more' })[0] ?? actions)
    await expect(canvas.getByText('Billing admin')).toBeVisible()
    await expect(args.onOpen).toHaveBeenCalledTimes(1)
  },
}

/** Two lines an item; the checkboxes and the arrows from row to row stay. */
export const Narrow: Story = {
  decorators: [
    (Story) => (
      <div style={{ width: 342 }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    const table = canvas.getByRole('grid', { name: 'People' })
    await expect(table.scrollWidth).toBeLessThanOrEqual(342)
    const all = canvas.getByRole('checkbox', { name: 'Select all on this page' })
    await expect(all.getBoundingClientRect().left).toBeGreaterThan(
      table.getBoundingClientRect().left,
    )
    await userEvent.click(all)
    await expect(canvas.getAllByRole('row', { selected: true })).toHaveLength(people.length)
    canvas.getByRole('link', { name: 'Ada Lovelace' }).focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(canvas.getByRole('link', { name: 'Grace Hopper' })).toHaveFocus()
  },
}

export const Dense: Story = {
  args: { density: 'dense', selectable: false },
  play: async ({ canvas }) => {
    const [row] = canvas.getAllByRole('row').slice(-1)
    await expect(row?.getBoundingClientRect().height).toBeLessThan(60)
    await expect(canvas.queryByRole('checkbox')).toBeNull()
  },
}

/** The page before, while the next one loads. */
export const Stale: Story = {
  args: { stale: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('grid', { name: 'People' })).toHaveAttribute('aria-busy', 'true')
    await expect(canvas.getByRole('link', { name: 'Ada Lovelace' })).toBeVisible()
  },
}

export const Tones: Story = {
  args: { toneOf: (person) => (person.active ? undefined : 'danger') },
  play: async ({ canvas }) => {
    const colour = (name: string) => {
      const row = canvas.getByRole('link', { name }).closest('tr')
      return row && getComputedStyle(row).backgroundColor
    }
    await expect(colour('Alan Turing')).not.toBe(colour('Ada Lovelace'))
  },
}

/** With the pages below, as a list of thousands has it. */
export const WithPages: Story = {
  args: {
    footer: (
      <Pagination
        label="Pages of people"
        from={101}
        to={105}
        total={4212}
        page={3}
        hasNext
        hasPrevious
        onNext={() => {}}
        onPrevious={() => {}}
        onFirst={() => {}}
        size={50}
        sizes={[25, 50, 100]}
        onSizeChange={() => {}}
      />
    ),
  },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('status')).toHaveTextContent('Page 3 of 85: 101–105 of 4,212')
    await waitFor(() => expect(canvas.getByRole('button', { name: 'Next' })).toBeVisible())
  },
}
