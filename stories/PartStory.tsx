import type { Meta } from '@storybook/react-vite'
import { useState, type ReactNode } from 'react'
import { configure } from 'storybook/test'
import { createMemoryLocation, type LocationAdapter } from 'orgportal/components'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import { createTestPortal, type TestPortal, type TestPortalOptions } from 'orgportal/testing'

// Chunks are loaded on demand, and the machine may be busy.
configure({ asyncUtilTimeout: 10_000 })

/** The world that a story begins in: a seed of the emulator, who is signed in, and where. */
export interface PartStoryArgs extends TestPortalOptions {
  /** The address within the part. */
  params?: Record<string, string>
  /** Changes the world before anybody is signed in. */
  world?: (emulator: Emulator) => void
  /** What has happened before the portal is opened. */
  prepare?: (portal: TestPortal) => unknown
}

/** What the stories of every part have in common: the real client on an emulator of its own. */
export const partStory = {
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
  argTypes: {
    params: { control: false },
    world: { control: false },
    prepare: { control: false },
    faults: { control: false },
    clock: { control: false },
    storage: { control: false },
    emulator: { control: false },
  },
} satisfies Omit<Meta<PartStoryArgs>, 'title'>

/** The surroundings that the loader made, for `play`. */
export function portalOf(loaded: Record<string, unknown>): TestPortal {
  const { portal } = loaded
  if (!isTestPortal(portal)) throw new Error('The story has no portal: use `partStory`.')
  return portal
}

function isTestPortal(value: unknown): value is TestPortal {
  return typeof value === 'object' && value !== null && 'emulator' in value && 'Provider' in value
}

export interface PartStoryProps {
  loaded: Record<string, unknown>
  params: Record<string, string> | undefined
  /** The part, at its place. */
  children: (location: LocationAdapter) => ReactNode
}

/** A part of the portal in its surroundings. */
export function PartStory({ loaded, params, children }: PartStoryProps) {
  const { Provider } = portalOf(loaded)
  const [location] = useState(() => createMemoryLocation(params))
  return (
    <Provider>
      <main style={{ padding: 'clamp(12px, 3vw, 32px)' }}>{children(location)}</main>
    </Provider>
  )
}
