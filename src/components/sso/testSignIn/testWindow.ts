/** The window in which a test sign-in happens. */
export interface TestWindow {
  /** Leads it to the identity provider. */
  go: (url: string) => void
  /**
   * What it came back with; `closed` when somebody closed it before, `timed-out` when nothing came back in ten minutes.
   */
  returned: Promise<TestReturn>
  /** Brings it to the front. */
  focus: () => void
  close: () => void
}

export type TestReturn =
  { type: 'token'; token: string } | { type: 'closed' } | { type: 'timed-out' }

/** Opens a window, in the click that asks for it; null where the browser blocks it. */
export type OpenTestWindow = () => TestWindow | null
