import { render, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { OrgportalDevtools } from 'orgportal/devtools'
import { scimMutations, scimQueries, useScimConnection } from 'orgportal/hooks'
import { countRequests, openPortal, settled } from '../hooks/harness.tsx'
import { devtools, devtoolsElement, openTab, press } from './panel.ts'

function Reader() {
  return useScimConnection().data?.display_name
}

describe('OrgportalDevtools: queries', () => {
  it('lists what of the library is cached, and nothing of the host', async () => {
    const portal = await openPortal({ seed: 'scim' })
    portal.queryClient.setQueryData(['invoices'], [1, 2])
    render(
      <portal.Provider>
        <Reader />
        <OrgportalDevtools initialOpen />
      </portal.Provider>,
    )
    await settled(portal)
    await openTab('Queries')
    const rows = within(devtools().getByRole('list', { name: 'Queries' })).getAllByRole('listitem')
    expect(rows).toHaveLength(1)
    expect(rows[0]).toHaveTextContent(/fresh.*scim\.connection.*used 1×/)
    expect(devtools().queryByRole('alert')).toBeNull()
  })

  it('invalidates one, which is then read again', async () => {
    const portal = await openPortal({ seed: 'scim' })
    render(
      <portal.Provider>
        <Reader />
        <OrgportalDevtools initialOpen />
      </portal.Provider>,
    )
    await settled(portal)
    await openTab('Queries')
    const sent = countRequests(portal)
    await press('Invalidate scim.connection')
    await settled(portal)
    expect(sent()).toEqual(['GET /b2b/scim'])
  })

  it('sounds the alarm for data of another member', async () => {
    const portal = await openPortal({ seed: 'scim' })
    const key = scimQueries.connection(portal.client).queryKey
    portal.queryClient.setQueryData([key[0], key[1], key[2], 'member-of-old', ...key.slice(4)], {})
    render(<OrgportalDevtools initialOpen />, { wrapper: portal.Provider })
    await openTab('Queries')
    expect(devtools().getByRole('alert')).toHaveTextContent('another member or organization')
    expect(devtools().getByText('another owner')).toBeInTheDocument()
  })

  it('lists mutations without what they were given and what they answered', async () => {
    const portal = await openPortal({ seed: 'sample' })
    render(<OrgportalDevtools initialOpen />, { wrapper: portal.Provider })
    await openTab('Queries')
    const options = scimMutations.createConnection(portal.client)
    const { connection } = await portal.queryClient
      .getMutationCache()
      .build(portal.queryClient, options)
      .execute({ display_name: 'Mine alone', identity_provider: 'okta' })
    await waitFor(() => {
      expect(devtools().getByText('scim.createConnection')).toBeInTheDocument()
    })
    expect(connection.bearer_token).not.toBe('')
    expect(devtoolsElement().textContent).not.toContain(connection.bearer_token)
    expect(devtoolsElement().textContent).not.toContain('Mine alone')
  })
})
