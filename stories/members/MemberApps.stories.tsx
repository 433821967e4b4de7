import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { pageOf } from './memberOf.ts'
import { portalOf } from '../PartStory.tsx'
import { membersStory, type MembersStoryArgs } from './MembersStory.tsx'

const meta: Meta<MembersStoryArgs> = { ...membersStory, title: 'Members/Member: connected apps' }
export default meta

type Story = StoryObj<MembersStoryArgs>

/** They are asked for when the card comes near the screen. */
const cardOnPage = async () => {
  const region = await within(document.body).findByRole('region', { name: 'Connected apps' })
  region.scrollIntoView()
  return within(region)
}

export const Apps: Story = {
  args: { params: pageOf('Amara Diallo') },
  play: async ({ loaded }) => {
    const card = await cardOnPage()
    await expect(await card.findByRole('row', { name: /Harbor Reports/ })).toBeVisible()
    const asked = portalOf(loaded)
      .requests()
      .filter((request) => request.includes('connected_apps'))
    await expect(asked).toHaveLength(1)
  },
}

export const None: Story = {
  args: { params: pageOf('Grace Kimani') },
  play: async () => {
    const card = await cardOnPage()
    await expect(await card.findByText('No app acts for this member.')).toBeVisible()
  },
}

export const Revoked: Story = {
  args: { params: pageOf('Amara Diallo') },
  play: async () => {
    const card = await cardOnPage()
    await userEvent.click(await card.findByRole('button', { name: 'Revoke Harbor Reports' }))
    const body = within(document.body)
    const dialog = within(await body.findByRole('dialog', { name: 'Revoke Harbor Reports?' }))
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke app' }))
    await expect(await card.findByText('Harbor Reports was revoked.')).toBeVisible()
    await waitFor(() => expect(body.queryByRole('dialog')).toBeNull())
  },
}

export const Failed: Story = {
  args: {
    params: pageOf('Amara Diallo'),
    faults: [{ path: '*/connected_apps', status: 400, error_type: 'bad_request' }],
  },
  play: async () => {
    const card = await cardOnPage()
    await expect(await card.findByText('The connected apps could not be loaded')).toBeVisible()
    await userEvent.click(card.getByRole('button', { name: 'Retry' }))
    await expect(await card.findByRole('row', { name: /Harbor Reports/ })).toBeVisible()
  },
}

export const Denied: Story = {
  args: { persona: 'auditor', params: pageOf('Amara Diallo') },
  play: async () => {
    const card = await cardOnPage()
    await expect(card.getByText(/get\.connected-apps/)).toBeVisible()
  },
}
