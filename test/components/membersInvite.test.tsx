import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import {
  AdminPortalMemberManagement,
  createMemoryLocation,
  type AdminPortalMemberManagementProps,
} from 'orgportal/components'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { createTestPortal, type TestPortal } from 'orgportal/testing'

const portals: TestPortal[] = []
afterEach(() => {
  for (const portal of portals.splice(0)) portal.dispose()
})

interface World {
  world?: (emulator: Emulator) => void
  persona?: 'admin' | 'people-manager' | 'auditor'
  config?: AdminPortalMemberManagementProps['config']
}

async function open({ world, persona = 'admin', config }: World = {}) {
  const emulator = createEmulator({ seed: 'sample' })
  world?.(emulator)
  const portal = await createTestPortal({ emulator, persona })
  portals.push(portal)
  const location = createMemoryLocation({ screen: 'invite' })
  render(<AdminPortalMemberManagement location={location} config={config} />, {
    wrapper: portal.Provider,
  })
  const who = await screen.findByRole('heading', { name: /^(Invite|Add) members$/ }, PATIENT)
  return { ...portal, location, who, user: userEvent.setup() }
}

const PATIENT = { timeout: 10_000 }

const theOrganization = ({ data }: Pick<Emulator, 'data'>) => {
  const [organization] = Object.values(data.organizations)
  if (!organization) throw new Error('The seed has an organization.')
  return organization
}
const memberWith = ({ data }: Pick<Emulator, 'data'>, email: string) =>
  Object.values(data.members).find(({ email_address }) => email_address === email)
/** Members of the organization who are not the admin that looks. */
const othersOf = (emulator: Pick<Emulator, 'data'>) =>
  Object.values(emulator.data.members).filter(
    ({ organization_id, role_ids }) =>
      organization_id === theOrganization(emulator).organization_id &&
      !role_ids.includes('stytch_admin'),
  )
const invited = ({ emulator }: TestPortal) =>
  Object.values(emulator.data.members).filter(({ status }) => status === 'invited')

/** A list of 200, in which these rows are wrong: four have no @, four are doubles, four have a role that there is not. */
function csvWithTwelveBadRows(): string {
  const rows = Array.from({ length: 200 }, (_, index) => {
    const email = `person${index}@northwind.example`
    if (index < 4) return `person${index},Person ${index},`
    if (index < 8) return `person100@northwind.example,Person ${index},engineer`
    if (index < 12) return `${email},Person ${index},astronaut`
    return `${email},Person ${index},`
  })
  return ['E-Mail;Name;Role', ...rows.map((row) => row.replaceAll(',', ';'))].join('\r\n')
}

describe('inviting one person', () => {
  it('costs the invitation and the list, and ends in the list', async () => {
    const portal = await open()
    const { user, requests, location } = portal
    const before = requests().length
    await user.type(
      await screen.findByRole('textbox', { name: 'Email address' }, PATIENT),
      'zoe@northwind.example{Enter}',
    )
    expect(await screen.findByText('Invitation sent to zoe@northwind.example')).toBeVisible()
    expect(await screen.findByRole('heading', { name: 'Members' }, PATIENT)).toBeVisible()
    expect(location.read()).toEqual({})
    expect(
      await screen.findAllByText('zoe@northwind.example', undefined, PATIENT),
    ).not.toHaveLength(0)
    expect(requests().slice(before)).toEqual([
      'POST /b2b/magic_links/email/invite',
      'POST /b2b/organizations/me/members/search',
    ])
  })

  it('sends name, roles, expiry, language and what the host wants', async () => {
    const { user, emulator } = await open({ config: { inviteTemplateId: 'welcome' } })
    await user.type(
      await screen.findByRole('textbox', { name: 'Email address' }, PATIENT),
      'zoe@northwind.example',
    )
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Zoe Zimmer')
    await user.type(screen.getByRole('combobox', { name: 'Roles' }), 'engineer{Enter}{Escape}')
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'The invitation is good for' }),
      '1 hour',
    )
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Language of the mail' }),
      'French',
    )
    await user.click(screen.getByRole('button', { name: 'Send invitation' }))
    await screen.findByText('Invitation sent to zoe@northwind.example')
    expect(memberWith(emulator, 'zoe@northwind.example')).toMatchObject({
      name: 'Zoe Zimmer',
      status: 'invited',
      role_ids: ['engineer'],
    })
    const [link] = Object.values(emulator.data.magic_links).slice(-1)
    expect(link).toMatchObject({ kind: 'invite', email_address: 'zoe@northwind.example' })
    const sentAt = emulator.data.inbox.at(-1)?.sent_at ?? ''
    const minutes = (Date.parse(link?.expires_at ?? '') - Date.parse(sentAt)) / 60_000
    expect(Math.round(minutes)).toBe(60)
  })

  it('says what is wrong with an address before anything is sent', async () => {
    const { user, requests } = await open()
    const before = requests().length
    const email = await screen.findByRole('textbox', { name: 'Email address' }, PATIENT)
    await user.type(email, 'zoe{Enter}')
    expect(email).toBeInvalid()
    expect(email).toHaveAccessibleDescription(/The @ is missing/)
    expect(email).toHaveFocus()
    expect(requests().slice(before)).toEqual([])
    await user.type(email, '@northwind.example')
    expect(email).toBeValid()
  })

  it('keeps what was typed when the API refuses, and says why in place', async () => {
    const { user, emulator } = await open()
    const [member] = Object.values(emulator.data.members).filter(
      ({ status }) => status === 'active',
    )
    const email = await screen.findByRole('textbox', { name: 'Email address' }, PATIENT)
    await user.type(email, `${member?.email_address ?? ''}{Enter}`)
    await waitFor(() => expect(email).toBeInvalid())
    expect(email).toHaveValue(member?.email_address)
    expect(email).toHaveFocus()
    expect(email).toHaveAccessibleDescription(/Somebody in the organization has this address/)
  })

  it('keeps what was typed when the network fails', async () => {
    const { user, emulator } = await open()
    emulator.faults.add({
      path: '/sdk/v1/b2b/magic_links/email/invite',
      networkError: true,
      times: 0,
    })
    const email = await screen.findByRole('textbox', { name: 'Email address' }, PATIENT)
    await user.type(email, 'zoe@northwind.example{Enter}')
    expect(
      await screen.findByText(/What you entered is still here/, undefined, PATIENT),
    ).toBeVisible()
    expect(email).toHaveValue('zoe@northwind.example')
    emulator.faults.clear()
    await user.click(screen.getByRole('button', { name: 'Send invitation' }))
    expect(await screen.findByText('Invitation sent to zoe@northwind.example')).toBeVisible()
  })
})

describe('inviting many', () => {
  it('turns what is pasted into the address into rows', async () => {
    const { user } = await open()
    await user.click(await screen.findByRole('textbox', { name: 'Email address' }, PATIENT))
    await user.paste('Ann Arbor <ann@northwind.example>\nbob@northwind.example, cy')
    expect(await screen.findByRole('textbox', { name: 'Email address of row 1' })).toHaveValue('cy')
    expect(screen.getByRole('textbox', { name: 'Email address of row 1' })).toHaveFocus()
    expect(screen.getByRole('textbox', { name: 'Name in row 2' })).toHaveValue('Ann Arbor')
    expect(screen.getByRole('textbox', { name: 'Email address of row 3' })).toHaveValue(
      'bob@northwind.example',
    )
  })

  it('sends nothing of 200 while 12 are bad, and 188 once those are removed', async () => {
    const portal = await open()
    const { user, requests } = portal
    const before = invited(portal).length
    await user.click(
      await screen.findByRole('button', { name: 'Paste a list or use a file' }, PATIENT),
    )
    await user.upload(
      await screen.findByLabelText(/CSV file/),
      new File([csvWithTwelveBadRows()], 'people.csv', { type: 'text/csv' }),
    )
    const send = await screen.findByRole('button', { name: 'Send invitations' }, PATIENT)
    await user.click(send)
    expect(await screen.findByText(/Nothing was sent: 12 rows have problems/)).toBeVisible()
    const first = screen.getByRole('textbox', { name: 'Email address of row 1' })
    expect(first).toHaveFocus()
    expect(first).toHaveAccessibleDescription(/The @ is missing/)
    expect(requests()).not.toContain('POST /b2b/magic_links/email/invite')

    // A page of them, however many there are.
    expect(screen.getAllByRole('row')).toHaveLength(1 + 25)
    await user.click(screen.getByRole('button', { name: 'Remove all 12 with problems' }))
    await user.click(await screen.findByRole('button', { name: 'Send 188 invitations' }, PATIENT))
    expect(await screen.findByText('188 invitations sent.', undefined, PATIENT)).toBeVisible()
    expect(invited(portal)).toHaveLength(before + 188)
    expect(requests().filter((request) => request.endsWith('/email/invite'))).toHaveLength(188)
    // Two requests for who is known already, as there are 200 addresses less five.
    expect(requests().filter((request) => request.endsWith('/members/search'))).toHaveLength(2)
  }, 60_000)

  it('takes a bad row as soon as it is mended in place', async () => {
    const portal = await open()
    const { user, emulator } = portal
    await user.click(await screen.findByRole('textbox', { name: 'Email address' }, PATIENT))
    await user.paste(
      'email,name,roles\nann,Ann,\nbob@northwind.example,Bob,astronaut\ncy@northwind.example,Cy,Engineer',
    )
    const email = await screen.findByRole('textbox', { name: 'Email address of row 1' })
    expect(email).toBeInvalid()
    await user.type(email, '@northwind.example')
    expect(email).toBeValid()
    const roles = screen.getByRole('combobox', { name: 'Roles in row 2' })
    expect(roles).toHaveAccessibleDescription(/There is no role astronaut/)
    await user.click(screen.getByRole('button', { name: 'Remove astronaut' }))
    expect(roles).toBeValid()
    await user.click(screen.getByRole('button', { name: 'Send 3 invitations' }))
    expect(await screen.findByText('3 invitations sent.', undefined, PATIENT)).toBeVisible()
    expect(memberWith(emulator, 'ann@northwind.example')?.name).toBe('Ann')
    expect(memberWith(emulator, 'cy@northwind.example')?.role_ids).toEqual(['engineer'])
  })

  it('gives the roles for all rows to those without roles of their own', async () => {
    const { user, emulator } = await open()
    await user.click(await screen.findByRole('textbox', { name: 'Email address' }, PATIENT))
    await user.paste('email,roles\nann@northwind.example,\nbob@northwind.example,auditor')
    await user.type(
      await screen.findByRole('combobox', { name: 'Roles for all rows' }),
      'engineer{Enter}{Escape}',
    )
    await user.click(screen.getByRole('button', { name: 'Send 2 invitations' }))
    await screen.findByText('2 invitations sent.', undefined, PATIENT)
    expect(memberWith(emulator, 'ann@northwind.example')?.role_ids).toEqual(['engineer'])
    expect(memberWith(emulator, 'bob@northwind.example')?.role_ids).toEqual(['auditor'])
  })

  it('says what is wrong with a file, and adds nothing of it', async () => {
    const { user } = await open()
    await user.click(
      await screen.findByRole('button', { name: 'Paste a list or use a file' }, PATIENT),
    )
    const file = await screen.findByLabelText(/CSV file/)
    await user.upload(file, new File([new Uint8Array([0x50, 0x4b, 3, 4])], 'people.xlsx'))
    expect(await screen.findByText(/people.xlsx is an Excel workbook/)).toBeVisible()
    await user.upload(file, new File(['name\nAnn'], 'names.csv'))
    expect(await screen.findByText(/No email addresses were found in names.csv/)).toBeVisible()
    await user.upload(file, new File(['email,name\na@b.example,"Ann\n'], 'open.csv'))
    expect(await screen.findByText(/In open.csv, line 2, cell 2/)).toBeVisible()
    expect(screen.getByRole('textbox', { name: 'Email address' })).toHaveValue('')
  })

  it('leaves members out, sends again to whom was invited, and reactivates where that is wanted', async () => {
    const portal = await open({
      world: (emulator) => {
        const [one, two, three] = othersOf(emulator)
        if (!one || !two || !three) throw new Error('The seed has members.')
        Object.assign(one, { email_address: 'active@northwind.example', status: 'active' })
        Object.assign(two, { email_address: 'asked@northwind.example', status: 'invited' })
        Object.assign(three, {
          email_address: 'gone@northwind.example',
          email_address_verified: true,
          status: 'deleted',
        })
      },
    })
    const { user, emulator } = portal
    await user.click(await screen.findByRole('textbox', { name: 'Email address' }, PATIENT))
    await user.paste(
      'new@northwind.example\nactive@northwind.example\nasked@northwind.example\ngone@northwind.example',
    )
    expect(await screen.findByText(/is a member already/, undefined, PATIENT)).toBeVisible()
    expect(screen.getByText(/is invited already/)).toBeVisible()
    const gone = screen.getByRole('combobox', { name: 'What to do with row 4' })
    expect(gone).toHaveDisplayValue('Leave out')
    await user.selectOptions(gone, 'Reactivate')
    await user.click(screen.getByRole('button', { name: 'Go on with 3 people' }))
    expect(
      await screen.findByText(
        '1 invitation sent, 1 sent again, 1 person reactivated, and 1 left out.',
        undefined,
        PATIENT,
      ),
    ).toBeVisible()
    expect(memberWith(emulator, 'gone@northwind.example')?.status).toBe('active')
  })

  it('sends what failed again, and nothing twice', async () => {
    const portal = await open()
    const { user, emulator, requests } = portal
    await user.click(await screen.findByRole('textbox', { name: 'Email address' }, PATIENT))
    await user.paste('a@northwind.example\nb@northwind.example\nc@northwind.example')
    emulator.faults.add({
      path: '/sdk/v1/b2b/magic_links/email/invite',
      status: 400,
      error_type: 'invalid_email',
      error_message: 'This one not.',
    })
    await user.click(await screen.findByRole('button', { name: 'Send 3 invitations' }, PATIENT))
    expect(
      await screen.findByText('2 invitations sent and 1 failed.', undefined, PATIENT),
    ).toBeVisible()
    const row = within(screen.getAllByRole('row')[1] ?? document.body)
    expect(row.getByText('Failed')).toBeVisible()
    expect(row.getByText('The server does not take this for an email address.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Mend and send 1 again' }))
    await user.click(await screen.findByRole('button', { name: 'Send invitation' }))
    expect(await screen.findByText(/^Invitation sent to/, undefined, PATIENT)).toBeVisible()
    expect(requests().filter((request) => request.endsWith('/email/invite'))).toHaveLength(4)
  })

  it('asks before a list is left', async () => {
    const { user, location } = await open()
    await user.click(await screen.findByRole('textbox', { name: 'Email address' }, PATIENT))
    await user.paste('a@northwind.example\nb@northwind.example')
    await user.click(await screen.findByRole('button', { name: 'Cancel' }))
    const question = await screen.findByRole('dialog', undefined, PATIENT)
    await user.click(within(question).getByRole('button', { name: 'Keep editing' }))
    expect(location.read()).toEqual({ screen: 'invite' })
    expect(screen.getByRole('textbox', { name: 'Email address of row 2' })).toBeVisible()
  })
})

describe('what the organization and the roles allow', () => {
  it('adds without an invitation where invitations are off, and points to the setting', async () => {
    const { user, emulator } = await open({
      world: (emulator) => {
        theOrganization(emulator).email_invites = 'NOT_ALLOWED'
      },
      config: { organizationSettingsURL: '/settings' },
    })
    expect(
      await screen.findByText('Your organization does not allow invitations', undefined, PATIENT),
    ).toBeVisible()
    expect(screen.getByRole('link', { name: 'Open the organization’s settings' })).toHaveAttribute(
      'href',
      '/settings',
    )
    expect(screen.getByRole('radio', { name: 'By invitation' })).toBeDisabled()
    await user.click(screen.getByRole('radio', { name: 'Pending members' }))
    await user.type(screen.getByRole('textbox', { name: 'Email address' }), 'zoe@northwind.example')
    await user.click(screen.getByRole('button', { name: 'Add member' }))
    await screen.findByText('zoe@northwind.example is added', undefined, PATIENT)
    expect(memberWith(emulator, 'zoe@northwind.example')?.status).toBe('pending')
  })

  it('says which permission is missing to give roles, and invites without', async () => {
    const { user, emulator } = await open({
      persona: 'people-manager',
      world: (emulator) => {
        const role = emulator.data.project.rbac_policy.roles.find(
          ({ role_id }) => role_id === 'people_manager',
        )
        const permission = role?.permissions.find(
          ({ resource_id }) => resource_id === 'stytch.member',
        )
        if (!permission) throw new Error('The seed has people managers.')
        permission.actions = ['create', 'search']
      },
    })
    const roles = await screen.findByRole('textbox', { name: 'Roles' }, PATIENT)
    expect(roles).toHaveAccessibleDescription(/stytch.member update.settings.roles/)
    await user.click(screen.getByRole('textbox', { name: 'Email address' }))
    await user.paste('email,roles\nann@northwind.example,engineer\nbob@northwind.example,auditor')
    expect(await screen.findByText(/The roles in the list were left out/)).toBeVisible()
    await user.click(await screen.findByRole('button', { name: 'Send 2 invitations' }, PATIENT))
    await screen.findByText('2 invitations sent.', undefined, PATIENT)
    expect(memberWith(emulator, 'ann@northwind.example')?.role_ids).toEqual([])
  })

  it('names the domains that may be invited', async () => {
    const { user } = await open({
      world: (emulator) => {
        Object.assign(theOrganization(emulator), {
          email_invites: 'RESTRICTED',
          email_allowed_domains: ['northwind.example'],
        })
      },
    })
    const email = await screen.findByRole('textbox', { name: 'Email address' }, PATIENT)
    await user.type(email, 'zoe@elsewhere.example{Enter}')
    expect(email).toHaveAccessibleDescription(
      /does not allow invitations to elsewhere.example. Use an address at northwind.example/,
    )
  })
})
