import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, within } from 'storybook/test'
import { AdminPortalMemberManagement } from 'orgportal/components'
import { portalOf } from '../PartStory.tsx'
import { membersStory, type MembersStoryArgs } from './MembersStory.tsx'

const meta: Meta<MembersStoryArgs> = {
  ...membersStory,
  title: 'Members/AdminPortalMemberManagement',
  component: AdminPortalMemberManagement,
}
export default meta

type Story = StoryObj<MembersStoryArgs>

/** The whole part: members with search, filters and pages, and the way to invite others. */
export const Default: Story = {
  play: async ({ canvas }) => {
    const grid = await canvas.findByRole('grid', { name: 'Members' })
    await expect(within(grid).getByRole('link', { name: 'Ada Lovelace' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Invite members' })).toBeVisible()
  },
}

/** Who may not see members is told which permission is missing, and which roles have it. */
export const Denied: Story = {
  args: { persona: 'member' },
  play: async ({ canvas, loaded }) => {
    await canvas.findByRole('heading', { name: 'You cannot see the members' })
    await expect(canvas.getByText(/Roles with it:/)).toBeVisible()
    await expect(portalOf(loaded).requests()).toEqual([])
  },
}

/** Nobody is signed in. */
export const SignedOut: Story = {
  args: { persona: null },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByRole('heading', { name: 'You are not signed in' }),
    ).toBeVisible()
  },
}
