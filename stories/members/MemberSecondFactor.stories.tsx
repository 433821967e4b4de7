import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import type { Emulator } from 'orgportal/emulator'
import { memberOf, pageOf } from './memberOf.ts'
import { portalOf } from '../PartStory.tsx'
import { membersStory, type MembersStoryArgs } from './MembersStory.tsx'

const meta: Meta<MembersStoryArgs> = { ...membersStory, title: 'Members/Member: second factor' }
export default meta

type Story = StoryObj<MembersStoryArgs>

const cardOnPage = async () =>
  within(await within(document.body).findByRole('region', { name: 'Second factor' }))
const dialogNamed = async (name: string) =>
  within(await within(document.body).findByRole('dialog', { name }))
const both = (emulator: Emulator) => {
  Object.assign(memberOf(emulator, 'Dmitri Volkov'), {
    mfa_phone_number: '+46701740699',
    mfa_phone_number_verified: true,
  })
}

/** Phone and app: there is a choice what is asked for first. */
export const Both: Story = {
  args: { params: pageOf('Dmitri Volkov'), world: both },
  play: async ({ loaded }) => {
    const card = await cardOnPage()
    await userEvent.selectOptions(
      card.getByRole('combobox', { name: 'Asked for first' }),
      'Code by text message',
    )
    await waitFor(() =>
      expect(memberOf(portalOf(loaded).emulator, 'Dmitri Volkov').default_mfa_method).toBe(
        'sms_otp',
      ),
    )
    await expect(card.getByText('+46 701 740 699')).toBeVisible()
  },
}

export const None: Story = {
  args: { params: pageOf('Grace Kimani') },
  play: async () => {
    const card = await cardOnPage()
    await userEvent.click(
      card.getByRole('switch', { name: 'Ask for a second factor at each sign-in' }),
    )
    await expect(card.getByText(/None is set up/)).toBeVisible()
  },
}

/** The organization requires it of all: no switch. */
export const RequiredAndMissing: Story = {
  args: {
    params: pageOf('Grace Kimani'),
    prepare: async ({ emulator, client }) => {
      for (const organization of Object.values(emulator.data.organizations)) {
        organization.mfa_policy = 'REQUIRED_FOR_ALL'
      }
      await client.organization.get()
    },
  },
  play: async () => {
    const card = await cardOnPage()
    await expect(card.getByText('Required by the organization at each sign-in')).toBeVisible()
    await expect(card.queryByRole('switch')).toBeNull()
  },
}

/** A pasted number brings its country. */
export const PhoneAdded: Story = {
  args: { params: pageOf('Grace Kimani') },
  play: async ({ loaded }) => {
    const card = await cardOnPage()
    await userEvent.click(card.getByRole('button', { name: 'Add number' }))
    const number = await card.findByRole('textbox', { name: 'Number' })
    await expect(number).toHaveFocus()
    await userEvent.paste('+49 (0)30 901820')
    await expect(card.getByRole('combobox', { name: 'Country' })).toHaveValue('DE')
    await userEvent.keyboard('{Enter}')
    await expect(await card.findByText(/was added/)).toBeVisible()
    await expect(memberOf(portalOf(loaded).emulator, 'Grace Kimani').mfa_phone_number).toBe(
      '+4930901820',
    )
    await waitFor(() =>
      expect(card.getByRole('button', { name: 'Remove phone number' })).toHaveFocus(),
    )
  },
}

/** What is wrong is said at the field; nothing is sent. */
export const PhoneWrong: Story = {
  args: { params: pageOf('Grace Kimani') },
  play: async () => {
    const card = await cardOnPage()
    await userEvent.click(card.getByRole('button', { name: 'Add number' }))
    await userEvent.type(await card.findByRole('textbox', { name: 'Number' }), '07{Enter}')
    await expect(card.getByText('The number is too short.')).toBeVisible()
  },
}

export const PhoneTaken: Story = {
  args: { params: pageOf('Grace Kimani') },
  play: async () => {
    const card = await cardOnPage()
    await userEvent.click(card.getByRole('button', { name: 'Add number' }))
    await userEvent.click(await card.findByRole('textbox', { name: 'Number' }))
    await userEvent.paste('+46 70 174 06 05')
    await userEvent.keyboard('{Enter}')
    await expect(
      await card.findByText('Another member of the organization has this number.'),
    ).toBeVisible()
  },
}

export const PhoneRemoved: Story = {
  args: { params: pageOf('Jonas Lindqvist') },
  play: async () => {
    const card = await cardOnPage()
    await userEvent.click(card.getByRole('button', { name: 'Remove phone number' }))
    const dialog = await dialogNamed('Remove the phone number of Jonas Lindqvist?')
    await userEvent.click(dialog.getByRole('button', { name: 'Remove phone number' }))
    await expect(await card.findByText('The phone number was removed.')).toBeVisible()
    await waitFor(() => expect(card.getByRole('button', { name: 'Add number' })).toHaveFocus())
  },
}

/** One of two is not removed: said, and tried again alone. */
export const ResetHalfFails: Story = {
  args: {
    params: pageOf('Dmitri Volkov'),
    world: both,
    faults: [
      { path: '/sdk/v1/b2b/organizations/members/totp/*', status: 409, error_type: 'not_now' },
    ],
  },
  play: async () => {
    const card = await cardOnPage()
    await userEvent.click(card.getByRole('button', { name: 'Reset second factors' }))
    const dialog = await dialogNamed('Reset the second factors of Dmitri Volkov?')
    await userEvent.click(dialog.getByRole('button', { name: 'Reset' }))
    await expect(await dialog.findByText('Not everything was removed')).toBeVisible()
    await expect(dialog.getByText('Not removed')).toBeVisible()
    await expect(dialog.getByText('Removed')).toBeVisible()
  },
}

export const Reset: Story = {
  args: { params: pageOf('Dmitri Volkov'), world: both },
  play: async () => {
    const card = await cardOnPage()
    await userEvent.click(card.getByRole('button', { name: 'Reset second factors' }))
    const dialog = await dialogNamed('Reset the second factors of Dmitri Volkov?')
    await userEvent.click(dialog.getByRole('button', { name: 'Reset' }))
    await expect(await card.findByText('The second factors were reset.')).toBeVisible()
    await waitFor(() => expect(within(document.body).queryByRole('dialog')).toBeNull())
  },
}

export const ReadOnly: Story = {
  args: { persona: 'auditor', params: pageOf('Dmitri Volkov'), world: both },
  play: async () => {
    const card = await cardOnPage()
    for (const button of card.getAllByRole('button')) {
      await expect(button).toHaveAttribute('aria-disabled', 'true')
    }
    await expect(card.queryByRole('combobox')).toBeNull()
  },
}
