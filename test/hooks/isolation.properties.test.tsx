import { keepPreviousData } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import fc from 'fast-check'
import { useEffect } from 'react'
import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from 'orgportal/client'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import {
  useMagicLinksAuthenticate,
  useMember,
  useOrganization,
  useOrganizationGet,
  useOrganizationMembersSearch,
  useOrganizationMembersSearchInfinite,
  useOrganizationUpdate,
  useScimConnection,
  useScimUpdateConnection,
  useSelfGet,
} from 'orgportal/hooks'
import { createTestPortal, type TestPortal } from 'orgportal/testing'
import { breathe, idOf, leaksIn, renderWatched, ternIn } from './tenants.tsx'

/**
 * Random lives of two tabs of one browser, in which answers arrive in any order and people come and go. A failure prints its
 * seed and path: hand them to `fc.assert`.
 */

const RUNS = 60

const people = ['admin', 'member', 'admin at Tern'] as const

/** What somebody, or the network, does next; `at` is the tab. */
type Move =
  | { does: 'read'; at: number; which: number }
  | { does: 'write'; at: number; which: 'organization' | 'connection' }
  | { does: 'signIn'; at: number; who: (typeof people)[number] }
  | { does: 'exchange' | 'signOut'; at: number }
  | { does: 'answer'; which: number }

const at = fc.constantFrom(0, 0, 1)
const moves = fc.array(
  fc.oneof(
    fc.record({ does: fc.constant('read' as const), at, which: fc.nat(5) }),
    fc.record({
      does: fc.constant('write' as const),
      at,
      which: fc.constantFrom('organization' as const, 'connection' as const),
    }),
    fc.record({ does: fc.constant('signIn' as const), at, who: fc.constantFrom(...people) }),
    fc.record({ does: fc.constantFrom('exchange' as const, 'signOut' as const), at }),
    { weight: 4, arbitrary: fc.record({ does: fc.constant('answer' as const), which: fc.nat(9) }) },
  ),
  { minLength: 4, maxLength: 16 },
)

const emulator = createEmulator({ seed: 'scim' })

describe('whatever happens in two tabs, in whatever order', () => {
  it('a tab holds and shows only what is of the one whom it takes to be signed in', async () => {
    await fc.assert(
      fc.asyncProperty(moves, async (script) => {
        const life = await begin()
        try {
          for (const move of script) {
            await life.make(move)
            expect(life.leaks()).toEqual([])
          }
          await life.end()
          expect(life.leaks()).toEqual([])
        } finally {
          life.close()
        }
      }),
      { numRuns: RUNS, seed: 4 },
    )
  }, 120_000)
})

async function begin() {
  const network = holding(emulator)
  const storage = createMemoryStorage()
  const first = await createTestPortal({ emulator: network.emulator, storage, persona: 'admin' })
  const second = await createTestPortal({ emulator: network.emulator, storage, persona: null })
  const tabs = [first, second].map((portal) => open(portal))
  await breathe()
  network.hold()

  return {
    make: async (move: Move) => {
      await act(async () => {
        if (move.does === 'answer') network.answer(move.which)
        else tabs[move.at]?.make(move)
        await Promise.resolve()
      })
      await breathe(1)
    },
    /** A browser is told of each answer in a task of its own. */
    end: async () => {
      while (network.isHoldingSome()) {
        await act(async () => {
          network.answer(0)
          await Promise.resolve()
        })
        await breathe(1)
      }
    },
    leaks: () => tabs.flatMap((tab) => tab.leaks()),
    close: () => {
      for (const tab of tabs) tab.close()
    },
  }
}

/** A tab with a screen that reads, writes and signs in. */
function open(portal: TestPortal) {
  const { client, queryClient } = portal
  let hands: Omit<ReturnType<typeof useHands>, 'seen'> | undefined
  const Screen = () => {
    const { seen, ...rest } = useHands()
    useEffect(() => {
      hands = rest
    })
    return JSON.stringify(seen)
  }
  const watched = renderWatched(portal, <Screen />)
  return {
    make: (move: Exclude<Move, { does: 'answer' }>) => {
      if (move.does === 'read') {
        const queries = queryClient.getQueryCache().getAll()
        void queries[move.which % queries.length]?.fetch().catch(() => undefined)
      } else if (move.does === 'write') {
        hands?.[move.which]()
      } else if (move.does === 'signIn') {
        const { token } = emulator.createMagicLink(idOf(emulator, move.who))
        hands?.signIn(token)
      } else if (move.does === 'exchange') {
        // Not by the hook: what it is asked for is of the other organization already.
        const { organization_id } = ternIn(emulator)
        client.session
          .exchange({ organization_id, session_duration_minutes: 60 })
          .catch(() => undefined)
      } else {
        client.session.revoke({ forceClear: true }).catch(() => undefined)
      }
    },
    leaks: () => [...watched.leaks, ...leaksIn(portal)],
    close: () => {
      watched.unmount()
      portal.dispose()
    },
  }
}

/** Everything that is shown, and what can be done about it. */
function useHands() {
  const rename = useOrganizationUpdate()
  const relabel = useScimUpdateConnection()
  const signIn = useMagicLinksAuthenticate()
  const connection = useScimConnection().data
  const search = { placeholderData: keepPreviousData }
  return {
    seen: [
      useMember(),
      useOrganization(),
      useSelfGet().data,
      useOrganizationGet().data,
      connection,
      useOrganizationMembersSearch({ limit: 3 }, search).data,
      useOrganizationMembersSearchInfinite({ limit: 2 }, search).data,
      [rename, relabel, signIn].map(({ data, variables }) => [data, variables]),
    ],
    organization: () => {
      rename.mutate({ organization_name: 'Renamed' })
    },
    connection: () => {
      const { connection_id } = connection ?? {}
      if (connection_id) relabel.mutate({ connection_id, display_name: 'Renamed' })
    },
    signIn: (magic_links_token: string) => {
      signIn.mutate({ magic_links_token, session_duration_minutes: 60 })
    },
  }
}

/** The emulator on a network that holds answers back, and lets them go one by one in any order. */
function holding(emulator: Emulator) {
  const waiting: (() => void)[] = []
  let isHeld = false
  const fetch: Emulator['fetch'] = async (input, init) => {
    const answer = await emulator.fetch(input, init)
    if (isHeld) await new Promise<void>((go) => waiting.push(go))
    return answer
  }
  return {
    emulator: { ...emulator, fetch },
    hold: () => {
      isHeld = true
    },
    answer: (which: number) => waiting.splice(which % Math.max(waiting.length, 1), 1)[0]?.(),
    isHoldingSome: () => waiting.length > 0,
  }
}
