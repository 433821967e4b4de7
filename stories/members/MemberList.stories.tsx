import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, fireEvent, userEvent, waitFor, within } from 'storybook/test'
import { AdminPortalMemberManagement } from 'orgportal/components'
import { portalOf } from '../PartStory.tsx'
import { membersStory, type MembersStoryArgs } from './MembersStory.tsx'

const meta: Meta<MembersStoryArgs> = {
  ...membersStory,
  title: 'Members/List',
  component: AdminPortalMemberManagement,
  args: { seed: 'members', persona: 'admin' },
  beforeEach: (context) => {
    localStorage.clear()
    return membersStory.beforeEach(context)
  },
}
export default meta

type Story = StoryObj<MembersStoryArgs>
type Canvas = Parameters<NonNullable<Story['play']>>[0]['canvas']

const gridOf = (canvas: Canvas) => canvas.findByRole('grid', { name: 'Members' })
const SEARCH = '*/members/search'

/** Members of every kind, by the names that the host gives to roles. */
export const EveryKind: Story = {
  args: {
    config: {
      getRoleDisplayName: (role) =>
        role.role_id
          .replace('stytch_', '')
          .replaceAll('_', ' ')
          .replace(/^./, (first) => first.toUpperCase()),
    },
  },
  play: async ({ canvas }) => {
    const grid = within(await gridOf(canvas))
    await expect(grid.getByText('You')).toBeVisible()
    await expect(grid.getAllByRole('row')).toHaveLength(26)
    await expect(canvas.getByText(/^\d+ members$/)).toBeVisible()
  },
}

/** Requests that take their time: the shape of what will come. */
export const Loading: Story = {
  args: { latency: 3_600_000 },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Loading members')).toBeInTheDocument()
    await expect(canvas.queryByRole('grid')).toBeNull()
  },
}

/** Retry asks again, and the request id can be passed on. */
export const Failed: Story = {
  args: { faults: [{ path: SEARCH, status: 404, error_type: 'no', times: 1 }] },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The members could not be loaded')).toBeVisible()
    await userEvent.click(canvas.getByText('Details'))
    await expect(canvas.getByText('Request id')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Retry' }))
    await gridOf(canvas)
  },
}

/** The next page fails: the last one stays. */
export const NextPageFailed: Story = {
  play: async ({ canvas, loaded }) => {
    await gridOf(canvas)
    portalOf(loaded).emulator.faults.add({ path: SEARCH, status: 404, error_type: 'no', times: 1 })
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }))
    await expect(await canvas.findByText('The members could not be loaded')).toBeVisible()
    await expect(within(await gridOf(canvas)).getAllByRole('row')).toHaveLength(26)
  },
}

/** Nobody but the viewer yet. */
export const OnlyYou: Story = {
  args: {
    world: ({ data }) => {
      for (const member of Object.values(data.members)) {
        if (member.name !== 'Ada Lovelace') delete data.members[member.member_id]
      }
    },
  },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { name: 'You are the only member yet' }),
    ).toBeVisible()
    await expect(canvas.getByText('1 member')).toBeVisible()
  },
}

/** Different from an organization where nobody is. */
export const NothingMatches: Story = {
  args: { params: { search: 'nobody-at-all', status: 'active' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Nobody matches' })).toBeVisible()
    await expect(
      canvas.getByText('Status: Active', { selector: '[data-part="tag-text"]' }),
    ).toBeVisible()
  },
}

/** A filter of a shared link that the API does not take. */
export const FilterRefused: Story = {
  args: { params: { status: 'retired' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('The search does not take these filters')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Remove Status: retired' }))
    await gridOf(canvas)
  },
}

/** All that the API can filter by; each is shown as a tag to be removed. */
export const Filters: Story = {
  play: async ({ canvas }) => {
    await gridOf(canvas)
    await userEvent.click(canvas.getByRole('button', { name: 'More filters' }))
    await userEvent.click(canvas.getByRole('button', { name: /^Break-glass/ }))
    await userEvent.click(await canvas.findByRole('radio', { name: 'Yes' }))
    await userEvent.keyboard('{Escape}')
    await expect(await canvas.findByRole('list', { name: 'Active filters' })).toBeVisible()
    await expect(await canvas.findByText(/^\d+ of \d+ members$/)).toBeVisible()
  },
}

/** Ten thousand: one request a page, and as many rows on the page as with ten. */
export const TenThousand: Story = {
  args: { seed: 'ten-thousand-members' },
  play: async ({ canvas, loaded }) => {
    const { requests } = portalOf(loaded)
    const grid = within(await gridOf(canvas))
    await expect(grid.getAllByRole('row')).toHaveLength(26)
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }))
    await expect(await canvas.findByText(/26.50 of/)).toBeVisible()
    await waitFor(() => expect(grid.getAllByRole('row')).toHaveLength(26))
    await expect(requests().filter((request) => request.endsWith('members/search'))).toHaveLength(2)
  },
}

/** Which columns, in which order, and how densely: kept in this browser. */
export const Columns: Story = {
  args: {
    config: { getLastSeen: ({ updated_at }) => updated_at },
    slots: {
      columns: [{ id: 'seat', header: 'Seat', cell: () => 'Paid' }],
      listActions: <a href="#import">Import from payroll</a>,
    },
  },
  play: async ({ canvas }) => {
    const grid = within(await gridOf(canvas))
    await userEvent.click(canvas.getByRole('button', { name: 'Columns and density' }))
    const choices = within(canvas.getByRole('dialog', { name: 'Columns and density' }))
    await userEvent.click(choices.getByRole('checkbox', { name: 'Directory' }))
    await userEvent.click(choices.getByRole('checkbox', { name: 'Last seen' }))
    await userEvent.click(choices.getByRole('radio', { name: 'Dense' }))
    await expect(grid.getByRole('columnheader', { name: 'Last seen' })).toBeVisible()
    await expect(grid.getByRole('columnheader', { name: 'Seat' })).toBeVisible()
    await userEvent.click(choices.getByRole('button', { name: 'Reset' }))
    await expect(grid.queryByRole('columnheader', { name: 'Directory' })).toBeNull()
  },
}

/** One of them, over pages, or all that match. */
export const Selection: Story = {
  play: async ({ canvas }) => {
    await gridOf(canvas)
    await userEvent.click(canvas.getByRole('checkbox', { name: 'Select all members on this page' }))
    const bar = within(await canvas.findByRole('group', { name: /selected|chosen|many/i }))
    await userEvent.click(bar.getByRole('button', { name: /Select all/ }))
    await userEvent.click(canvas.getByRole('button', { name: 'Next' }))
    await waitFor(() =>
      expect(
        canvas.getByRole('checkbox', { name: 'Select all members on this page' }),
      ).toBeChecked(),
    )
  },
}

/** In a box of 390 px. */
export const Narrow: Story = {
  decorators: [
    (StoryView) => (
      <div style={{ inlineSize: 390 }}>
        <StoryView />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    const grid = await gridOf(canvas)
    await expect(grid.getBoundingClientRect().width).toBeLessThanOrEqual(390)
  },
}

/** The organization allows no invitations: the button says what can be done instead, and where that is set. */
export const InvitesOff: Story = {
  args: {
    seed: 'members-invites-off',
    config: { organizationSettingsURL: '#settings' },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Add members' })).toBeVisible()
    await expect(
      canvas.getByRole('link', { name: 'Change it in the organization’s settings' }),
    ).toBeVisible()
  },
}

/** Somebody who sees members and changes nothing: controls stay, and say why. */
export const OnlyToLookAt: Story = {
  args: { persona: 'auditor' },
  play: async ({ canvas }) => {
    const grid = within(await gridOf(canvas))
    await expect(grid.queryByRole('checkbox')).toBeNull()
    const invite = canvas.getByRole('button', { name: 'Invite members' })
    await expect(invite).toHaveAttribute('aria-disabled', 'true')
    invite.focus()
    await expect(
      await canvas.findByText(/You need the permission stytch.member create/),
    ).toBeVisible()
  },
}

/** A role that is in no policy any more is shown by its id. */
export const UnknownRole: Story = {
  args: {
    world: ({ data }) => {
      for (const member of Object.values(data.members)) {
        if (member.name === 'Ada Lovelace') member.role_ids.push('left_over_role')
      }
    },
  },
  play: async ({ canvas }) => {
    const grid = within(await gridOf(canvas))
    await expect(await grid.findByText('left_over_role')).toBeVisible()
  },
}

/** What can be done to one member; what hurts is asked about first, and can be undone. */
export const RowActions: Story = {
  args: { params: { search: 'grace.kimani' } },
  play: async ({ canvas, canvasElement }) => {
    const page = within(canvasElement.ownerDocument.body)
    await gridOf(canvas)
    await userEvent.click(await canvas.findByRole('button', { name: 'Actions for Grace Kimani' }))
    await userEvent.click(await page.findByRole('menuitem', { name: 'Deactivate' }))
    const dialog = within(await page.findByRole('dialog', { name: 'Deactivate Grace Kimani?' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Deactivate member' }))
    await userEvent.click(await page.findByRole('button', { name: 'Undo' }))
    await expect(await page.findByText('Grace Kimani was reactivated')).toBeVisible()
  },
}

/** The row has the focus again, and the list is where it was. */
export const ThereAndBack: Story = {
  args: { params: { page: '2', size: '25' } },
  play: async ({ canvas }) => {
    const link = within(await gridOf(canvas)).getAllByRole('link')[12]
    const name = link?.textContent ?? ''
    if (link) await fireEvent.click(link)
    await canvas.findByRole('heading', { name: new RegExp(`^${name}`) })
    await userEvent.click(canvas.getByRole('button', { name: 'Members' }))
    await waitFor(() => expect(canvas.getByRole('link', { name })).toHaveFocus())
    await expect(canvas.getByText(/26.50 of/)).toBeVisible()
  },
}
