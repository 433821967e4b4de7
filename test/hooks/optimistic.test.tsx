import { act, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { B2BClient, Member } from 'orgportal/client'
import { createEmulator, type Emulator } from 'orgportal/emulator'
import {
  organizationMembersMutations,
  organizationMembersQueries,
  organizationMutations,
  organizationQueries,
  scimMutations,
  scimQueries,
  selfMutations,
  selfQueries,
  ssoOidcMutations,
  ssoQueries,
  ssoSamlMutations,
  useMember,
  useOrganization,
  useOrganizationMembersSearch,
  useOrganizationMembersUpdate,
  useOrganizationUpdate,
  useSelfUpdate,
  type ReadOptions,
  type WriteOptions,
} from 'orgportal/hooks'
import { signIn, type TestPortal } from 'orgportal/testing'
import { openPortal, renderIn, settled } from './harness.tsx'

const CHANGES = /^(PUT|DELETE)$/

/**
 * The emulator behind a gate: changes reach it at once and in order, each answer waits until it is let
 * through. Reads pass.
 */
function behindGate(emulator: Emulator) {
  const letThrough: (() => void)[] = []
  const fetch: Emulator['fetch'] = async (input, init) => {
    const answer = emulator.fetch(input, init)
    if (!CHANGES.test(init?.method ?? 'GET')) return answer
    const gate = new Promise<void>((resolve) => letThrough.push(resolve))
    await answer.catch(() => undefined)
    await gate
    return answer
  }
  return {
    emulator: { ...emulator, fetch },
    sent: (count: number) => waitFor(() => expect(letThrough).toHaveLength(count)),
    /** Lets the answer to the change with this number through. */
    answer: (number: number) => letThrough[number]?.(),
  }
}

async function openGated(seed: 'sample' | 'scim' = 'sample') {
  const { emulator, sent, answer } = behindGate(createEmulator({ seed }))
  const portal = await openPortal({ emulator })
  renderIn(portal, () => null)
  return { portal, sent, answer }
}

const start = <Answer, Variables>(
  { queryClient, client }: TestPortal,
  factory: (client: B2BClient) => WriteOptions<Answer, Variables>,
  variables: Variables,
): Promise<Answer> =>
  queryClient.getMutationCache().build(queryClient, factory(client)).execute(variables)

const memberNamed = ({ emulator }: TestPortal, name: string) => {
  const found = Object.values(emulator.data.members).find((member) => member.name === name)
  if (!found) throw new Error(`There is nobody called ${name}.`)
  return found
}

const ALL = {
  query: {
    operator: 'AND' as const,
    operands: [
      {
        filter_name: 'statuses' as const,
        filter_value: ['active', 'invited', 'pending', 'deleted'],
      },
    ],
  },
}
const list = (client: B2BClient) => organizationMembersQueries.search(client, ALL)

/** How the list shows a member. */
function shown({ queryClient, client }: TestPortal, memberId: string): Member | undefined {
  const page = queryClient.getQueryData(list(client).queryKey)
  return page?.members.find(({ member_id }) => member_id === memberId)
}

const directRoles = (member: Member | undefined) =>
  member?.roles
    .filter(({ sources }) => sources.some(({ type }) => type === 'direct_assignment'))
    .map(({ role_id }) => role_id)

/** A change, the read that shows it at once, and what of it. */
interface Case {
  begin: (portal: TestPortal) => Promise<unknown>
  read: (client: B2BClient) => ReadOptions<unknown>
  expected: RegExp
  seed?: 'scim'
}

const first = (portal: TestPortal, type: 'saml' | 'oidc') => {
  const found = Object.values(portal.emulator.data.sso_connections).find((one) => one.type === type)
  return found?.connection_id ?? ''
}

const cases: Record<string, Case> = {
  'the name of the organization': {
    begin: (portal) =>
      start(portal, organizationMutations.update, { organization_name: 'Shown at once' }),
    read: organizationQueries.get,
    expected: /"organization_name":"Shown at once"/,
  },
  'a setting of the organization': {
    begin: (portal) =>
      start(portal, organizationMutations.update, { mfa_policy: 'REQUIRED_FOR_ALL' }),
    read: organizationQueries.get,
    expected: /"mfa_policy":"REQUIRED_FOR_ALL"/,
  },
  'that there is no default connection': {
    begin: (portal) =>
      start(portal, organizationMutations.update, { sso_default_connection_id: '' }),
    read: organizationQueries.get,
    expected: /"sso_default_connection_id":null/,
  },
  'the name of a member': {
    begin: (portal) => {
      const { member_id } = memberNamed(portal, 'Bruno Costa')
      return start(portal, organizationMembersMutations.update, {
        member_id,
        name: 'Shown at once',
      })
    },
    read: list,
    expected: /"name":"Shown at once"/,
  },
  'the switches of a member': {
    begin: (portal) => {
      const { member_id } = memberNamed(portal, 'Grace Kimani')
      const input = { member_id, is_breakglass: true, untrusted_metadata: { desk: 12 } }
      return start(portal, organizationMembersMutations.update, input)
    },
    read: list,
    expected:
      /"name":"Grace Kimani"(?:(?!"name").)*"untrusted_metadata":{"desk":12}(?:(?!"name").)*"is_breakglass":true/,
  },
  'that a member is deleted': {
    begin: (portal) =>
      start(
        portal,
        organizationMembersMutations.delete,
        memberNamed(portal, 'Grace Kimani').member_id,
      ),
    read: list,
    expected: /"status":"deleted","name":"Grace Kimani"/,
  },
  'that a member is back': {
    begin: (portal) =>
      start(
        portal,
        organizationMembersMutations.reactivate,
        memberNamed(portal, 'Søren Krogh').member_id,
      ),
    read: list,
    expected: /"status":"active","name":"Søren Krogh"/,
  },
  'the member’s own name': {
    begin: (portal) => start(portal, selfMutations.update, { name: 'Shown at once' }),
    read: selfQueries.get,
    expected: /"name":"Shown at once"/,
  },
  'the name of a SAML connection': {
    begin: (portal) =>
      start(portal, ssoSamlMutations.updateConnection, {
        connection_id: first(portal, 'saml'),
        display_name: 'Shown at once',
      }),
    read: ssoQueries.connections,
    expected: /"display_name":"Shown at once"/,
  },
  'the name of a SCIM connection': {
    seed: 'scim',
    begin: (portal) => {
      const [connection_id = ''] = Object.keys(portal.emulator.data.scim_connections)
      return start(portal, scimMutations.updateConnection, {
        connection_id,
        display_name: 'Shown at once',
      })
    },
    read: scimQueries.connection,
    expected: /"display_name":"Shown at once"/,
  },
}

describe('an optimistic write', () => {
  describe.each(Object.entries(cases))('shows %s', (_what, { begin, read, expected, seed }) => {
    async function begun() {
      const gated = await openGated(seed)
      const { queryClient, client } = gated.portal
      await queryClient.query(read(client))
      const text = () => JSON.stringify(queryClient.getQueryData(read(client).queryKey))
      const before = queryClient.getQueryData(read(client).queryKey)
      return { ...gated, before, text }
    }

    it('before the answer, and after it', async () => {
      const { portal, sent, answer, text } = await begun()
      expect(text()).not.toMatch(expected)
      const done = begin(portal)
      await waitFor(() => expect(text()).toMatch(expected))
      await sent(1)
      answer(0)
      await done
      expect(text()).toMatch(expected)
    })

    it.each([
      ['it is refused', { status: 403 }],
      ['the server fails', { status: 500 }],
      ['no answer comes', { networkError: true }],
    ])('no longer when %s', async (_how, fault) => {
      const { portal, answer, before, text } = await begun()
      portal.emulator.faults.add({ path: '*', ...fault })
      const done = begin(portal).catch((error: unknown) => error)
      await waitFor(() => expect(text()).toMatch(expected))
      const { queryClient, client } = portal
      await waitFor(() => {
        for (let number = 0; number < 9; number++) answer(number)
        expect(queryClient.getQueryData(read(client).queryKey)).toBe(before)
      })
      expect(await done).toBeInstanceOf(Error)
    })
  })

  it('shows the roles that are given directly, and leaves those from elsewhere', async () => {
    const { portal, sent, answer } = await openGated()
    const { queryClient, client } = portal
    const { member_id } = memberNamed(portal, 'Kavya Raman')
    await queryClient.query(list(client))
    const implicit = (member: Member | undefined) =>
      JSON.stringify(
        member?.roles.flatMap(({ sources }) =>
          sources.filter(({ type }) => type !== 'direct_assignment'),
        ),
      )
    const before = implicit(shown(portal, member_id))
    const done = start(portal, organizationMembersMutations.update, {
      member_id,
      roles: ['stytch_admin', 'engineer'],
    })
    await sent(1)
    const expectation = shown(portal, member_id)
    expect(directRoles(expectation)).toEqual(['stytch_member', 'stytch_admin', 'engineer'])
    expect(expectation?.is_admin).toBe(true)
    expect(implicit(expectation)).toBe(before)
    answer(0)
    await done
    expect(shown(portal, member_id)).toEqual({
      ...expectation,
      updated_at: shown(portal, member_id)?.updated_at,
    })
  })

  describe('beside another one', () => {
    async function two(faults: ('first' | 'second')[] = []) {
      const { portal, sent, answer } = await openGated()
      const { queryClient, client, emulator } = portal
      const { member_id } = memberNamed(portal, 'Grace Kimani')
      await queryClient.query(list(client))
      const refuse = (which: 'first' | 'second') => {
        if (faults.includes(which)) emulator.faults.add({ path: '*', status: 403, times: 1 })
      }
      const begin = (input: { name: string } | { roles: string[] }) =>
        start(portal, organizationMembersMutations.update, { member_id, ...input }).catch(
          () => undefined,
        )
      refuse('first')
      const renaming = begin({ name: 'Grace K.' })
      await sent(1)
      emulator.clock.advance(1_000)
      refuse('second')
      const promoting = begin({ roles: ['engineer'] })
      await sent(2)
      const now = () => {
        const member = shown(portal, member_id)
        return { name: member?.name, roles: directRoles(member) }
      }
      return { portal, answer, now, done: [renaming, promoting] }
    }
    const both = { name: 'Grace K.', roles: ['stytch_member', 'engineer'] }
    const renamed = { name: 'Grace K.', roles: ['stytch_member'] }
    const promoted = { name: 'Grace Kimani', roles: ['stytch_member', 'engineer'] }
    const neither = { name: 'Grace Kimani', roles: ['stytch_member'] }

    it.each([
      ['in order', [0, 1], [], both, both],
      ['in the other order', [1, 0], [], both, both],
      ['in order, the first is refused', [0, 1], ['first' as const], promoted, promoted],
      ['in the other order, the first is refused', [1, 0], ['first' as const], both, promoted],
      ['in order, the second is refused', [0, 1], ['second' as const], both, renamed],
      ['in the other order, the second is refused', [1, 0], ['second' as const], renamed, renamed],
      [
        'in order, both are refused',
        [0, 1],
        ['first' as const, 'second' as const],
        promoted,
        neither,
      ],
      [
        'in the other order, both are refused',
        [1, 0],
        ['first' as const, 'second' as const],
        renamed,
        neither,
      ],
    ])('shows what will be when answers come %s', async (_how, order, faults, between, after) => {
      const { answer, now, done } = await two(faults)
      expect(now()).toEqual(both)
      for (const [index, number] of order.entries()) {
        answer(number)
        await done[number]
        expect(now()).toEqual(index === 0 ? between : after)
      }
    })

    it('leaves the client’s own record as the server has it, in whichever order answers come', async () => {
      const { portal, sent, answer } = await openGated()
      const { client, emulator } = portal
      const renaming = start(portal, organizationMutations.update, { organization_name: 'First' })
      await sent(1)
      emulator.clock.advance(1_000)
      const again = start(portal, organizationMutations.update, { organization_name: 'Second' })
      await sent(2)
      answer(1)
      await again
      answer(0)
      await renaming
      expect(client.organization.getSync()?.organization_name).toBe('Second')
      const { queryKey } = organizationQueries.get(client)
      expect(portal.queryClient.getQueryData(queryKey)?.organization_name).toBe('Second')
    })
  })

  it('is shown on top of what a read brings meanwhile, and that stays when it is refused', async () => {
    const { portal, sent, answer } = await openGated()
    const { queryClient, client, emulator } = portal
    const grace = memberNamed(portal, 'Grace Kimani')
    await queryClient.query(list(client))
    emulator.faults.add({ path: '*', status: 403, times: 1 })
    const done = start(portal, organizationMembersMutations.update, {
      member_id: grace.member_id,
      name: 'Mine',
    }).catch(() => undefined)
    await sent(1)
    grace.is_breakglass = true
    await queryClient.query({ ...list(client), staleTime: 0 })
    expect(shown(portal, grace.member_id)).toMatchObject({ name: 'Mine', is_breakglass: true })
    answer(0)
    await done
    expect(shown(portal, grace.member_id)).toMatchObject({
      name: 'Grace Kimani',
      is_breakglass: true,
    })
  })

  it('does not lose that a list was out of date', async () => {
    const { portal, sent, answer } = await openGated()
    const { queryClient, client } = portal
    const { member_id } = memberNamed(portal, 'Grace Kimani')
    const { queryKey } = list(client)
    await queryClient.query(list(client))
    await queryClient.invalidateQueries({ queryKey, refetchType: 'none' })
    const done = start(portal, organizationMembersMutations.update, { member_id, name: 'Mine' })
    await sent(1)
    answer(0)
    await done
    expect(shown(portal, member_id)?.name).toBe('Mine')
    expect(queryClient.getQueryState(queryKey)?.isInvalidated).toBe(true)
  })

  it('is shown by the hooks that know already, and taken back', async () => {
    const { emulator, sent, answer } = behindGate(createEmulator())
    const portal = await openPortal({ emulator })
    const { result } = renderIn(portal, () => ({
      organization: useOrganization(),
      member: useMember(),
      update: useOrganizationUpdate(),
      updateSelf: useSelfUpdate(),
    }))
    const name = result.current.organization?.organization_name
    emulator.faults.add({ path: '*/organizations/me', status: 403 })
    act(() => {
      result.current.update.mutate({ organization_name: 'Mine' })
      result.current.updateSelf.mutate({ name: 'Me' })
    })
    await sent(2)
    await waitFor(() => expect(result.current.organization?.organization_name).toBe('Mine'))
    expect(result.current.member?.name).toBe('Me')
    answer(0)
    answer(1)
    await waitFor(() => expect(result.current.organization?.organization_name).toBe(name))
    await waitFor(() => expect(result.current.updateSelf.isSuccess).toBe(true))
    expect(result.current.member?.name).toBe('Me')
  })

  it('costs one request where the list is on the screen', async () => {
    const portal = await openPortal()
    const { result } = renderIn(portal, () => ({
      list: useOrganizationMembersSearch(ALL),
      update: useOrganizationMembersUpdate(),
    }))
    await settled(portal)
    const { member_id } = memberNamed(portal, 'Grace Kimani')
    const count = portal.emulator.requests.length
    await act(() => result.current.update.mutateAsync({ member_id, roles: ['engineer'] }))
    await settled(portal)
    expect(portal.emulator.requests).toHaveLength(count + 1)
    expect(directRoles(shown(portal, member_id))).toContain('engineer')
  })

  it.each(['refused', 'accepted'])(
    'leaves nothing to the next member when it is %s after a switch',
    async (outcome) => {
      const { portal, sent, answer } = await openGated()
      const { queryClient, client, emulator } = portal
      const { member_id } = memberNamed(portal, 'Grace Kimani')
      await queryClient.query(list(client))
      if (outcome === 'refused') emulator.faults.add({ path: '*', status: 403, times: 1 })
      const done = start(portal, organizationMembersMutations.update, {
        member_id,
        name: 'Mine',
      }).catch(() => undefined)
      await sent(1)
      await act(() => signIn(client, emulator, 'member'))
      answer(0)
      await done
      expect(
        JSON.stringify(
          queryClient
            .getQueryCache()
            .getAll()
            .map(({ state }) => state),
        ),
      ).not.toContain('Mine')
      expect(queryClient.getQueryCache().findAll({ queryKey: list(client).queryKey })).toEqual([])
    },
  )
})

describe('a first read that is on its way while something is written', () => {
  it('is asked again, and whoever waits for it gets the newer answer', async () => {
    const { portal } = await openGated()
    const { queryClient, client, emulator } = portal
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const options = ssoQueries.connections(client)
    let isFirst = true
    const reading = queryClient.query({
      ...options,
      queryFn: async (context) => {
        const wait = isFirst
        isFirst = false
        const data = await options.queryFn(context)
        if (wait) await gate
        return data
      },
    })
    await waitFor(() => expect(emulator.requests.at(-1)?.path).toMatch(/sso$/))
    await start(portal, ssoOidcMutations.createConnection, { display_name: 'Entra' })
    open()
    const { oidc_connections } = await reading
    expect(oidc_connections.map(({ display_name }) => display_name)).toContain('Entra')
  })
})
