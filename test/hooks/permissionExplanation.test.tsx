import { act } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { createMemoryStorage } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import {
  scimQueries,
  usePermission,
  type PermissionExplanation,
  type PermissionQuestion,
} from 'orgportal/hooks'
import type { TestPortal } from 'orgportal/testing'
import { memberNamed } from '../emulator/api.ts'
import { sampleConnection, tokenOf, walkSaml } from '../emulator/ssoWalk.ts'
import { countRequests, gated, openPortal, renderIn, withCookiesOnly } from './harness.tsx'

/** Somebody of a seed, by name, signed in by a mailed link. */
async function openAs(name: string, seed: 'sample' | 'scim' = 'sample'): Promise<TestPortal> {
  const emulator = createEmulator({ seed })
  return openPortal({ emulator, persona: memberNamed(emulator, name) })
}

function explain(portal: TestPortal, ...question: PermissionQuestion): PermissionExplanation {
  const { result, unmount } = renderIn(portal, () => usePermission(...question))
  unmount()
  return result.current.explain()
}

const idsOf = (roles: readonly { role_id: string }[]) => roles.map(({ role_id }) => role_id)

describe('explain', () => {
  it('names the role that grants it, and that it was given directly', async () => {
    const portal = await openAs('Ines Okafor')
    expect(explain(portal, 'stytch.scim', 'update')).toEqual({
      reason: 'granted',
      asked: [['stytch.scim', 'update']],
      heldRoles: [
        {
          role_id: 'it_admin',
          description: 'Runs single sign-on and the directory',
          kind: 'project',
          sources: [{ type: 'direct_assignment' }],
          counts: 'now',
        },
      ],
      rolesThatGrant: [
        {
          role_id: 'stytch_admin',
          description: 'Runs the whole organization',
          kind: 'built-in',
        },
        {
          role_id: 'it_admin',
          description: 'Runs single sign-on and the directory',
          kind: 'project',
        },
      ],
      unknownRoles: [],
      viewedRoles: null,
    })
  })

  it('names the roles that would grant it where none is held', async () => {
    const portal = await openAs('Aiko Tanaka')
    const explanation = explain(portal, 'stytch.scim', 'delete')
    expect(explanation).toMatchObject({ reason: 'no-role', heldRoles: [] })
    expect(idsOf(explanation.rolesThatGrant)).toEqual(['stytch_admin', 'it_admin'])
  })

  it("tells the organization's own roles from the project's", async () => {
    const portal = await openAs('Mia Svensson')
    const kinds = explain(portal, 'document', 'update').rolesThatGrant.map(
      ({ role_id, kind }) => `${role_id}: ${kind}`,
    )
    expect(kinds).toEqual(['engineer: project', 'fleet_operator: organization'])
  })

  it('knows roles that come by the domain of the address', async () => {
    const portal = await openAs('Rosa Jiménez')
    expect(explain(portal, 'document', 'read').heldRoles).toMatchObject([
      {
        role_id: 'viewer',
        sources: [{ type: 'email_assignment', email_domain: 'contractors.northwind.example' }],
        counts: 'now',
      },
    ])
  })

  it('says that a role from SSO counts only in a session that was begun there', async () => {
    const portal = await openAs('Bruno Costa')
    const connection_id = sampleConnection(portal)
    const group = {
      type: 'sso_connection_group',
      connection_id,
      connection_name: 'Northwind Okta',
      group: 'Robotics',
    }
    const { result } = renderIn(portal, () => usePermission('document', 'publish'))
    expect(result.current.allowed).toBe(false)
    expect(result.current.explain()).toMatchObject({
      reason: 'not-in-session',
      heldRoles: [{ role_id: 'engineer', sources: [group], counts: 'with-sso' }],
    })

    const person = portal.client.self.getSync()?.member_id ?? ''
    const sso_token = tokenOf(await walkSaml(portal, connection_id, { person }))
    await act(() => portal.client.sso.authenticate({ sso_token, session_duration_minutes: 60 }))
    expect(result.current.allowed).toBe(true)
    expect(result.current.explain()).toMatchObject({
      reason: 'granted',
      heldRoles: [{ role_id: 'engineer', sources: [group], counts: 'now' }],
    })
  })

  it('says that a role that was given since the session was confirmed does not count yet', async () => {
    const portal = await openAs('Mia Svensson')
    const { result } = renderIn(portal, () => usePermission('stytch.scim', 'get'))
    const before = result.current
    const admin = await openPortal({ emulator: portal.emulator, persona: 'admin' })
    const member_id = portal.client.self.getSync()?.member_id ?? ''
    await admin.client.organization.members.update({ member_id, roles: ['auditor'] })
    await act(() => portal.client.self.get())
    expect(result.current).not.toBe(before)
    expect(result.current.explain()).toMatchObject({
      reason: 'not-in-session',
      heldRoles: [{ role_id: 'auditor', counts: 'after-refresh' }],
    })
    await act(() => portal.client.session.authenticate())
    expect(result.current.explain()).toMatchObject({
      reason: 'granted',
      heldRoles: [{ role_id: 'auditor', counts: 'now' }],
    })
  })

  it('names a SCIM group by what is cached of the groups, and never asks for it', async () => {
    const portal = await openAs("Liam O'Connor", 'scim')
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => usePermission('stytch.scim', 'get'))
    const sources = () => result.current.explain().heldRoles.flatMap((role) => role.sources)
    const [unnamed] = sources()
    if (unnamed?.type !== 'scim_connection_group') throw new Error(String(unnamed?.type))
    expect(unnamed.connection_name).toBe('Northwind Okta directory')
    expect(unnamed.group_name).toBe(unnamed.group_id)
    expect(requests()).toEqual([])

    await portal.queryClient.query(scimQueries.connectionGroups(portal.client, { limit: 50 }))
    expect(sources()).toEqual([{ ...unnamed, group_name: 'IT Operations' }])
    portal.queryClient.clear()
    await portal.queryClient.infiniteQuery(scimQueries.connectionGroupsInfinite(portal.client))
    expect(sources()).toEqual([{ ...unnamed, group_name: 'IT Operations' }])
  })

  it('names all sources of a role that has several', async () => {
    const portal = await openAs('Farid Haddad', 'scim')
    const [engineer] = explain(portal, 'document', 'publish').heldRoles
    expect(engineer?.sources.map(({ type }) => type)).toEqual([
      'direct_assignment',
      'scim_connection_group',
    ])
  })

  it('says whose roles were looked through, and forgets it with the session', async () => {
    const portal = await openAs('Ada Lovelace')
    const { result } = renderIn(portal, () => usePermission('stytch.scim', 'get'))
    act(() => portal.client.rbac.viewAs(['auditor', 'nobody']))
    expect(result.current.explain()).toMatchObject({
      reason: 'granted',
      heldRoles: [{ role_id: 'auditor', sources: [{ type: 'viewed' }], counts: 'now' }],
      unknownRoles: ['nobody'],
      viewedRoles: ['auditor', 'nobody'],
    })
    await act(() => portal.client.session.revoke())
    expect(result.current.explain()).toMatchObject({ reason: 'signed-out', viewedRoles: null })
  })

  it('tells what the policy does not know from what nobody may do', async () => {
    const portal = await openAs('Ada Lovelace')
    expect(explain(portal, 'spaceship', 'launch').reason).toBe('unknown-resource')
    expect(explain(portal, 'document', 'incinerate').reason).toBe('unknown-action')
    expect(explain(portal, 'document', 'delete')).toMatchObject({
      reason: 'no-role',
      rolesThatGrant: [],
    })
    // By all actions, though the policy does not list this one.
    expect(explain(portal, 'invoice', 'burn').rolesThatGrant).toMatchObject([
      { role_id: 'billing_admin' },
    ])
  })

  it('says that it is not known yet', async () => {
    const storage = createMemoryStorage()
    const visited = await openPortal({ storage })
    const { emulator, hold, release } = gated(visited.emulator)
    hold()
    const portal = await openPortal({ persona: null, emulator, storage: withCookiesOnly(storage) })
    expect(explain(portal, 'stytch.scim', 'get')).toMatchObject({
      reason: 'loading',
      heldRoles: [],
      rolesThatGrant: [],
    })
    release()
  })

  it('costs nothing until it is called', async () => {
    const portal = await openAs("Liam O'Connor", 'scim')
    const looks = vi.spyOn(portal.queryClient, 'getQueriesData')
    const { result } = renderIn(portal, () => usePermission('stytch.scim', 'get'))
    expect(looks).not.toHaveBeenCalled()
    result.current.explain()
    expect(looks).toHaveBeenCalled()
  })
})
