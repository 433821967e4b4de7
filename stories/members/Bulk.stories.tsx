import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, within } from 'storybook/test'
import { membersStory, type MembersStoryArgs } from './MembersStory.tsx'

const meta: Meta<MembersStoryArgs> = { ...membersStory, title: 'Members/Many members' }
export default meta

type Story = StoryObj<MembersStoryArgs>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

const body = () => within(document.body)

async function choose(canvas: Canvas, ...names: string[]) {
  for (const name of names) {
    await userEvent.click(await canvas.findByRole('checkbox', { name: `Select ${name}` }))
  }
  return within(await canvas.findByRole('group', { name: 'Selected members' }))
}

async function deactivate(canvas: Canvas) {
  const bar = await choose(canvas, 'Amara Diallo', 'Bruno Costa')
  await userEvent.click(bar.getByRole('button', { name: 'Deactivate' }))
  const dialog = within(await body().findByRole('dialog', { name: 'Deactivate 2 members?' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Deactivate' }))
}

/** What can be done to those who are chosen. */
export const Selected: Story = {
  play: async ({ canvas }) => {
    const bar = await choose(canvas, 'Amara Diallo', 'Bruno Costa')
    await expect(bar.getByText('2 selected')).toBeVisible()
  },
}

/** The question: what will happen, to whom, and who is left out. */
export const Asks: Story = {
  play: async ({ canvas }) => {
    const bar = await choose(canvas, 'Amara Diallo', 'Priya Nair')
    await userEvent.click(bar.getByRole('button', { name: 'Deactivate' }))
    const dialog = within(await body().findByRole('dialog', { name: 'Deactivate 1 member?' }))
    await expect(dialog.getByText('1 member is left out:')).toBeVisible()
  },
}

/** Roles to give to all of them. */
export const AddRoles: Story = {
  play: async ({ canvas }) => {
    const bar = await choose(canvas, 'Amara Diallo', 'Bruno Costa')
    await userEvent.click(bar.getByRole('button', { name: 'Add roles' }))
    const dialog = within(await body().findByRole('dialog', { name: 'Add roles to 2 members?' }))
    await expect(dialog.getByRole('combobox', { name: 'Roles' })).toBeVisible()
  },
}

/** Too many requests: the run waits for as long as the server says, and can be paused or cancelled. */
export const Waiting: Story = {
  args: {
    faults: [{ method: 'DELETE', path: '*', status: 429, retry_after: 600, times: 0 }],
  },
  play: async ({ canvas }) => {
    await deactivate(canvas)
    const run = within(await canvas.findByRole('region', { name: 'Change of many members' }))
    await expect(await run.findByText(/Too many requests were sent/)).toBeVisible()
    await expect(run.getByRole('progressbar')).toBeVisible()
  },
}

/** The end: what became of it, Undo, and the outcome of each. */
export const Outcomes: Story = {
  args: {
    faults: [{ method: 'DELETE', path: '*', status: 400, error_type: 'bad_request' }],
  },
  play: async ({ canvas }) => {
    await deactivate(canvas)
    const run = within(await canvas.findByRole('region', { name: 'Change of many members' }))
    await expect(await run.findByText('1 member deactivated · 1 failed')).toBeVisible()
    await userEvent.click(run.getByRole('button', { name: 'Details' }))
    const table = await body().findByRole('table', { name: 'Outcome of each member' })
    await expect(within(table).getAllByRole('row')).toHaveLength(3)
  },
}

/** What is exported, before it is. */
export const Export: Story = {
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Export' }))
    const dialog = within(await body().findByRole('dialog', { name: 'Export members' }))
    await expect(dialog.getByRole('button', { name: 'Export' })).toBeVisible()
  },
}
