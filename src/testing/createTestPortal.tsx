import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createB2BClient, createMemoryStorage } from '../client/index.ts'
import type { B2BClient, ClientStorage } from '../client/index.ts'
import { createEmulator } from '../emulator/index.ts'
import type { Emulator, EmulatorOptions, Seed } from '../emulator/index.ts'
import { OrgportalProvider } from '../hooks/OrgportalProvider.tsx'
import type { PersonaOf } from './personas.ts'

export interface TestPortalOptions<S extends Seed = Seed> extends Pick<
  EmulatorOptions,
  'clock' | 'faults' | 'latency'
> {
  /** The world to begin with: one of `SEEDS` by name, or a description of your own; `sample` when left out. */
  seed?: S | undefined
  /**
   * Who is signed in, by a real magic link: a persona's id or a member's; `admin` when left out. Null
   * signs nobody in and leaves the session that the storage holds, if any.
   */
  persona?: PersonaOf<S> | null | undefined
  /** Cookies and items of the client; a memory of its own when left out. Hand in that of another portal for a second tab. */
  storage?: ClientStorage | undefined
  /** The emulator of another portal, for a second tab or a second member; `seed` and `clock` are then not used. */
  emulator?: Emulator | undefined
  /** Your own, with your defaults; one that knows nothing when left out. It is not emptied in the end. */
  queryClient?: QueryClient | undefined
}

/** A portal's surroundings on the emulator: everything real but the network. */
export interface TestPortal {
  readonly emulator: Emulator
  readonly client: B2BClient
  readonly queryClient: QueryClient
  /** What the client remembers: hand it to another portal for a second tab of the same browser. */
  readonly storage: ClientStorage
  /** Wraps what is to be rendered in the providers. */
  readonly Provider: (props: { children?: ReactNode }) => ReactNode
  /**
   * What the emulator was asked since the portal was ready, by anybody: `['GET /b2b/scim']`, without the
   * `/sdk/v1` that all have. `emulator.requests` has all of it, with status and request id.
   */
  readonly requests: () => string[]
  /** Stops timers and empties the cache. Call it after each test. */
  readonly dispose: () => void
}

/**
 * Makes an emulator, a client that talks to it, and the providers, with a persona signed in and the
 * project's policy known. Nothing is shared between two portals unless it is handed in, so that many live on
 * one page. `latency` and `faults` begin after signing in; `emulator.requests` has that part too.
 *
 * @throws when there is no such persona or seed.
 * @example
 * const portal = await createTestPortal({ seed: 'scim', persona: 'auditor' })
 * render(<AdminPortalSCIM />, { wrapper: portal.Provider })
 */
export async function createTestPortal<const S extends Seed = 'sample'>(
  options: TestPortalOptions<S> = {},
): Promise<TestPortal> {
  const { persona = 'admin', seed, clock, faults = [], latency } = options
  const { storage = createMemoryStorage(), queryClient = new QueryClient() } = options
  const emulator = options.emulator ?? createEmulator({ seed, clock })
  const client = createB2BClient(emulator.publicToken, {
    baseUrl: emulator.baseUrl,
    fetch: emulator.fetch,
    storage,
  })
  if (persona !== null) {
    await signIn(client, emulator, persona)
    await client.rbac.allPermissions()
  }
  for (const fault of faults) emulator.faults.add(fault)
  if (latency !== undefined) emulator.setLatency(latency)

  const asked = emulator.requests.length
  return {
    emulator,
    client,
    queryClient,
    storage,
    Provider: ({ children }) => (
      <QueryClientProvider client={queryClient}>
        <OrgportalProvider client={client}>{children}</OrgportalProvider>
      </QueryClientProvider>
    ),
    requests: () =>
      emulator.requests
        .slice(asked)
        .map(({ method, path }) => `${method} ${path.replace('/sdk/v1', '')}`),
    dispose: () => {
      client.dispose()
      if (options.queryClient === undefined) queryClient.clear()
    },
  }
}

/** Signs a persona or member in with a real magic link, as if the link in the mail had been followed. */
export async function signIn(
  client: B2BClient,
  emulator: Emulator,
  personaOrMemberId: string,
): Promise<void> {
  const { token } = emulator.createMagicLink(personaOrMemberId)
  await client.magicLinks.authenticate({ magic_links_token: token, session_duration_minutes: 60 })
}
