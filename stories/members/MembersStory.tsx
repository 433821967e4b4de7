import type { Meta } from '@storybook/react-vite'
import { useState } from 'react'
import { configure } from 'storybook/test'
import {
  AdminPortalMemberManagement,
  createMemoryLocation,
  type AdminPortalMemberManagementProps,
} from 'orgportal/components'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { createTestPortal, type TestPortal, type TestPortalOptions } from 'orgportal/testing'

// Chunks are loaded on demand, and the machine may be busy.
configure({ asyncUtilTimeout: 10_000 })

/** The world that a story begins in: a seed of the emulator, who is signed in, and where. */
export interface MembersStoryArgs extends TestPortalOptions {
  /** The address within the part. */
  params?: Record<string, string>
  config?: AdminPortalMemberManagementProps['config']
  slots?: AdminPortalMemberManagementProps['slots']
  /** Changes the world before anybody is signed in. */
  world?: (emulator: Emulator) => void
  /** What has happened before the portal is opened. */
  prepare?: (portal: TestPortal) => unknown
}

/** What every story of the member management has in common: the real part over the real client on an emulator of its own. */
export const membersStory = {
  args: { seed: 'sample', persona: 'admin' },
  loaders: [
    async ({ args: { world, prepare, faults, latency, persona, seed } }) => {
      const emulator = createEmulator({ seed })
      world?.(emulator)
      const portal = await createTestPortal({ emulator, persona })
      await prepare?.(portal)
      for (const fault of faults ?? []) portal.emulator.faults.add(fault)
      if (latency !== undefined) portal.emulator.setLatency(latency)
      return { portal }
    },
  ],
  beforeEach:
    ({ loaded }) =>
    () =>
      portalOf(loaded).dispose(),
  render: ({ params, config, slots }, { loaded }) => (
    <MembersStory portal={portalOf(loaded)} params={params} config={config} slots={slots} />
  ),
  argTypes: {
    params: { control: false },
    world: { control: false },
    prepare: { control: false },
    config: { control: false },
    slots: { control: false },
    faults: { control: false },
    clock: { control: false },
    storage: { control: false },
    emulator: { control: false },
  },
} satisfies Omit<Meta<MembersStoryArgs>, 'title'>

/** The surroundings that the loader made, for `play`. */
export function portalOf(loaded: Record<string, unknown>): TestPortal {
  const { portal } = loaded
  if (!isTestPortal(portal)) throw new Error('The story has no portal: use `membersStory`.')
  return portal
}

function isTestPortal(value: unknown): value is TestPortal {
  return typeof value === 'object' && value !== null && 'emulator' in value && 'Provider' in value
}

interface MembersStoryProps {
  portal: TestPortal
  params: Record<string, string> | undefined
  config: AdminPortalMemberManagementProps['config']
  slots: AdminPortalMemberManagementProps['slots']
}

function MembersStory({ portal: { Provider }, params, config, slots }: MembersStoryProps) {
  const [location] = useState(() => createMemoryLocation(params))
  return (
    <Provider>
      <main style={{ padding: 'clamp(12px, 3vw, 32px)' }}>
        <AdminPortalMemberManagement location={location} config={config} slots={slots} />
      </main>
    </Provider>
  )
}
