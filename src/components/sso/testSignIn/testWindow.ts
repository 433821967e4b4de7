/** The window in which a test sign-in happens. */
export interface TestWindow {
  /** Leads it to the identity provider. */
  go: (url: string) => void
  /** What it came back with; `timed-out` when nothing came back in ten minutes. Pending for ever once it was closed from here. */
  returned: Promise<TestReturn>
  /**
   * Resolves when it can no longer be seen: somebody has closed it, or it is open still, but the identity provider has cut
   * the tie to this page (COOP). What it comes back with counts all the same.
   */
  gone: Promise<void>
  /** Brings it to the front. */
  focus: () => void
  close: () => void
}

export type TestReturn = { type: 'token'; token: string } | { type: 'timed-out' }

/**
 * Opens a window, in the click that asks for it; null where the browser blocks it. `text` is what it shows until it is
 * led away.
 */
export type OpenTestWindow = (text: string) => TestWindow | null
