import { render, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { OrgportalDevtools } from 'orgportal/devtools'
import { openPortal } from '../hooks/harness.tsx'
import { devtools, enter, openTab, press } from './panel.ts'

const rows = () => devtools().queryAllByRole('listitem')

describe('OrgportalDevtools: requests', () => {
  it('lists what was sent before it was opened, newest first, with the request id', async () => {
    const { Provider, client, emulator } = await openPortal({ seed: 'scim' })
    render(<OrgportalDevtools />, { wrapper: Provider })
    await client.scim.getConnection()
    await client.session.authenticate()
    await press('Open orgportal devtools')
    await openTab('Requests')
    expect(rows().map((row) => within(row).getByText(/\/b2b\//).textContent)).toEqual([
      'POST /b2b/sessions/authenticate',
      'GET /b2b/scim',
    ])
    const id = emulator.requests.at(-1)?.request_id ?? ''
    expect(rows()[0]).toHaveTextContent(id)
    expect(rows()[0]).toHaveTextContent('200')
  })

  it('shows each attempt of a request that was repeated, and failures of the network', async () => {
    const { Provider, client, emulator } = await openPortal({ seed: 'scim' })
    render(<OrgportalDevtools initialOpen />, { wrapper: Provider })
    await openTab('Requests')
    emulator.faults.add({ path: '*/scim', networkError: true })
    await client.scim.getConnection()
    await waitFor(() => {
      expect(rows()).toHaveLength(2)
    })
    expect(rows()[0]).toHaveTextContent(/200.*attempt 2/)
    expect(rows()[1]).toHaveTextContent(/failed.*NetworkError/)
  })

  it('filters by status and error type, pauses and clears', async () => {
    const { Provider, client, emulator } = await openPortal({ seed: 'scim' })
    render(<OrgportalDevtools initialOpen />, { wrapper: Provider })
    await openTab('Requests')
    emulator.faults.add({ path: '*/scim', status: 403, error_type: 'session_authorization_error' })
    await expect(client.scim.getConnection()).rejects.toThrow()
    await client.scim.getConnection()
    await waitFor(() => {
      expect(rows()).toHaveLength(2)
    })
    enter(devtools().getByRole('searchbox'), 'get 403 authorization')
    expect(rows()).toHaveLength(1)
    enter(devtools().getByRole('searchbox'), '')

    await press('Pause')
    await client.scim.getConnection()
    await openTab('Session')
    await openTab('Requests')
    expect(rows()).toHaveLength(2)
    await press('Clear')
    expect(rows()).toHaveLength(0)
  })

  it('keeps the last two hundred', async () => {
    const { Provider, client } = await openPortal({ seed: 'scim' })
    render(<OrgportalDevtools />, { wrapper: Provider })
    for (let count = 0; count < 205; count += 1) await client.scim.getConnection()
    await press('Open orgportal devtools')
    await openTab('Requests')
    expect(rows()).toHaveLength(200)
  })
})
