import {
  renderHook,
  waitFor,
  type RenderHookOptions,
  type RenderHookResult,
} from '@testing-library/react'
import { StrictMode, type ReactNode } from 'react'
import { onTestFinished } from 'vitest'
import { createMemoryStorage, type ClientStorage } from 'orgportal/client'
import type { Emulator } from 'orgportal/emulator'
import { createTestPortal, type TestPortal, type TestPortalOptions } from 'orgportal/testing'

/** A test portal that is disposed of after the test. */
export async function openPortal(options?: TestPortalOptions): Promise<TestPortal> {
  const portal = await createTestPortal(options)
  onTestFinished(portal.dispose)
  return portal
}

/**
 * Renders a hook within the portal's providers, in StrictMode as applications do. With `reactStrictMode` it is around
 * the root too, which makes React run effects twice (and so TanStack Query read twice).
 */
export function renderIn<T>(
  portal: TestPortal,
  hook: () => T,
  options: Pick<RenderHookOptions<unknown>, 'reactStrictMode'> = {},
): RenderHookResult<T, unknown> {
  return renderHook(() => readAll(hook()), {
    ...options,
    wrapper: ({ children }: { children: ReactNode }) => (
      <StrictMode>
        <portal.Provider>{children}</portal.Provider>
      </StrictMode>
    ),
  })
}

/** TanStack Query renders again for what was read while rendering, so all is read here. */
function readAll<T>(value: T, depth = 2): T {
  if (depth > 0 && typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) readAll(part, depth - 1)
  }
  return value
}

/** Notes the requests that are sent from now on: `GET /b2b/scim`. */
export function countRequests({ emulator }: Pick<TestPortal, 'emulator'>): () => string[] {
  const start = emulator.requests.length
  return () =>
    emulator.requests
      .slice(start)
      .map(({ method, path }) => `${method} ${path.replace('/sdk/v1', '')}`)
}

/** Waits until nothing is being read any more. */
export async function settled({ queryClient }: TestPortal): Promise<void> {
  await waitFor(() => {
    if (queryClient.isFetching() + queryClient.isMutating() > 0) throw new Error('still busy')
  })
}

/** Everything that both caches hold, as text to look for secrets in. */
export function cachedText({ queryClient }: TestPortal): { queries: string; mutations: string } {
  return {
    queries: JSON.stringify(
      queryClient
        .getQueryCache()
        .getAll()
        .map((query) => query.state),
    ),
    mutations: JSON.stringify(
      queryClient
        .getMutationCache()
        .getAll()
        .map((mutation) => mutation.state),
    ),
  }
}

/** A storage with the cookies of another and nothing else: a first visit to another subdomain. */
export function withCookiesOnly({ cookies }: ClientStorage): ClientStorage {
  return { ...createMemoryStorage(), cookies }
}

/**
 * The emulator behind a gate: requests to `path` arrive, and are noted in `sent`; while the gate is
 * held their answers wait.
 */
export function gated(emulator: Emulator, path = /./) {
  const sent: string[] = []
  let held: Promise<void> | undefined
  let open = () => {}
  const fetch: Emulator['fetch'] = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input)
    if (!path.test(pathname)) return emulator.fetch(input, init)
    sent.push(`${init?.method ?? 'GET'} ${pathname.replace('/sdk/v1', '')}`)
    const gate = held
    const answer = await emulator.fetch(input, init)
    await gate
    return answer
  }
  return {
    emulator: { ...emulator, fetch },
    sent,
    hold: () => {
      held = new Promise((resolve) => {
        open = resolve
      })
    },
    release: () => {
      held = undefined
      open()
    },
  }
}
