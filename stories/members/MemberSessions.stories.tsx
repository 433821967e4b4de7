import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { pageOf } from './memberOf.ts'
import { membersStory, type MembersStoryArgs } from './MembersStory.tsx'

const meta: Meta<MembersStoryArgs> = { ...membersStory, title: 'Members/Member: sessions' }
export default meta

type Story = StoryObj<MembersStoryArgs>

const cardOnPage = async () =>
  within(await within(document.body).findByRole('region', { name: 'Sessions' }))

export const SignedOutEverywhere: Story = {
  args: {
    params: pageOf('Grace Kimani'),
    config: { getLastSeen: () => '2026-03-04T10:00:00Z' },
  },
  play: async () => {
    const card = await cardOnPage()
    await expect(card.getByText(/4 Mar 2026/)).toBeVisible()
    await userEvent.click(card.getByRole('button', { name: 'Sign out everywhere' }))
    const body = within(document.body)
    const name = 'Sign Grace Kimani out everywhere?'
    const dialog = within(await body.findByRole('dialog', { name }))
    await userEvent.click(dialog.getByRole('button', { name: 'Sign out everywhere' }))
    await expect(await card.findByText('Grace Kimani was signed out everywhere.')).toBeVisible()
    await waitFor(() => expect(body.queryByRole('dialog')).toBeNull())
  },
}

/** One's own sessions end here too. */
export const Oneself: Story = {
  args: { params: pageOf('Ada Lovelace') },
  play: async () => {
    const card = await cardOnPage()
    await userEvent.click(card.getByRole('button', { name: 'Sign out everywhere' }))
    const name = 'Sign out everywhere, here too?'
    const dialog = within(await within(document.body).findByRole('dialog', { name }))
    await expect(dialog.getByText(/signs you out/)).toBeVisible()
  },
}

export const Failed: Story = {
  args: {
    params: pageOf('Grace Kimani'),
    faults: [{ path: '/sdk/v1/b2b/sessions/revoke/*', status: 403, error_type: 'not_allowed' }],
  },
  play: async () => {
    const card = await cardOnPage()
    await userEvent.click(card.getByRole('button', { name: 'Sign out everywhere' }))
    const dialog = within(await within(document.body).findByRole('dialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Sign out everywhere' }))
    await expect(await dialog.findByText('The sessions were not ended')).toBeVisible()
  },
}

export const NeverSignedIn: Story = {
  args: { params: pageOf('Priya Nair') },
  play: async () => {
    const card = await cardOnPage()
    await expect(card.getByText(/Has never signed in/)).toBeVisible()
    await expect(card.queryByRole('button')).toBeNull()
  },
}

export const ReadOnly: Story = {
  args: { persona: 'auditor', params: pageOf('Grace Kimani') },
  play: async () => {
    const card = await cardOnPage()
    await expect(card.getByRole('button')).toHaveAttribute('aria-disabled', 'true')
  },
}
