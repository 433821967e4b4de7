import type { RenderOptions, RenderResult } from '@testing-library/react'
import { useEffect, useRef } from 'react'
import type { ComponentType, ReactNode } from 'react'
import { createMemoryStorage } from '../client/memoryStorage.ts'
import type { Seed } from '../emulator/index.ts'
import { createTestPortal, signIn } from './createTestPortal.tsx'
import type { TestPortal, TestPortalOptions } from './createTestPortal.tsx'
import type { PersonaOf } from './personas.ts'

export interface RenderWithOrgportalOptions<S extends Seed = Seed>
  extends TestPortalOptions<S>, Omit<RenderOptions, 'wrapper' | 'queries'> {
  /** What your app has around it, such as a router or a theme. It is rendered inside the providers, so it can use hooks. */
  wrapper?: ComponentType<{ children: ReactNode }> | undefined
}

/** What was rendered, with its surroundings. */
export interface RenderedPortal<S extends Seed = Seed>
  extends RenderResult, Pick<TestPortal, 'emulator' | 'client' | 'queryClient' | 'requests'> {
  readonly portal: TestPortal
  /**
   * Signs in as somebody else in this browser, as if they had followed a link in a mail; null signs out.
   * What is rendered stays, and other tabs of the browser are told.
   */
  readonly as: (persona: PersonaOf<S> | null) => Promise<void>
  /** Renders something in another tab of the same browser: the same session, and a cache of its own. */
  readonly inAnotherTab: (ui: ReactNode) => Promise<RenderedPortal<S>>
  /** Renders something for somebody else, in a browser of their own, on the same data. */
  readonly inAnotherBrowser: (
    ui: ReactNode,
    persona: PersonaOf<S> | null,
  ) => Promise<RenderedPortal<S>>
}

/**
 * Renders with Testing Library inside of the providers, on an emulator of its own, with a persona signed in. When
 * it is unmounted, as Testing Library does after each test, its timers and its cache go too.
 *
 * `emulator` is the outside world: `faults.add(…)`, `setLatency(…)`, `clock.advance(…)`, `inbox`.
 *
 * @throws where `@testing-library/react` is not installed; when there is no such persona or seed.
 * @example
 * const { as, emulator, requests } = await renderWithOrgportal(<Team />, { seed: 'scim', persona: 'auditor' })
 * expect(await screen.findByRole('button', { name: 'Invite' })).toBeDisabled()
 * await as('admin')
 * expect(screen.getByRole('button', { name: 'Invite' })).toBeEnabled()
 */
export async function renderWithOrgportal<const S extends Seed = 'sample'>(
  ui: ReactNode,
  options: RenderWithOrgportalOptions<S> = {},
): Promise<RenderedPortal<S>> {
  const { render, act } = await loadTestingLibrary()
  const { seed, persona, clock, faults, latency, storage, emulator, queryClient, ...rest } = options
  const { wrapper: HostWrapper, ...renderOptions } = rest
  const portal = await createTestPortal<S>({
    seed,
    persona,
    clock,
    faults,
    latency,
    storage,
    emulator,
    queryClient,
  })
  const wrapper = ({ children }: { children: ReactNode }) => (
    <WhileMounted end={portal.dispose}>
      <portal.Provider>
        {HostWrapper === undefined ? children : <HostWrapper>{children}</HostWrapper>}
      </portal.Provider>
    </WhileMounted>
  )
  const open = (other: ReactNode, changes: TestPortalOptions<S>) =>
    renderWithOrgportal<S>(other, { wrapper: HostWrapper, emulator: portal.emulator, ...changes })

  const view: RenderResult = render(ui, { ...renderOptions, wrapper })
  return {
    ...view,
    portal,
    emulator: portal.emulator,
    client: portal.client,
    queryClient: portal.queryClient,
    requests: portal.requests,
    as: async (next) => {
      await act(async () => {
        if (next === null) await portal.client.session.revoke()
        else await signIn(portal.client, portal.emulator, next)
      })
    },
    inAnotherTab: (other) => open(other, { persona: null, storage: portal.storage }),
    inAnotherBrowser: (other, next) =>
      open(other, { persona: next, storage: createMemoryStorage() }),
  }
}

async function loadTestingLibrary() {
  try {
    return await import('@testing-library/react')
  } catch (cause) {
    throw new Error(
      'renderWithOrgportal needs @testing-library/react: npm install --save-dev @testing-library/react @testing-library/dom',
      { cause },
    )
  }
}

/** Ends something when it is unmounted for good; in StrictMode effects run twice at first. */
function WhileMounted({ end, children }: { end: () => void; children: ReactNode }): ReactNode {
  const mounts = useRef(0)
  useEffect(() => {
    mounts.current += 1
    return () => {
      mounts.current -= 1
      queueMicrotask(() => {
        if (mounts.current === 0) end()
      })
    }
  }, [end])
  return children
}
