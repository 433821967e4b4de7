import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { signIn } from 'orgportal/testing'
import { choose, open, outcome, run, TIME, type Opened } from './bulkPortal.tsx'

/** Every deactivation is told to wait for ten minutes. */
const holdDeletions = ({ emulator }: Opened) =>
  emulator.faults.add({ method: 'DELETE', path: '*', status: 429, retry_after: 600, times: 0 })

async function deactivate(portal: Opened, ...names: string[]) {
  const bar = await choose(portal, ...names)
  await portal.user.click(bar.getByRole('button', { name: 'Deactivate' }))
  const dialog = within(await screen.findByRole('dialog', {}, TIME))
  await portal.user.click(dialog.getByRole('button', { name: 'Deactivate' }))
}

const press = async ({ user }: Opened, name: string) =>
  user.click(await screen.findByRole('button', { name }, TIME))

const numberIn = (text: string, after: RegExp) =>
  Number(after.exec(text)?.[1]?.replaceAll(',', '') ?? NaN)

describe('all that match, over many pages', () => {
  it('are deactivated after typing how many, but for those taken out; pause and cancel hold', async () => {
    const portal = await open({ seed: 'ten-thousand-members' }, { status: 'active' })
    const { user, emulator, requests } = portal
    const [, , first, second] = await screen.findAllByRole('checkbox', {}, TIME)
    if (!first || !second) throw new Error('There are rows.')
    await user.click(first)
    const all = await screen.findByRole('button', { name: /^Select all/ }, TIME)
    const total = numberIn(all.textContent, /([\d,]+)/)
    expect(total).toBeGreaterThan(2000)
    await user.click(all)
    await user.click(second)
    const bar = within(screen.getByRole('group', { name: 'Selected members' }))
    expect(bar.getByText(`All ${(total - 1).toLocaleString('en')} that match`)).toBeVisible()

    holdDeletions(portal)
    const before = requests().length
    await user.click(bar.getByRole('button', { name: 'Deactivate' }))
    const dialog = within(await screen.findByRole('dialog', {}, TIME))
    await user.click(dialog.getByRole('button', { name: 'Deactivate' }))
    expect(requests()).toHaveLength(before)
    await user.type(dialog.getByRole('textbox'), String(total - 1))
    await user.click(dialog.getByRole('button', { name: 'Deactivate' }))
    await outcome('Too many requests')
    const searches = requests()
      .slice(before)
      .filter((request) => request.endsWith('/members/search'))
    // The last one asks whether somebody is left who manages roles.
    expect(searches).toHaveLength(Math.ceil(total / 1000) + 1)

    await press(portal, 'Pause')
    await outcome('Paused.')
    await press(portal, 'Resume')
    await outcome('Too many requests')
    await press(portal, 'Cancel the rest')
    await outcome(/0 members deactivated .* not started/)
    const { textContent } = await run()
    const notStarted = numberIn(textContent, /([\d,]+) not started/)
    const leftOut = numberIn(textContent, /([\d,]+) left out/) || 0
    expect(notStarted + leftOut).toBe(total - 1)
    expect(leftOut).toBeLessThanOrEqual(1)
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
    expect(Object.keys(localStorage).filter((key) => key.includes('run:'))).toEqual([])
    emulator.faults.clear()
  }, 120_000)
})

describe('a run on the screen', () => {
  it('waits for the network, and goes on by itself', async () => {
    const portal = await open()
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    await deactivate(portal, 'Amara Diallo', 'Bruno Costa')
    await outcome('The network is gone')
    expect(portal.stored('Bruno Costa').status).toBe('active')
    online.mockReturnValue(true)
    act(() => void window.dispatchEvent(new Event('online')))
    await outcome('2 members deactivated')
    expect(portal.stored('Bruno Costa').status).toBe('deleted')
  }, 90_000)

  it('says so when the browser cannot keep what is left', async () => {
    const portal = await open()
    holdDeletions(portal)
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new Error('The quota has been exceeded.')
    })
    const resolve = portal.emulator.setLatency
    resolve(800)
    await deactivate(portal, 'Amara Diallo', 'Bruno Costa')
    await outcome('leave the page open until the end')
    resolve(0)
    // A run that goes on would leave its journal to the next test.
    await press(portal, 'Cancel the rest')
    await outcome('0 members deactivated')
  }, 90_000)

  it('does not overwrite what another page has left', async () => {
    const portal = await open()
    const { emulator, view, show, stored } = portal
    holdDeletions(portal)
    await deactivate(portal, 'Amara Diallo', 'Bruno Costa')
    await outcome('Too many requests')
    await act(async () => {
      view.unmount()
      await Promise.resolve()
    })
    emulator.faults.clear()
    show()
    const left = /0 of 2 members were deactivated before the page was closed; 2 were not started/
    expect(await screen.findByText(left, undefined, TIME)).toBeVisible()
    await deactivate(portal, 'Grace Kimani')
    await outcome('1 member deactivated')
    await press(portal, 'Dismiss')
    expect(await screen.findByText(left, undefined, TIME)).toBeVisible()
    await press(portal, 'Continue')
    await outcome('2 members deactivated')
    expect(stored('Amara Diallo').status).toBe('deleted')
    await press(portal, 'Dismiss')
    await waitFor(() => expect(screen.queryByText(left)).toBeNull())
    expect(Object.keys(localStorage).filter((key) => key.includes('run:'))).toEqual([])
  }, 90_000)
})

describe('who was chosen', () => {
  it('is not chosen any more when somebody else signs in', async () => {
    const portal = await open()
    await choose(portal, 'Amara Diallo')
    await act(() => signIn(portal.client, portal.emulator, 'people-manager'))
    await waitFor(
      () => expect(screen.queryByRole('group', { name: 'Selected members' })).toBeNull(),
      TIME,
    )
    const box = await screen.findByRole('checkbox', { name: 'Select Amara Diallo' }, TIME)
    expect(box).not.toBeChecked()
  }, 90_000)
})
