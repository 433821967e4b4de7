import { keepPreviousData, useSuspenseQuery } from '@tanstack/react-query'
import { act, waitFor } from '@testing-library/react'
import { useEffect } from 'react'
import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import {
  organizationMembersQueries,
  useDiscoveryOrganizationsList,
  useMagicLinksAuthenticate,
  useMember,
  useMemberSession,
  useOrganization,
  useOrganizationGet,
  useOrganizationMembersSearch,
  useOrganizationMembersSearchInfinite,
  useOrganizationUpdate,
  useOrgportalClient,
  useScimConnection,
  useScimConnectionGroups,
  useScimUpdateConnection,
  useSelfGet,
} from 'orgportal/hooks'
import { cachedText, gated, openPortal, settled } from './harness.tsx'
import { become, Boundary, breathe, idOf, leaksIn, renderWatched, type Who } from './tenants.tsx'

/** Shows all that it can get hold of, in every way there is to read it, and what it is writing. */
function Everything({ onWrite }: { onWrite?: (write: () => void) => void }) {
  const rename = useOrganizationUpdate()
  const relabel = useScimUpdateConnection()
  const connection = useScimConnection().data
  const seen = {
    member: useMember(),
    organization: useOrganization(),
    session: useMemberSession(),
    self: useSelfGet().data,
    fetched: useOrganizationGet().data,
    connection,
    groups: useScimConnectionGroups().data,
    kept: useOrganizationMembersSearch({ limit: 3 }, { placeholderData: keepPreviousData }).data,
    selected: useOrganizationMembersSearch(
      { limit: 4 },
      { select: (page) => page.members.map(({ member_id }) => member_id) },
    ).data,
    pages: useOrganizationMembersSearchInfinite({ limit: 2 }, { placeholderData: keepPreviousData })
      .data,
    writes: [rename, relabel].map(({ data, variables }) => ({ data, variables })),
  }
  useEffect(() => {
    onWrite?.(() => {
      rename.mutate({ organization_name: 'Renamed by the former' })
      if (!connection) return
      const { connection_id } = connection
      relabel.mutate({ connection_id, display_name: 'Renamed by the former' })
    })
  })
  return (
    <>
      {JSON.stringify(seen)}
      <Boundary>
        <Suspending />
      </Boundary>
    </>
  )
}

function Suspending() {
  const client = useOrgportalClient()
  const { data } = useSuspenseQuery(organizationMembersQueries.search(client, { limit: 5 }))
  return JSON.stringify(data)
}

/** All that the hooks ask, and nothing of what changes who is signed in. */
const READS_AND_WRITES = /organizations|scim/

async function openWatched(first: Who = 'admin') {
  const gate = gated(createEmulator({ seed: 'scim' }), READS_AND_WRITES)
  const storage = createMemoryStorage()
  const portal = await openPortal({ emulator: gate.emulator, storage, persona: null })
  await act(() => become(portal, first))
  await portal.client.rbac.allPermissions()
  let write = () => {}
  const watched = renderWatched(portal, <Everything onWrite={(now) => (write = now)} />)
  await settled(portal)
  await waitFor(() => {
    expect(watched.text()).toContain(idOf(portal.emulator, 'admin'))
  })
  return {
    portal,
    storage,
    ...gate,
    ...watched,
    write: () => {
      write()
    },
  }
}

const moments = {
  'with all reads at rest': () => undefined,
  'with all reads on their way': ({ portal, hold }) => {
    hold()
    void portal.queryClient.refetchQueries()
  },
  'with writes on their way, shown already': ({ hold, write }) => {
    hold()
    write()
  },
  'with both on their way': ({ portal, hold, write }) => {
    hold()
    void portal.queryClient.refetchQueries()
    write()
  },
} satisfies Record<string, (world: World) => void>

type World = Awaited<ReturnType<typeof openWatched>>

describe.each(Object.entries(moments))('a switch %s', (_name, begin) => {
  it.each<Who>(['Ada at Tern', 'admin at Tern', 'member', 'nobody'])(
    'leaves nothing to %s',
    async (next) => {
      const world = await openWatched()
      expect(leaksIn(world.portal)).toEqual([])
      act(() => {
        begin(world)
      })
      await breathe()
      await act(() => become(world.portal, next))
      expect(leaksIn(world.portal)).toEqual([])
      world.release()
      await breathe()
      await settled(world.portal)
      expect(leaksIn(world.portal)).toEqual([])
      expect(world.leaks).toEqual([])
    },
  )

  it.each<Who>(['Ada at Tern', 'member', 'nobody'])(
    'in another tab leaves nothing to %s',
    async (next) => {
      const world = await openWatched()
      const there = await openPortal({
        emulator: world.portal.emulator,
        storage: world.storage,
        persona: null,
      })
      const watchedThere = renderWatched(there, <Everything />)
      await settled(there)
      act(() => {
        begin(world)
      })
      await breathe()
      await act(() => become(there, next))
      world.release()
      await breathe()
      for (const portal of [world.portal, there]) {
        expect(portal.client.getSnapshot().identity).toEqual(there.client.getSnapshot().identity)
        await settled(portal)
        expect(leaksIn(portal)).toEqual([])
      }
      expect([...world.leaks, ...watchedThere.leaks]).toEqual([])
    },
  )
})

describe('a switch back and forth', () => {
  it('reads anew for whoever comes back', async () => {
    const world = await openWatched()
    const { portal, sent } = world
    await act(() => become(portal, 'member'))
    await settled(portal)
    const before = sent.length
    await act(() => become(portal, 'admin'))
    await settled(portal)
    await waitFor(() => {
      expect(world.text()).toContain(idOf(portal.emulator, 'admin'))
    })
    const reads = sent.slice(before)
    expect(reads).toContain('GET /b2b/scim')
    expect(reads).toContain('POST /b2b/organizations/me/members/search')
    expect(world.leaks).toEqual([])
  })
})

describe('a switch while something goes on by itself', () => {
  it('ends what is polled for the former member, and goes on for the next', async () => {
    const gate = gated(createEmulator({ seed: 'scim' }), /scim/)
    const portal = await openPortal({ emulator: gate.emulator })
    const Polling = () =>
      JSON.stringify(useScimConnectionGroups({ limit: 2 }, { refetchInterval: 5 }).data)
    const { leaks } = renderWatched(portal, <Polling />)
    await waitFor(() => expect(gate.sent.length).toBeGreaterThan(3))
    gate.hold()
    const held = gate.sent.length
    await waitFor(() => expect(gate.sent.length).toBe(held + 1))
    await act(() => become(portal, 'admin at Tern'))
    gate.release()
    await waitFor(() => expect(gate.sent.length).toBeGreaterThan(held + 4))
    expect(leaksIn(portal)).toEqual([])
    expect(leaks).toEqual([])
    await act(() => become(portal, 'nobody'))
    const last = gate.sent.length
    await new Promise((done) => setTimeout(done, 50))
    expect(gate.sent).toHaveLength(last)
  })

  it('drops the next page that the former member has asked for', async () => {
    const gate = gated(createEmulator({ seed: 'scim' }), /search/)
    const portal = await openPortal({ emulator: gate.emulator })
    let more = () => {}
    const Pages = () => {
      const { data, fetchNextPage } = useOrganizationMembersSearchInfinite({ limit: 2 })
      useEffect(() => {
        more = () => void fetchNextPage()
      })
      return JSON.stringify(data)
    }
    const { leaks, text } = renderWatched(portal, <Pages />)
    await waitFor(() => expect(text()).toContain('member_id'))
    await settled(portal)
    gate.hold()
    const before = gate.sent.length
    act(() => {
      more()
    })
    await waitFor(() => expect(gate.sent).toHaveLength(before + 1))
    await act(() => become(portal, 'admin at Tern'))
    gate.release()
    await waitFor(() => expect(text()).toContain(idOf(portal.emulator, 'admin at Tern')))
    await settled(portal)
    expect(leaksIn(portal)).toEqual([])
    expect(leaks).toEqual([])
  })
})

describe('what a sign-in has answered', () => {
  it('is gone with the one whom it has signed in, though its hook is still there', async () => {
    const portal = await openPortal({ seed: 'scim', persona: null })
    const { token } = portal.emulator.createMagicLink('admin')
    const SignIn = () => {
      const { data, mutate } = useMagicLinksAuthenticate()
      useEffect(() => {
        mutate({ magic_links_token: token, session_duration_minutes: 60 })
      }, [mutate])
      return JSON.stringify(data)
    }
    const { leaks, text } = renderWatched(portal, <SignIn />)
    await waitFor(() => expect(text()).toContain(idOf(portal.emulator, 'admin')))
    await act(() => become(portal, 'member'))
    expect(text()).toBe('')
    expect(portal.queryClient.getMutationCache().getAll()).toEqual([])
    expect(leaks).toEqual([])
  })
})

describe('two people who begin to sign in, one after the other', () => {
  it('are each shown their own organizations only', async () => {
    const gate = gated(createEmulator({ seed: 'scim' }), /discovery\/organizations$/)
    const portal = await openPortal({ emulator: gate.emulator, persona: null })
    const { emulator, client } = portal
    const begin = async (email_address: string) => {
      await client.magicLinks.email.discovery.send({ email_address })
      const discovery_magic_links_token = emulator.inbox.at(-1)?.token ?? ''
      await client.magicLinks.discovery.authenticate({ discovery_magic_links_token })
    }
    const shown: string[] = []
    const Organizations = () => {
      const { data } = useDiscoveryOrganizationsList({ placeholderData: keepPreviousData })
      const text = data ? JSON.stringify(data) : ''
      useEffect(() => void shown.push(text), [text])
      return text
    }
    const { text } = renderWatched(portal, <Organizations />)
    await act(() => begin('ada.lovelace@northwind.example'))
    await waitFor(() => expect(text()).toContain('northwind'))
    expect(text()).toContain('tern')

    // The first one's list is being read again when the second one begins.
    gate.hold()
    act(() => void portal.queryClient.refetchQueries())
    await breathe()
    const first = client.getSnapshot().intermediateId
    await act(() => begin('tomas@tern.example'))
    expect(client.getSnapshot().intermediateId).not.toBe(first)
    const before = shown.length
    gate.release()
    await waitFor(() => expect(text()).toContain('tern'))
    await settled(portal)
    expect(shown.slice(before).join()).not.toContain('northwind')
    expect(cachedText(portal).queries).not.toContain('northwind')
  })
})
