import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, vi } from 'vitest'
import { AdminPortalSSO, createMemoryLocation } from 'orgportal/components'
import type { AdminPortalSSOProps } from 'orgportal/components'
import type { Emulator } from 'orgportal/emulator'
import { createTestPortal, type TestPortal, type TestPortalOptions } from 'orgportal/testing'

const portals: TestPortal[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const portal of portals.splice(0)) portal.dispose()
})

export interface SsoPartOptions extends TestPortalOptions {
  params?: Record<string, string>
  props?: AdminPortalSSOProps
  /** Changes the world once somebody is signed in, before the part asks for anything. */
  world?: (emulator: Emulator) => void
}

/** The whole SSO part on an emulator; `sample` as `admin` when nothing else is said. */
export async function openSso({ params, props, world, ...options }: SsoPartOptions = {}) {
  const portal = await createTestPortal(options)
  portals.push(portal)
  world?.(portal.emulator)
  const location = createMemoryLocation(params)
  const view = render(<AdminPortalSSO location={location} {...props} />, {
    wrapper: portal.Provider,
  })
  return { ...portal, location, view, user: userEvent.setup() }
}

/** The stored connection of that name, to change the world by. */
export function storedConnection(emulator: Emulator, name = 'Northwind Okta') {
  const found = Object.values(emulator.data.sso_connections).find(
    ({ display_name }) => display_name === name,
  )
  if (!found) throw new Error(`There is no connection called ${name}.`)
  return found
}
