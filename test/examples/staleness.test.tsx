import { render, screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { describe, expect, it } from 'vitest'
import {
  organizationMembersQueries,
  scimQueries,
  useOrganizationMembersSearch,
} from 'orgportal/hooks'
import { DirectoryToken } from '../../examples/staleness/DirectoryToken.tsx'
import {
  knownDirectory,
  loadMembersPage,
  membersHaveChanged,
} from '../../examples/staleness/keys.ts'
import { MemberName } from '../../examples/staleness/MemberName.tsx'
import { cachedText, countRequests, openPortal } from '../hooks/harness.tsx'

describe('docs/staleness.md', () => {
  it('reads the cache by a key', async () => {
    const { client, queryClient } = await openPortal({ seed: 'scim' })
    expect(knownDirectory(queryClient, client)).toBeUndefined()
    await queryClient.query(scimQueries.connection(client))
    expect(knownDirectory(queryClient, client)).toBe('Northwind Okta directory')
  })

  it('prefetches a page once, and says that all searches are out of date', async () => {
    const portal = await openPortal()
    const { client, queryClient } = portal
    const requests = countRequests(portal)
    await loadMembersPage(queryClient, client)
    await loadMembersPage(queryClient, client)
    expect(requests()).toHaveLength(1)
    const other = organizationMembersQueries.search(client, { limit: 2 })
    await queryClient.query(other)
    await membersHaveChanged(queryClient, client)
    expect(queryClient.getQueryState(other.queryKey)?.isInvalidated).toBe(true)
    await loadMembersPage(queryClient, client)
    expect(requests()).toHaveLength(3)
  })

  it('shows a new name at once, and takes it back when it is refused', async () => {
    const portal = await openPortal()
    function FirstMember() {
      const { data } = useOrganizationMembersSearch({ limit: 1 })
      const [member] = data?.members ?? []
      return member ? <MemberName member={member} /> : null
    }
    render(<FirstMember />, { wrapper: portal.Provider })
    const name = (await screen.findByText(/\w/, { selector: 'strong' })).textContent
    portal.emulator.faults.add({ method: 'PUT', path: '*', status: 403 })
    portal.emulator.setLatency(30)
    act(() => screen.getByRole('button', { name: 'Rename' }).click())
    await screen.findByText('Ada King')
    await screen.findByRole('alert')
    expect(screen.getByText(name)).toBeTruthy()
  })

  it('forgets the token that was copied', async () => {
    const portal = await openPortal({ seed: 'scim' })
    render(<DirectoryToken />, { wrapper: portal.Provider })
    const begin = await screen.findByRole('button', { name: 'New token' })
    act(() => begin.click())
    const token = (await screen.findByRole('status')).textContent
    expect(token.length).toBeGreaterThan(20)
    act(() => screen.getByRole('button', { name: 'I have copied it' }).click())
    await screen.findByText(/••••/)
    await waitFor(() => {
      const { queries, mutations } = cachedText(portal)
      expect(queries + mutations).not.toContain(token)
    })
  })
})
