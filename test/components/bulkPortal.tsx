import { render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, onTestFinished, vi } from 'vitest'
import { AdminPortalMemberManagement, createMemoryLocation } from 'orgportal/components'
import { createTestPortal, type TestPortalOptions } from 'orgportal/testing'

export const TIME = { timeout: 20_000 }

export async function open(options: TestPortalOptions = {}, params: Record<string, string> = {}) {
  const portal = await createTestPortal(options)
  onTestFinished(portal.dispose)
  const onUnsavedChange = vi.fn()
  const show = () =>
    render(
      <AdminPortalMemberManagement
        location={createMemoryLocation(params)}
        onUnsavedChange={onUnsavedChange}
      />,
      { wrapper: portal.Provider },
    )
  const view = show()
  await screen.findByRole('grid', { name: 'Members' }, TIME)
  const stored = (name: string) => {
    const found = Object.values(portal.emulator.data.members).find((one) => one.name === name)
    if (!found) throw new Error(`There is nobody called ${name}.`)
    return found
  }
  return { ...portal, view, show, onUnsavedChange, stored, user: userEvent.setup({ delay: null }) }
}

export type Opened = Awaited<ReturnType<typeof open>>

export async function choose({ user }: Opened, ...names: string[]) {
  for (const name of names) {
    await user.click(await screen.findByRole('checkbox', { name: `Select ${name}` }, TIME))
  }
  return within(await screen.findByRole('group', { name: 'Selected members' }, TIME))
}

export const run = () => screen.findByRole('region', { name: 'Change of many members' }, TIME)
export const outcome = (text: string | RegExp) =>
  waitFor(async () => expect(await run()).toHaveTextContent(text), TIME)
