import { describe, expect, it, vi } from 'vitest'
import { memberRecord, organizationRecord, setUpBrowser, signIn } from './wire.ts'

const browser = setUpBrowser()

describe('updateRecords', () => {
  it('takes over newer records of the session’s member and organization, for other tabs and reloads too', async () => {
    const client = browser.open()
    await signIn(client)
    const other = browser.open()
    await vi.waitFor(() => expect(other.getSnapshot().fromCache).toBe(false))
    const sent = browser.wire.sent.length
    client.updateRecords({ member: memberRecord({ name: 'Inês' }) })
    client.updateRecords({ organization: organizationRecord({ organization_name: 'Southwind' }) })
    expect(client.self.getSync()?.name).toBe('Inês')
    expect(client.organization.getSync()?.organization_name).toBe('Southwind')
    await vi.waitFor(() =>
      expect(other.organization.getSync()?.organization_name).toBe('Southwind'),
    )
    expect(other.self.getSync()?.name).toBe('Inês')
    expect(browser.wire.sent.slice(sent).filter(({ method }) => method === 'PUT')).toEqual([])
    expect(browser.reload().self.getSync()?.name).toBe('Inês')
  })

  it('ignores those of others', async () => {
    const client = browser.open()
    await signIn(client)
    const before = client.getSnapshot()
    const listener = vi.fn<() => void>()
    client.subscribe(listener)
    client.updateRecords({
      member: memberRecord({ member_id: 'member-2', name: 'Omar' }),
      organization: organizationRecord({ organization_id: 'organization-2' }),
    })
    expect(client.getSnapshot()).toBe(before)
    expect(listener).not.toHaveBeenCalled()
  })

  it('ignores all of them while nobody is signed in', () => {
    const client = browser.open()
    client.updateRecords({ member: memberRecord(), organization: organizationRecord() })
    expect(client.getSnapshot()).toMatchObject({ status: 'anonymous', member: null })
    expect(browser.item()).toBeNull()
  })
})
