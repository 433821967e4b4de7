import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AdminPortalMemberManagement, createMemoryLocation } from 'orgportal/components'
import type { AdminPortalMemberManagementProps } from 'orgportal/components'
import { createEmulator } from 'orgportal/emulator'
import { createTestPortal, type TestPortal, type TestPortalOptions } from 'orgportal/testing'

const portals: TestPortal[] = []
beforeEach(() => localStorage.clear())
afterEach(() => {
  for (const portal of portals.splice(0)) portal.dispose()
})

interface Opening extends TestPortalOptions {
  params?: Record<string, string>
  props?: Pick<AdminPortalMemberManagementProps, 'config' | 'slots'>
  prepare?: (portal: TestPortal) => unknown
}

async function open({ params = {}, props, prepare, ...options }: Opening = {}) {
  const portal = await createTestPortal(options)
  portals.push(portal)
  await prepare?.(portal)
  const before = portal.requests().length
  const location = createMemoryLocation(params)
  const view = render(<AdminPortalMemberManagement location={location} {...props} />, {
    wrapper: portal.Provider,
  })
  const searches = () =>
    portal
      .requests()
      .slice(before)
      .filter((request) => request.endsWith('/members/search')).length
  return { ...portal, view, location, searches, user: userEvent.setup({ delay: null }) }
}

const TIME = { timeout: 8000 }
const grid = () => screen.findByRole('grid', { name: 'Members', hidden: true }, TIME)
const settled = () =>
  waitFor(async () => expect(await grid()).not.toHaveAttribute('aria-busy'), TIME)
const names = async () => {
  await settled()
  return within(await grid())
    .getAllByRole('rowheader', { hidden: true })
    .map((cell) => cell.querySelector('a')?.textContent)
}
const rowOf = async (name: string) => {
  const row = (await within(await grid()).findByRole('link', { name }, TIME)).closest('tr')
  if (!row) throw new Error(`no row of ${name}`)
  return within(row)
}
const LARGE = { seed: 'ten-thousand-members' } as const

// Ten thousand members take a while to be made.
describe('the pages of the list', { timeout: 40_000 }, () => {
  it('costs one request a page, one with the page fetched ahead, and none going back', async () => {
    const { user, searches, location } = await open(LARGE)
    const first = await names()
    expect(searches()).toBe(1)
    const next = screen.getByRole('button', { name: 'Next' })
    await user.hover(next)
    await waitFor(() => expect(searches()).toBe(2))
    await user.click(next)
    const second = await names()
    expect(second).not.toEqual(first)
    expect(location.read()['page']).toBe('2')
    expect(searches()).toBe(2)
    await user.click(screen.getByRole('button', { name: 'Previous' }))
    expect(await names()).toEqual(first)
    act(() => location.back())
    expect(await names()).toEqual(second)
    expect(searches()).toBe(2)
  })

  it('finds the page before by its number where only a link to a page is known', async () => {
    const straight = await open(LARGE)
    await settled()
    await straight.user.click(screen.getByRole('button', { name: 'Next' }))
    const second = await names()
    await straight.user.click(screen.getByRole('button', { name: 'Next' }))
    await waitFor(() => expect(straight.location.read()['page']).toBe('3'))
    const third = await names()
    const link = straight.location.read()
    straight.view.unmount()

    const { user, searches, location } = await open({ emulator: straight.emulator, params: link })
    expect(await names()).toEqual(third)
    expect(searches()).toBe(1)
    await user.click(screen.getByRole('button', { name: 'Previous' }))
    await waitFor(() => expect(location.read()['page']).toBe('2'))
    expect(await names()).toEqual(second)
    expect(searches()).toBe(3)
  })

  it('finds a page anew whose cursor is not taken any more', async () => {
    const { location } = await open({
      ...LARGE,
      params: { page: '3', size: '25', cursor: 'of-another-day' },
    })
    await settled()
    expect(screen.getByText(/51.75 of/)).toBeVisible()
    expect(location.read()['cursor']).not.toBe('of-another-day')
  })

  it('ends at the last page where there are not so many', async () => {
    const { location } = await open({ params: { page: '40', size: '25' } })
    await settled()
    expect(location.read()['page']).toBeUndefined()
    expect(screen.getByText('23 members')).toBeVisible()
  })

  it('remembers the size, and goes to the first page with it', async () => {
    const { user, location, view, Provider } = await open({
      ...LARGE,
      params: { page: '2', size: '25' },
    })
    await settled()
    await user.selectOptions(screen.getByRole('combobox', { name: /page/ }), '50')
    await waitFor(async () => expect(await names()).toHaveLength(50))
    expect(location.read()).toEqual({})
    view.unmount()
    render(<AdminPortalMemberManagement location={createMemoryLocation()} />, { wrapper: Provider })
    expect(await names()).toHaveLength(50)
  })

  it('keeps what was there and offers Retry when a page fails', async () => {
    const { user, emulator } = await open(LARGE)
    const first = await names()
    emulator.faults.add({ path: '*/members/search', status: 404, times: 1 })
    await user.click(screen.getByRole('button', { name: 'Next' }))
    expect(
      await screen.findByText('The members could not be loaded', undefined, TIME),
    ).toBeVisible()
    expect(within(await grid()).getAllByRole('rowheader')).toHaveLength(first.length)
    await user.click(screen.getByRole('button', { name: 'Retry' }))
    await waitFor(() => expect(screen.queryByText('The members could not be loaded')).toBeNull())
    expect(await names()).not.toEqual(first)
  })
})

describe('the search box', () => {
  it('sends one request for what is typed without a pause, and tells how many match', async () => {
    const { user, searches, location } = await open()
    await settled()
    await user.type(screen.getByRole('searchbox', { name: 'Search members' }), 'ada')
    expect(await screen.findByText('1 member matches', undefined, TIME)).toBeInTheDocument()
    expect(await names()).toEqual(['Ada Lovelace'])
    expect(searches()).toBe(2)
    expect(location.read()).toEqual({ search: 'ada' })
    expect(screen.getByText('1 of 23 members')).toBeVisible()
  })

  it('says that three characters are needed, and asks for nothing', async () => {
    const { user, searches } = await open()
    await settled()
    const box = screen.getByRole('searchbox', { name: 'Search members' })
    await user.type(box, 'ad{Enter}')
    expect(box).toHaveAccessibleDescription('Type at least three characters.')
    expect(await names()).toHaveLength(23)
    expect(searches()).toBe(1)
  })

  it('never shows a slow answer over a newer one', async () => {
    const emulator = createEmulator()
    const { fetch } = emulator
    let letGo = () => {}
    const gate = new Promise<void>((resolve) => (letGo = resolve))
    let late = 0
    vi.spyOn(emulator, 'fetch').mockImplementation(async (input, init) => {
      const request = new Request(input, init)
      const isSlow = (await request.clone().text()).includes('paul')
      const answer = await fetch(request)
      if (isSlow) {
        await gate
        late += 1
      }
      return answer
    })
    const { user } = await open({ emulator })
    await settled()
    const box = screen.getByRole('searchbox', { name: 'Search members' })
    await user.type(box, 'paul{Enter}')
    await user.clear(box)
    await user.type(box, 'ada{Enter}')
    expect(await names()).toEqual(['Ada Lovelace'])
    letGo()
    await expect.poll(() => late).toBe(1)
    expect(await names()).toEqual(['Ada Lovelace'])
  })
})

describe('the filters', () => {
  it('are shown as tags, go away one by one, and begin at the first page', async () => {
    const { user, location } = await open({ params: { page: '2', size: '10', cursor: '' } })
    await settled()
    await user.click(screen.getByRole('button', { name: /^Status/ }))
    await user.click(await screen.findByRole('checkbox', { name: 'Deactivated', hidden: true }))
    expect(await names()).toEqual(['Søren Krogh'])
    expect(location.read()).toEqual({ status: 'deleted' })
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Remove Status: Deactivated' }))
    expect(await names()).toHaveLength(23)
    expect(location.read()).toEqual({})
  })

  it('say that nobody matches, and are cleared there', async () => {
    const { user } = await open({ params: { search: 'nobody-at-all' } })
    expect(await screen.findByRole('heading', { name: 'Nobody matches' }, TIME)).toBeVisible()
    const [clear] = screen.getAllByRole('button', { name: 'Clear filters' })
    if (clear) await user.click(clear)
    expect(await names()).toHaveLength(23)
    expect(screen.getByRole('searchbox', { name: 'Search members' })).toHaveValue('')
  })

  it('that the API does not take are said in place, with a way to drop them', async () => {
    const { user } = await open({ params: { status: 'retired' } })
    expect(
      await screen.findByText('The search does not take these filters', undefined, TIME),
    ).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Remove Status: retired' }))
    expect(await names()).toHaveLength(23)
  })
})

describe('the rows', () => {
  it('name the viewer, and show a role that is not known by its id', async () => {
    await open({
      prepare: ({ emulator }) => {
        const ada = Object.values(emulator.data.members).find(({ name }) => name === 'Ada Lovelace')
        ada?.role_ids.push('left_over_role')
      },
    })
    const row = await rowOf('Ada Lovelace')
    expect(row.getByText('You')).toBeVisible()
    expect(row.getByText('left_over_role')).toBeVisible()
    expect(row.queryByText('stytch_member')).toBeNull()
  })

  it('have the columns that were chosen, in their order, and those of the host', async () => {
    const { user } = await open({
      props: {
        config: { getLastSeen: () => '2024-05-01T10:00:00Z' },
        slots: { columns: [{ id: 'seat', header: 'Seat', cell: () => 'Paid' }] },
      },
    })
    await settled()
    await user.click(screen.getByRole('button', { name: 'Columns and density' }))
    await user.click(screen.getByRole('checkbox', { name: 'Last seen', hidden: true }))
    await user.click(screen.getByRole('checkbox', { name: 'Created', hidden: true }))
    await user.click(screen.getByRole('button', { name: 'Move Roles forward', hidden: true }))
    const headers = within(await grid())
      .getAllByRole('columnheader')
      .map((header) => header.textContent)
      .filter(Boolean)
    expect(headers).toEqual([
      'Name',
      'Roles',
      'Email',
      'Status',
      'Sign-in methods',
      'Second factor',
      'Last seen',
      'Seat',
      'Actions',
    ])
  })

  it('survive preferences that are no JSON', async () => {
    const portal = await createTestPortal()
    portals.push(portal)
    const { publicToken } = portal.emulator
    const memberId = portal.client.getSnapshot().identity?.memberId ?? ''
    localStorage.setItem(`orgportal:members-list:${publicToken}:${memberId}`, '{"columns":')
    render(<AdminPortalMemberManagement location={createMemoryLocation()} />, {
      wrapper: portal.Provider,
    })
    expect(await names()).toHaveLength(23)
  })

  it('deactivate after a question, and undo it', async () => {
    const { user, emulator } = await open()
    const statusOf = (name: string) =>
      Object.values(emulator.data.members).find((member) => member.name === name)?.status
    const row = await rowOf('Grace Kimani')
    await user.click(row.getByRole('button', { name: 'Actions for Grace Kimani' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Deactivate' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Deactivate Grace Kimani?' }))
    await user.click(dialog.getByRole('button', { name: 'Deactivate member' }))
    expect(await screen.findByText('Grace Kimani was deactivated')).toBeVisible()
    expect(statusOf('Grace Kimani')).toBe('deleted')
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('Grace Kimani was reactivated')).toBeVisible()
    expect(statusOf('Grace Kimani')).toBe('active')
  })

  it('send an invitation again', async () => {
    const { user, emulator } = await open()
    const row = await rowOf('Priya Nair')
    await user.click(row.getByRole('button', { name: 'Actions for Priya Nair' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Resend invitation' }))
    expect(
      await screen.findByText('The invitation was sent again to priya.nair@northwind.example'),
    ).toBeVisible()
    expect(emulator.inbox.some(({ to }) => to.includes('priya.nair'))).toBe(true)
  })

  it('say why something may not be done', async () => {
    const { user } = await open({ persona: 'auditor' })
    const row = await rowOf('Grace Kimani')
    expect(row.queryByRole('checkbox')).toBeNull()
    await user.click(row.getByRole('button', { name: 'Actions for Grace Kimani' }))
    const item = await screen.findByRole('menuitem', { name: /^Deactivate/ })
    expect(item).toHaveAttribute('aria-disabled', 'true')
    expect(item).toHaveTextContent('You need the permission stytch.member delete.')
    expect(screen.getByRole('button', { name: 'Invite members' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
  })
})

describe('an organization that allows no invitations', () => {
  it('says so, points to the setting, and lets members be added directly', async () => {
    const { user, emulator } = await open({
      props: { config: { organizationSettingsURL: 'https://app.example/settings' } },
      prepare: ({ client }) => client.organization.update({ email_invites: 'NOT_ALLOWED' }),
    })
    expect(await screen.findByRole('button', { name: 'Add members' })).toBeVisible()
    expect(screen.getByText(/does not allow invitations/)).toBeVisible()
    expect(
      screen.getByRole('link', { name: 'Change it in the organization’s settings' }),
    ).toHaveAttribute('href', 'https://app.example/settings')

    const mails = emulator.inbox.length
    const row = await rowOf('Priya Nair')
    await user.click(row.getByRole('button', { name: 'Actions for Priya Nair' }))
    const resend = screen.getByRole('menuitem', { name: /^Resend invitation/ })
    expect(resend).toHaveTextContent('Your organization does not allow invitations.')
    await user.click(resend)
    expect(resend).toBeVisible()
    expect(emulator.inbox).toHaveLength(mails)
  })
})
