import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import { memberOf, pageOf } from './memberOf.ts'
import { portalOf } from '../PartStory.tsx'
import { membersStory, type MembersStoryArgs } from './MembersStory.tsx'

const meta: Meta<MembersStoryArgs> = { ...membersStory, title: 'Members/Member: profile' }
export default meta

type Story = StoryObj<MembersStoryArgs>

const body = () => within(document.body)
const dialogIn = async (name: string) => within(await body().findByRole('dialog', { name }))

/** Opened by a link, with everything that an admin can do. */
export const Active: Story = {
  args: { params: pageOf('Elif Yılmaz') },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Elif Yılmaz' })).toBeVisible()
    for (const name of ['Details', 'Email address', 'Roles', 'Danger zone']) {
      await expect(await canvas.findByRole('region', { name })).toBeVisible()
    }
  },
}

/** Nothing is known of the member yet: the shape that will come. */
export const Loading: Story = {
  args: { params: pageOf('Elif Yılmaz'), latency: 600_000 },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('status')).toHaveAttribute('aria-busy', 'true')
  },
}

export const NotFound: Story = {
  args: { params: { member: 'member-test-nobody' } },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('There is no such member')).toBeVisible()
  },
}

export const LoadFails: Story = {
  args: {
    params: pageOf('Elif Yılmaz'),
    faults: [{ path: '*/members/search', status: 400, error_type: 'bad_request' }],
  },
  play: async ({ canvas }) => {
    const alert = within(await canvas.findByRole('alert'))
    await expect(alert.getByText('The member could not be loaded')).toBeVisible()
    await expect(alert.getByRole('button', { name: 'Retry' })).toBeVisible()
  },
}

/** A directory manages the member: said once above, and by each card where one is about to change what it undoes. */
export const OfDirectory: Story = {
  args: { seed: 'scim', params: pageOf('Amara Diallo') },
  play: async ({ canvas }) => {
    await expect(
      await canvas.findByText('Northwind Okta directory manages this member'),
    ).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Edit Details' }))
    await expect(
      canvas.getByText('Northwind Okta directory replaces the name with its next push.'),
    ).toBeVisible()
  },
}

/** One's own page: no address to edit, and it says where instead. */
export const Oneself: Story = {
  args: { params: pageOf('Ada Lovelace') },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Ada Lovelace You' })).toBeVisible()
    await expect(canvas.getByText(/Nobody changes their own address here/)).toBeVisible()
  },
}

/** Whoever may only look: every control stays and says what is missing. */
export const LookingOnly: Story = {
  args: { persona: 'auditor', params: pageOf('Elif Yılmaz') },
  play: async ({ canvas }) => {
    for (const name of ['Edit Details', 'Edit Email address', 'Edit Roles', 'Deactivate member']) {
      await expect(await canvas.findByRole('button', { name })).toHaveAttribute(
        'aria-disabled',
        'true',
      )
    }
  },
}

/** Locked, with metadata, an id of the product and former addresses. */
export const EverythingKnown: Story = {
  args: {
    params: pageOf('Elif Yılmaz'),
    world: (emulator) => {
      Object.assign(memberOf(emulator, 'Elif Yılmaz'), {
        external_id: 'employee-00417',
        trusted_metadata: { desk: { floor: 2, seat: 'W-14' }, cost_center: 'ROBOTICS-EU-4410' },
        untrusted_metadata: { theme: 'dark' },
        retired_email_addresses: [
          { email_id: 'email-test-1', email_address: 'elif@contractors.northwind.example' },
          { email_id: 'email-test-2', email_address: 'e.yilmaz@northwind.example' },
        ],
      })
    },
  },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByText('2 entries'))
    await expect(canvas.getByText('cost_center')).toBeVisible()
    await userEvent.click(canvas.getByRole('button', { name: 'Unlink e.yilmaz@northwind.example' }))
    const dialog = await dialogIn('Unlink e.yilmaz@northwind.example?')
    await userEvent.click(dialog.getByRole('button', { name: 'Unlink address' }))
    await expect(
      await canvas.findByText('e.yilmaz@northwind.example is free for others now.'),
    ).toBeVisible()
    await waitFor(() => expect(body().queryByRole('dialog')).toBeNull())
  },
}

/** The name, edited in place. */
export const EditName: Story = {
  args: { params: pageOf('Elif Yılmaz') },
  play: async ({ canvas, loaded }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Details' }))
    const name = canvas.getByRole('textbox', { name: 'Name' })
    await expect(name).toHaveFocus()
    await userEvent.type(name, ' Aydın{Control>}{Enter}{/Control}')
    await expect(
      await canvas.findByText('Saved. The member is called Elif Yılmaz Aydın.'),
    ).toBeVisible()
    await expect(memberOf(portalOf(loaded).emulator, 'Elif Yılmaz Aydın').status).toBe('active')
  },
}

/** Saving fails: what was typed stays. */
export const NameNotSaved: Story = {
  args: {
    params: pageOf('Elif Yılmaz'),
    faults: [
      {
        method: 'PUT',
        path: '/sdk/v1/b2b/organizations/members/*',
        status: 403,
        error_type: 'session_authorization_error',
      },
    ],
  },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Details' }))
    const name = canvas.getByRole('textbox', { name: 'Name' })
    await userEvent.type(name, ' II')
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    const alert = within(await canvas.findByRole('alert'))
    await expect(alert.getByText(/Your roles do not allow it any more/)).toBeVisible()
    await expect(name).toHaveValue('Elif Yılmaz II')
  },
}

/** Somebody else removes the member while one types: it stays to be copied. */
export const RemovedMeanwhile: Story = {
  args: { params: pageOf('Elif Yılmaz') },
  play: async ({ canvas, loaded }) => {
    const { emulator, queryClient } = portalOf(loaded)
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Details' }))
    await userEvent.type(canvas.getByRole('textbox', { name: 'Name' }), ' II')
    const { member_id } = memberOf(emulator, 'Elif Yılmaz')
    Reflect.deleteProperty(emulator.data.members, member_id)
    await queryClient.invalidateQueries()
    await expect(
      await canvas.findByText('This member is not in your organization any more'),
    ).toBeVisible()
    await expect(canvas.getByRole('textbox', { name: 'Name' })).toHaveValue('Elif Yılmaz II')
  },
}

/** A link is mailed to the new address; nothing changes until it is followed. */
export const ConfirmEmail: Story = {
  args: { params: pageOf('Elif Yılmaz') },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Email address' }))
    const address = canvas.getByRole('textbox', { name: 'New address' })
    await userEvent.type(address, 'elif')
    await userEvent.click(canvas.getByRole('button', { name: 'Send confirmation' }))
    await expect(canvas.getByText(/This is not an email address/)).toBeVisible()
    await userEvent.type(address, '@new.example')
    await userEvent.click(canvas.getByRole('button', { name: 'Send confirmation' }))
    await expect(
      await canvas.findByText(/A mail was sent to elif@new.example, valid for 5 minutes/),
    ).toBeVisible()
  },
}

/** A change at once says what the member loses by it. */
export const ChangeEmailAtOnce: Story = {
  args: { params: pageOf('Rosa Jiménez') },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Email address' }))
    await userEvent.type(canvas.getByRole('textbox', { name: 'New address' }), 'rosa@new.example')
    await userEvent.click(canvas.getByRole('radio', { name: 'At once, without proof' }))
    await userEvent.click(canvas.getByRole('button', { name: 'Review change' }))
    const dialog = await dialogIn('Change the address to rosa@new.example?')
    await expect(dialog.getByText(/^viewer: lost, since it comes with addresses at/)).toBeVisible()
  },
}

/** No proof can be asked of somebody who was never active. */
export const EmailOfPending: Story = {
  args: { params: pageOf('Quentin Dubois') },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Edit Email address' }))
    await expect(canvas.getByText(/Proof by mail can be asked only of active/)).toBeVisible()
    await expect(canvas.queryByRole('radio')).toBeNull()
  },
}

/** Deactivated, and undone. */
export const Deactivate: Story = {
  args: { params: pageOf('Elif Yılmaz') },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Deactivate member' }))
    const dialog = await dialogIn('Deactivate Elif Yılmaz?')
    await userEvent.click(dialog.getByRole('button', { name: 'Deactivate member' }))
    await expect(await canvas.findByRole('button', { name: 'Reactivate member' })).toBeVisible()
    await userEvent.click(await body().findByRole('button', { name: 'Undo' }))
    await expect(await canvas.findByRole('button', { name: 'Deactivate member' })).toBeVisible()
    await waitFor(() => expect(body().queryByRole('dialog')).toBeNull())
  },
}

/** Before one deactivates oneself: what happens, and who could bring one back. */
export const DeactivateOneself: Story = {
  args: { params: pageOf('Ada Lovelace') },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Deactivate member' }))
    const dialog = await dialogIn('Deactivate yourself?')
    await expect(dialog.getByText(/Only somebody with the role/)).toBeVisible()
    await waitFor(() =>
      expect(dialog.getByRole('button', { name: 'Deactivate myself' })).not.toHaveAttribute(
        'aria-busy',
      ),
    )
  },
}

/** The last one who can manage roles cannot be deactivated. */
export const LastRoleManager: Story = {
  args: {
    params: pageOf('Ada Lovelace'),
    world: (emulator) => {
      for (const name of ['Olu Adeyemi', 'Paul Mbeki']) memberOf(emulator, name).role_ids = []
    },
  },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Deactivate member' }))
    const dialog = await dialogIn('Deactivate yourself?')
    await expect(await dialog.findByText('Nobody else can manage roles')).toBeVisible()
    await expect(dialog.queryByRole('button', { name: 'Deactivate myself' })).toBeNull()
  },
}

export const Invited: Story = {
  args: { params: pageOf('Priya Nair') },
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Revoke invitation' }))
    const dialog = await dialogIn('Revoke the invitation of Priya Nair?')
    await userEvent.click(dialog.getByRole('button', { name: 'Revoke invitation' }))
    await expect(await canvas.findByText(/Invite the address again instead/)).toBeVisible()
    await waitFor(() => expect(body().queryByRole('dialog')).toBeNull())
  },
}

/** Deactivated: everything can be read, and nothing changed until the member is back. */
export const Deactivated: Story = {
  args: { params: pageOf('Søren Krogh') },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('button', { name: 'Reactivate member' })).toBeVisible()
    await expect(canvas.queryByRole('button', { name: 'Edit Details' })).toBeNull()
  },
}

/** A card of the host's own comes after ours. */
export const CardOfHost: Story = {
  args: {
    params: pageOf('Elif Yılmaz'),
    slots: { memberCards: (member) => <p>Robots assigned to {member.name}: 3</p> },
  },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText('Robots assigned to Elif Yılmaz: 3')).toBeVisible()
  },
}
