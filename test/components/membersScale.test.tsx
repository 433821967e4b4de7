import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  AdminPortalMemberManagement,
  createMemoryLocation,
  type MembersSlots,
} from 'orgportal/components'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { createTestPortal, type TestPortal } from 'orgportal/testing'

const portals: TestPortal[] = []
beforeEach(() => localStorage.clear())
afterEach(() => {
  for (const portal of portals.splice(0)) portal.dispose()
})

/** The same organization in three sizes; the small one is the beginning of the others. */
const worlds: Record<number, () => Emulator> = {
  100: () => {
    const emulator = createEmulator({ seed: 'ten-thousand-members' })
    for (const id of Object.keys(emulator.data.members).slice(100)) {
      Reflect.deleteProperty(emulator.data.members, id)
    }
    return emulator
  },
  10_000: () => createEmulator({ seed: 'ten-thousand-members' }),
  100_000: () => createEmulator({ seed: 'hundred-thousand-members' }),
}

/** What it costs to open the list, to go to its second page and to open a member there. */
async function costs(emulator: Emulator) {
  const sizes: number[] = []
  const measured: Emulator = {
    ...emulator,
    fetch: async (input, init) => {
      const response = await emulator.fetch(input, init)
      if (new Request(input).url.endsWith('/members/search')) {
        sizes.push((await response.clone().text()).length)
      }
      return response
    },
  }
  const portal = await createTestPortal({ emulator: measured, persona: 'admin' })
  portals.push(portal)
  // A column of the host's: it is called once for each row that is rendered.
  let rowRenders = 0
  const slots: MembersSlots = {
    columns: [{ id: 'seen', header: 'Seen', cell: () => ((rowRenders += 1), null) }],
  }
  const requests: number[] = []
  const rows: number[] = []
  const renders: number[] = []
  let sentBefore = portal.requests().length
  const note = () => {
    const sent = portal.requests().length
    requests.push(sent - sentBefore)
    sentBefore = sent
    // A member's page has rows for what the member has.
    rows.push(
      within(
        screen.queryByRole('grid', { name: 'Members' }) ?? document.createElement('i'),
      ).queryAllByRole('row').length,
    )
    renders.push(rowRenders)
    rowRenders = 0
  }
  const user = userEvent.setup({ delay: null })
  const location = createMemoryLocation()
  render(<AdminPortalMemberManagement location={location} slots={slots} />, {
    wrapper: portal.Provider,
  })
  const grid = () => screen.findByRole('grid', { name: 'Members' })
  await waitFor(async () => expect(within(await grid()).getAllByRole('rowheader').length).toBe(25))
  await settled(portal)
  note()

  await user.click(screen.getByRole('button', { name: /^Next/ }))
  await waitFor(() => expect(location.read()['page']).toBe('2'))
  await settled(portal)
  note()

  const [link] = within(await grid()).getAllByRole('link')
  if (!link) throw new Error('The page has no rows.')
  await user.click(link)
  await screen.findByRole('heading', { name: link.textContent, level: 2 })
  await settled(portal)
  note()

  cleanup()
  return { requests, rows, renders, sizes }
}

const settled = ({ queryClient }: TestPortal) =>
  waitFor(() => expect(queryClient.isFetching()).toBe(0))

describe('the size of an organization', () => {
  it('changes nothing about requests, answers, rows and renders', async () => {
    const small = await costs((worlds[100] ?? createEmulator)())
    expect(small.requests[0]).toBe(1)
    for (const size of [10_000, 100_000]) {
      const large = await costs((worlds[size] ?? createEmulator)())
      expect(large.requests, 'requests').toEqual(small.requests)
      expect(large.rows, 'rows').toEqual(small.rows)
      expect(large.renders, 'renders').toEqual(small.renders)
      expect(large.sizes.length).toBe(small.sizes.length)
      // Other people have other names; no answer is larger for there being more of them.
      for (const [index, bytes] of large.sizes.entries()) {
        expect(bytes).toBeLessThan((small.sizes[index] ?? 0) * 1.3)
      }
    }
  }, 60_000)

  it('does not render a row while somebody types, and asks once per pause', async () => {
    const portal = await createTestPortal({ emulator: (worlds[10_000] ?? createEmulator)() })
    portals.push(portal)
    let rowRenders = 0
    const slots: MembersSlots = {
      columns: [{ id: 'seen', header: 'Seen', cell: () => ((rowRenders += 1), null) }],
    }
    render(<AdminPortalMemberManagement location={createMemoryLocation()} slots={slots} />, {
      wrapper: portal.Provider,
    })
    await screen.findByRole('grid', { name: 'Members' })
    await settled(portal)
    const sent = portal.requests().length
    rowRenders = 0
    const field = screen.getByRole('searchbox')
    await userEvent.setup({ delay: null }).type(field, 'hana')
    expect(rowRenders).toBe(0)
    await waitFor(() => expect(portal.requests().length).toBe(sent + 1))
    await settled(portal)
    expect(portal.requests().length).toBe(sent + 1)
  })
})
