import type { Meta, StoryObj } from '@storybook/react-vite'
import { expect, screen, userEvent, waitFor, within } from 'storybook/test'
import type { Emulator } from 'orgportal/emulator'
import { portalOf } from '../PartStory.tsx'
import { membersStory, type MembersStoryArgs } from './MembersStory.tsx'

/** Inviting one person or many, or adding them without an invitation. */
const meta: Meta<MembersStoryArgs> = {
  title: 'Members/Invite',
  ...membersStory,
  args: { ...membersStory.args, params: { screen: 'invite' } },
}
export default meta

type Story = StoryObj<MembersStoryArgs>

const email = () => screen.findByRole('textbox', { name: 'Email address' })

async function paste(text: string) {
  await userEvent.click(await email())
  await userEvent.paste(text)
}

async function upload(content: string) {
  await userEvent.click(await screen.findByRole('button', { name: 'Paste a list or use a file' }))
  const file = new File([content], 'people.csv', { type: 'text/csv' })
  await userEvent.upload(await screen.findByLabelText(/CSV file/), file)
}

const theOrganization = ({ data }: Emulator) => {
  const [organization] = Object.values(data.organizations)
  if (!organization) throw new Error('The seed has an organization.')
  return organization
}

/** What is seen first. */
export const Empty: Story = {
  play: async () => {
    await expect(await email()).toHaveValue('')
    await expect(screen.getByRole('button', { name: 'Send invitation' })).toBeVisible()
  },
}

/** Enter sends, and the list says so. */
export const One: Story = {
  play: async ({ loaded }) => {
    await userEvent.type(await email(), 'zoe@northwind.example')
    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), 'Zoe Zimmer')
    await userEvent.type(screen.getByRole('combobox', { name: 'Roles' }), 'engineer{Enter}{Escape}')
    await userEvent.type(await email(), '{Enter}')
    await screen.findByText('Invitation sent to zoe@northwind.example')
    await expect(portalOf(loaded).requests()).toContain('POST /b2b/magic_links/email/invite')
  },
}

/** Filled in, not sent. */
export const OneWithOptions: Story = {
  play: async () => {
    await userEvent.type(await email(), 'zoe@northwind.example')
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'The invitation is good for' }),
      'Another time',
    )
    const amount = await screen.findByRole('textbox', { name: 'How long' })
    await userEvent.clear(amount)
    await userEvent.type(amount, '9')
    await expect(amount).toBeInvalid()
    await userEvent.click(screen.getByRole('button', { name: 'Send invitation' }))
    await waitFor(() => expect(amount).toHaveFocus())
  },
}

/** An address that no mail can go to. */
export const WrongAddress: Story = {
  play: async () => {
    await userEvent.type(await email(), 'zoe northwind.example{Enter}')
    await expect(await email()).toBeInvalid()
    await expect(await email()).toHaveAccessibleDescription(/no spaces/)
  },
}

/** Names and addresses from a mail become rows. */
export const Pasted: Story = {
  play: async () => {
    await paste(
      'Zoe Zimmer <zoe@northwind.example>, "Hopper, Grace" <grace@northwind.example>\nyan@northwind.example',
    )
    await expect(
      await screen.findByRole('textbox', { name: 'Email address of row 3' }),
    ).toHaveValue('yan@northwind.example')
    await screen.findByRole('button', { name: 'Send 3 invitations' })
  },
}

/** Where a list is pasted or a file is dropped. */
export const Import: Story = {
  play: async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Paste a list or use a file' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Add these addresses' }))
    await screen.findByText('Paste or type at least one address.')
    await expect(screen.getByRole('button', { name: 'Download a CSV template' })).toBeVisible()
  },
}

/** 200 rows of which 12 are wrong: those come first, and nothing is sent. */
export const FileWithProblems: Story = {
  play: async () => {
    await upload(twoHundredRows())
    await userEvent.click(await screen.findByRole('button', { name: 'Send invitations' }))
    await screen.findByText(/Nothing was sent: 12 rows have problems/)
    const first = screen.getByRole('textbox', { name: 'Email address of row 1' })
    await waitFor(() => expect(first).toHaveFocus())
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Show' }),
      'With problems (12)',
    )
    await expect(screen.getAllByRole('row')).toHaveLength(1 + 12)
  },
}

/** The first few of 300: a page at a time. */
export const ManyRows: Story = {
  play: async () => {
    const rows = Array.from({ length: 300 }, (_, index) => `person${index}@northwind.example`)
    await upload(['email', ...rows].join('\n'))
    await screen.findByText('300 people to invite.')
    await userEvent.click(screen.getByText('Next'))
    await screen.findByLabelText('Email address of row 26')
    await expect(screen.queryByLabelText('Email address of row 1')).toBeNull()
  },
}

/** Members are left out, invited people get it again, deactivated ones may come back. */
export const KnownAlready: Story = {
  args: {
    world: (emulator) => {
      const { organization_id } = theOrganization(emulator)
      const [one, two, three] = Object.values(emulator.data.members).filter(
        (member) =>
          member.organization_id === organization_id && !member.role_ids.includes('stytch_admin'),
      )
      if (!one || !two || !three) throw new Error('The seed has members.')
      Object.assign(one, { email_address: 'active@northwind.example', status: 'active' })
      Object.assign(two, { email_address: 'asked@northwind.example', status: 'invited' })
      const gone = { email_address: 'gone@northwind.example', email_address_verified: true }
      Object.assign(three, { ...gone, status: 'deleted' })
    },
  },
  play: async () => {
    await paste(
      'new@northwind.example\nactive@northwind.example\nasked@northwind.example\ngone@northwind.example',
    )
    await screen.findByText(/is a member already/)
    await expect(screen.getByText(/is invited already/)).toBeVisible()
    const gone = screen.getByRole('combobox', { name: 'What to do with row 4' })
    await expect(gone).toHaveDisplayValue('Leave out')
    await screen.findByText(
      '1 person to invite, 1 invitation to send again, and 2 people left out.',
    )
  },
}

/** Only some domains may be invited. */
export const RestrictedDomains: Story = {
  args: {
    world: (emulator) => {
      const allowed = { email_invites: 'RESTRICTED', email_allowed_domains: ['northwind.example'] }
      Object.assign(theOrganization(emulator), allowed)
    },
  },
  play: async () => {
    await userEvent.type(await email(), 'zoe@elsewhere.example{Enter}')
    await expect(await email()).toHaveAccessibleDescription(/Use an address at northwind\.example/)
  },
}

/** The organization allows no invitations: members can be added without. */
export const InvitationsOff: Story = {
  args: {
    config: { organizationSettingsURL: '#settings' },
    world: (emulator) => {
      theOrganization(emulator).email_invites = 'NOT_ALLOWED'
    },
  },
  play: async () => {
    await screen.findByText('Your organization does not allow invitations')
    await expect(screen.getByRole('radio', { name: 'By invitation' })).toBeDisabled()
    await expect(screen.getByRole('button', { name: 'Add member' })).toBeVisible()
    await expect(
      screen.getByRole('link', { name: 'Open the organization’s settings' }),
    ).toBeVisible()
  },
}

/** On the way: paused, with the rest still to come. */
export const Sending: Story = {
  play: async ({ loaded }) => {
    const rows = Array.from({ length: 60 }, (_, index) => `person${index}@northwind.example`)
    await paste(rows.join('\n'))
    const send = await screen.findByRole('button', { name: 'Send 60 invitations' })
    await screen.findByText('60 people to invite.')
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
    portalOf(loaded).emulator.setLatency(200)
    await userEvent.click(send)
    await screen.findByRole('progressbar', { name: 'Sending' })
    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }))
    await screen.findByRole('button', { name: 'Go on' })
    await expect(screen.getByText(/Nothing more is sent until you go on/)).toBeInTheDocument()
  },
}

/** One of three was refused: it can be mended and sent again. */
export const PartlyFailed: Story = {
  play: async ({ loaded }) => {
    await paste('a@northwind.example\nb@northwind.example\nc@northwind.example')
    const send = await screen.findByRole('button', { name: 'Send 3 invitations' })
    portalOf(loaded).emulator.faults.add({
      path: '/sdk/v1/b2b/magic_links/email/invite',
      status: 400,
      error_type: 'invalid_email',
      error_message: 'The mail server of this address takes no mail.',
    })
    await userEvent.click(send)
    await screen.findByText('2 invitations sent and 1 failed.')
    const [, first] = screen.getAllByRole('row')
    if (!first) throw new Error('There are rows.')
    await expect(within(first).getByText('Failed')).toBeVisible()
    await expect(screen.getByRole('button', { name: 'Mend and send 1 again' })).toBeVisible()
    await expect(screen.getByRole('button', { name: 'Download as CSV' })).toBeVisible()
  },
}

/** Whoever may invite but give no roles sees why. */
export const NoRolesToGive: Story = {
  args: {
    persona: 'people-manager',
    world: ({ data }) => {
      const role = data.project.rbac_policy.roles.find(
        ({ role_id }) => role_id === 'people_manager',
      )
      const permission = role?.permissions.find(
        ({ resource_id }) => resource_id === 'stytch.member',
      )
      if (permission) permission.actions = ['create', 'search']
    },
  },
  play: async () => {
    await expect(await screen.findByRole('textbox', { name: 'Roles' })).toHaveAccessibleDescription(
      /stytch\.member update\.settings\.roles/,
    )
  },
}

/** Whoever may not invite at all. */
export const NoPermission: Story = {
  args: { persona: 'auditor' },
  play: async () => {
    await screen.findByRole('heading', { name: 'You cannot invite members' })
  },
}

/** Four without @, four doubles, four with a role that there is not. */
function twoHundredRows(): string {
  const rows = Array.from({ length: 200 }, (_, index) => {
    if (index < 4) return `person${index},Person ${index},`
    if (index < 8) return `person100@northwind.example,Person ${index},engineer`
    if (index < 12) return `person${index}@northwind.example,Person ${index},astronaut`
    return `person${index}@northwind.example,Person ${index},`
  })
  return ['email,name,roles', ...rows].join('\r\n')
}
