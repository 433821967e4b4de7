import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import type { RoleDisplayConfig } from '../portal/useRoleDisplay.ts'
import type { SsoConnection } from './connections.ts'
import type { OpenTestWindow } from './testSignIn/testWindow.ts'

/** What a host may say about the SSO part. The first two are those of the official part. */
export interface SsoConfig extends RoleDisplayConfig {
  /** Where a test sign-in of a member comes back to: on the portal's own origin; the project's default when left out. */
  testLoginRedirectURL?: string | undefined
  /** Where a test sign-in of somebody who is no member yet comes back to; the project's default when left out. */
  testSignupRedirectURL?: string | undefined
  /** Opens the window of a test sign-in; the browser's own when left out. For shells without windows. */
  openTestWindow?: OpenTestWindow | undefined
}

/** What a host may add to the screens. */
export interface SsoSlots {
  /** Beside "New connection". */
  listActions?: ReactNode
  /** Further cards of a connection's page, after its own. */
  connectionCards?: ((connection: SsoConnection) => ReactNode) | undefined
}

export interface SsoSetting {
  config: SsoConfig
  slots: SsoSlots
}

/** Filled by `AdminPortalSSO`; empty for parts that are put together by hand without it. */
export const SsoContext = createContext<SsoSetting>({ config: {}, slots: {} })

export const useSsoConfig = (): SsoConfig => useContext(SsoContext).config
export const useSsoSlots = (): SsoSlots => useContext(SsoContext).slots
