import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  authResponse,
  data,
  deferred,
  memberRecord,
  organizationRecord,
  setUpBrowser,
  signIn,
  type Wire,
} from './wire.ts'
import type { B2BClient } from 'orgportal/client'

const AUTHENTICATE = '/b2b/sessions/authenticate'

const browser = setUpBrowser()
let wire: Wire
let client: B2BClient

beforeEach(() => {
  wire = browser.wire
  client = browser.open()
})

describe('organization', () => {
  it('is renewed by get and update', async () => {
    await signIn(client)
    const renamed = organizationRecord({ organization_name: 'Northwind Two' })
    wire.next('/b2b/organizations/me', () => data({ organization: renamed }))
    await client.organization.update({ organization_name: 'Northwind Two' })
    expect(client.organization.getSync()).toEqual(renamed)

    const again = organizationRecord({ organization_name: 'Northwind Three' })
    wire.next('/b2b/organizations/me', () => data({ organization: again }))
    expect(await client.organization.get()).toEqual(again)
    expect(client.organization.getInfo()).toEqual({ organization: again, fromCache: false })
  })

  it('of before a switch does not come back with a late answer', async () => {
    await signIn(client)
    const { promise, resolve } = deferred()
    wire.next('/b2b/organizations/me', async () => {
      await promise
      return data({ organization: organizationRecord() })
    })
    const late = client.organization.get()
    wire.next('/b2b/sessions/exchange', () =>
      data(
        authResponse({ session: { member_session_id: 's2', organization_id: 'organization-2' } }),
      ),
    )
    await client.session.exchange({
      organization_id: 'organization-2',
      session_duration_minutes: 60,
    })
    resolve()
    await late
    expect(client.organization.getSync()?.organization_id).toBe('organization-2')
  })
})

describe('listeners', () => {
  it('hear of what changes, and only of that', async () => {
    await signIn(client)
    const onSession = vi.fn()
    const onMember = vi.fn()
    const onState = vi.fn()
    client.session.onChange(onSession)
    const stop = client.self.onChange(onMember)
    client.onStateChange(onState)

    const later = { last_accessed_at: '2026-06-01T00:00:00Z' }
    const session = { expires_at: client.session.getSync()?.expires_at ?? '', ...later }
    wire.next(AUTHENTICATE, () => data(authResponse({ session })))
    await client.session.authenticate()
    expect(onState).not.toHaveBeenCalled()

    const member = memberRecord({ name: 'Ines Okafor' })
    wire.next('/b2b/organizations/members/me', () => data({ member_id: 'member-1', member }))
    expect(await client.self.get()).toEqual(member)
    expect(onMember.mock.calls).toEqual([[member]])
    expect(onSession).not.toHaveBeenCalled()
    expect(onState).toHaveBeenLastCalledWith(expect.objectContaining({ member }))
    expect(browser.stored()).toMatchObject({ member: { name: 'Ines Okafor' } })

    stop()
    await client.session.revoke()
    expect(onMember).toHaveBeenCalledTimes(1)
    expect(onSession.mock.calls).toEqual([[null]])
    expect(onState).toHaveBeenLastCalledWith({})
  })
})
