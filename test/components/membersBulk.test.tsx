import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { parseCsv } from '../../src/components/members/csv.ts'
import { choose, open, outcome, run, TIME } from './bulkPortal.tsx'

describe('doing something to many members', () => {
  it('deactivates those who were chosen, and undoes it', async () => {
    const portal = await open()
    const { user, stored } = portal
    const bar = await choose(portal, 'Amara Diallo', 'Bruno Costa')
    await user.click(bar.getByRole('button', { name: 'Deactivate' }))
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Deactivate 2 members?' }, TIME),
    )
    expect(dialog.getByText('Amara Diallo and Bruno Costa')).toBeVisible()
    expect(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
    await user.click(dialog.getByRole('button', { name: 'Deactivate' }))
    await outcome('2 members deactivated')
    expect([stored('Amara Diallo').status, stored('Bruno Costa').status]).toEqual([
      'deleted',
      'deleted',
    ])
    expect(screen.queryByRole('group', { name: 'Selected members' })).toBeNull()

    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await outcome('2 members reactivated')
    expect([stored('Amara Diallo').status, stored('Bruno Costa').status]).toEqual([
      'active',
      'active',
    ])
    expect(localStorage.length === 0 || !JSON.stringify(localStorage).includes('run:')).toBe(true)
  }, 90_000)

  it('says who is left out and why, and of a failure what the API said', async () => {
    const portal = await open()
    const { user, emulator, stored } = portal
    const bruno = stored('Bruno Costa').member_id
    emulator.faults.add({
      method: 'DELETE',
      path: `/sdk/v1/b2b/organizations/members/${bruno}`,
      status: 400,
      error_type: 'odd_error',
      error_message: 'This one will not go.',
    })
    const bar = await choose(portal, 'Amara Diallo', 'Bruno Costa', 'Priya Nair')
    await user.click(bar.getByRole('button', { name: 'Deactivate' }))
    const dialog = within(
      await screen.findByRole('dialog', { name: 'Deactivate 2 members?' }, TIME),
    )
    expect(dialog.getByText('only invited: revoke the invitation instead (1)')).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Deactivate' }))
    await outcome('1 member deactivated · 1 failed · 1 left out')
    await user.click(screen.getByRole('button', { name: 'Details' }))
    const table = within(await screen.findByRole('table', { name: 'Outcome of each member' }, TIME))
    const rows = table.getAllByRole('row').map((row) => row.textContent)
    expect(rows[1]).toMatch(/Bruno Costa.*Failed.*This one will not go\..*Request id /)
    expect(rows[2]).toMatch(/Priya Nair.*Left out.*only invited/)
    expect(rows[3]).toMatch(/Amara Diallo.*Done/)
    await user.keyboard('{Escape}')

    await user.click(await screen.findByRole('button', { name: 'Retry 1 failed' }, TIME))
    await outcome('2 members deactivated · 1 left out')
    expect(stored('Bruno Costa').status).toBe('deleted')
  }, 90_000)

  it('adds roles to those who lack them, and keeps what they have', async () => {
    const portal = await open()
    const { user } = portal
    const assigned = (name: string) => portal.stored(name).role_ids
    const bar = await choose(portal, 'Amara Diallo', 'Bruno Costa')
    await user.click(bar.getByRole('button', { name: 'Add roles' }))
    const dialog = within(await screen.findByRole('dialog', {}, TIME))
    await user.click(dialog.getByRole('button', { name: 'Add roles' }))
    expect(await dialog.findByText('Choose at least one role.')).toBeVisible()
    await user.type(dialog.getByRole('combobox', { name: 'Roles' }), 'engineer{Enter}{Escape}')
    await user.click(dialog.getByRole('button', { name: 'Add roles' }))
    await outcome('1 member with new roles · 1 left out')
    expect(assigned('Bruno Costa')).toContain('engineer')
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    await outcome('Roles of 1 member restored')
    expect(assigned('Bruno Costa')).not.toContain('engineer')
    expect(assigned('Amara Diallo')).toContain('engineer')
  }, 90_000)

  it('goes on while one looks elsewhere, and tells the host that it is under way', async () => {
    const portal = await open()
    const { user, emulator, onUnsavedChange } = portal
    const bar = await choose(portal, 'Amara Diallo', 'Bruno Costa', 'Grace Kimani')
    await user.click(bar.getByRole('button', { name: 'Deactivate' }))
    const dialog = within(await screen.findByRole('dialog', {}, TIME))
    emulator.setLatency(1500)
    await user.click(dialog.getByRole('button', { name: 'Deactivate' }))
    await run()
    expect(onUnsavedChange).toHaveBeenLastCalledWith(true)
    await user.click(await screen.findByRole('link', { name: 'Hiroshi Sato' }, TIME))
    await screen.findByRole('heading', { name: /Hiroshi Sato/ }, TIME)
    expect(screen.queryByRole('dialog')).toBeNull()
    emulator.setLatency(0)
    await outcome('3 members deactivated')
    expect(onUnsavedChange).toHaveBeenLastCalledWith(false)
  }, 90_000)

  it('tells after the page was closed what was done, and goes on with the rest', async () => {
    const portal = await open()
    const { user, emulator, stored, view, show } = portal
    const bar = await choose(portal, 'Amara Diallo', 'Bruno Costa', 'Grace Kimani')
    await user.click(bar.getByRole('button', { name: 'Deactivate' }))
    const dialog = within(await screen.findByRole('dialog', {}, TIME))
    emulator.faults.add({ method: 'DELETE', path: '*', status: 429, retry_after: 600, times: 0 })
    await user.click(dialog.getByRole('button', { name: 'Deactivate' }))
    await waitFor(async () => expect(await run()).toHaveTextContent('Too many requests'), TIME)
    await act(async () => {
      view.unmount()
      await Promise.resolve()
    })
    const kept = JSON.stringify({ ...localStorage })
    expect(kept).toContain(stored('Bruno Costa').member_id)
    expect(kept).not.toMatch(/Bruno|northwind\.example/)

    emulator.faults.clear()
    show()
    expect(
      await screen.findByText(
        /0 of 3 members were deactivated before the page was closed; 3 were not started/,
        undefined,
        TIME,
      ),
    ).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await outcome('3 members deactivated')
    expect(stored('Grace Kimani').status).toBe('deleted')
  }, 90_000)
})

describe('the export', () => {
  it('writes all that match to a file, harmless for spreadsheets', async () => {
    const files: Blob[] = []
    const names: string[] = []
    URL.createObjectURL = (file: Blob) => {
      files.push(file)
      return 'blob:1'
    }
    URL.revokeObjectURL = () => undefined
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download)
    })
    const portal = await open({ seed: 'ten-thousand-members' }, { status: 'active' })
    const { user, emulator, client, requests } = portal
    const [first] = Object.values(emulator.data.members).filter((one) => one.status === 'active')
    if (first) first.name = '=HYPERLINK("x")'
    const before = requests().length
    await user.click(await screen.findByRole('button', { name: 'Export' }, TIME))
    const dialog = within(await screen.findByRole('dialog', { name: 'Export members' }, TIME))
    await user.click(dialog.getByRole('button', { name: 'Export' }))
    expect(await dialog.findByText(/^Exported/, undefined, TIME)).toBeVisible()
    const organizationId = client.getSnapshot().identity?.organizationId
    const active = Object.values(emulator.data.members).filter(
      (one) => one.status === 'active' && one.organization_id === organizationId,
    )
    expect(requests().length - before).toBe(Math.ceil(active.length / 1000))
    expect(names).toEqual([expect.stringMatching(/^members-\d{4}-\d\d-\d\d\.csv$/)])
    const text = await files[0]?.text()
    const { rows } = parseCsv(text ?? '')
    expect(rows).toHaveLength(active.length + 1)
    expect(text).toContain(`"'=HYPERLINK(""x"")"`)
    expect(rows[0]?.cells.slice(0, 3)).toEqual(['email', 'name', 'roles'])
  }, 90_000)
})
