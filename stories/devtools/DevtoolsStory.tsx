import type { Meta } from '@storybook/react-vite'
import { configure, fireEvent, within } from 'storybook/test'
import { OrgportalDevtools, type OrgportalDevtoolsProps } from 'orgportal/devtools'
import { usePermission, useScimConnection } from 'orgportal/hooks'
import { createTestPortal, type TestPortal, type TestPortalOptions } from 'orgportal/testing'

// The machine may be busy.
configure({ asyncUtilTimeout: 10_000 })

export interface DevtoolsStoryArgs
  extends TestPortalOptions, Pick<OrgportalDevtoolsProps, 'initialOpen' | 'position'> {
  /** Whether the emulator is told to the devtools; without it, it is as with the real service. */
  hasEmulator?: boolean
}

/** The devtools on a page that reads and guards something, each on an emulator of its own. */
export const devtoolsStory = {
  args: { seed: 'scim', persona: 'auditor', initialOpen: true, hasEmulator: true },
  loaders: [
    async ({ args: { persona, seed } }) => ({ portal: await createTestPortal({ seed, persona }) }),
  ],
  beforeEach: ({ loaded }) => {
    sessionStorage.clear()
    return () => portalOf(loaded).dispose()
  },
  render: ({ initialOpen, position, hasEmulator }, { loaded }) => {
    const { Provider, emulator } = portalOf(loaded)
    return (
      <Provider>
        <Page />
        <OrgportalDevtools
          initialOpen={initialOpen}
          position={position}
          emulator={hasEmulator ? emulator : undefined}
        />
      </Provider>
    )
  },
  // Each story has its devtools in the same corner.
  tags: ['!autodocs'],
  argTypes: {
    clock: { control: false },
    emulator: { control: false },
    faults: { control: false },
    latency: { control: false },
    storage: { control: false },
  },
} satisfies Omit<Meta<DevtoolsStoryArgs>, 'title'>

/** The surroundings that the loader made, for `play`. */
export function portalOf(loaded: Record<string, unknown>): TestPortal {
  const { portal } = loaded
  if (!isTestPortal(portal)) throw new Error('The story has no portal: use `devtoolsStory`.')
  return portal
}

function isTestPortal(value: unknown): value is TestPortal {
  return typeof value === 'object' && value !== null && 'emulator' in value && 'Provider' in value
}

/** What the devtools have on the page, in their shadow root. */
export function devtools() {
  return within(devtoolsElement())
}

/** The element of the devtools that has the focus. */
export function focused(): Element | null {
  const root = devtoolsElement().getRootNode()
  return root instanceof ShadowRoot ? root.activeElement : null
}

/** Fills in a field at once: `userEvent` does not type into a shadow root. */
export function enter(field: HTMLElement, value: string): void {
  void fireEvent.input(field, { target: { value } })
}

function devtoolsElement(): HTMLElement {
  const host = document.querySelector('[data-orgportal-devtools]')
  const element = host?.shadowRoot?.firstElementChild
  if (!(element instanceof HTMLElement)) throw new Error('There are no devtools on the page.')
  return element
}

function Page() {
  const connection = useScimConnection()
  const { allowed } = usePermission('stytch.scim', 'update')
  return (
    <main style={{ padding: 24, display: 'grid', gap: 12, justifyItems: 'start' }}>
      <h1>Directory sync</h1>
      <p>
        {connection.isError ? connection.error.message : (connection.data?.display_name ?? '…')}
      </p>
      <button type="button" onClick={() => void connection.refetch()}>
        Read again
      </button>
      <button type="button" disabled={!allowed}>
        Rotate token
      </button>
    </main>
  )
}
