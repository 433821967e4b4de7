import { render, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import { OrgportalDevtools } from 'orgportal/devtools'
import { createEmulator } from 'orgportal/emulator'
import { OrgportalProvider, useScimConnection } from 'orgportal/hooks'
import { openPortal, settled } from '../hooks/harness.tsx'
import { devtools, enter, openTab, press } from './panel.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

function Reader() {
  return useScimConnection().data?.display_name
}

async function openEmulatorTab(options?: Parameters<typeof openPortal>[0]) {
  const portal = await openPortal(options)
  render(
    <portal.Provider>
      <Reader />
      <OrgportalDevtools initialOpen emulator={portal.emulator} />
    </portal.Provider>,
  )
  await openTab('Emulator')
  await devtools().findByRole('form', { name: 'Add a fault' })
  return portal
}

const faultRows = () =>
  within(devtools().getByRole('list', { name: 'Faults' })).getAllByRole('listitem')

async function addFault(path: string, answer: string, times = '1') {
  await waitFor(() => {
    expect(devtools().getByRole('button', { name: 'Add fault' })).toBeEnabled()
  })
  const form = within(devtools().getByRole('form', { name: 'Add a fault' }))
  enter(form.getByLabelText(/Path/), path)
  enter(form.getByLabelText('Answer'), answer)
  enter(form.getByLabelText(/Times/), times)
  await userEvent.click(form.getByRole('button', { name: 'Add fault' }))
}

describe('OrgportalDevtools: the emulator', () => {
  it('is not there, and nothing is sent to it, unless it is handed in', async () => {
    const emulator = createEmulator()
    const asked: string[] = []
    const client = createB2BClient(emulator.publicToken, {
      baseUrl: emulator.baseUrl,
      storage: createMemoryStorage(),
      fetch: (input, init) => {
        asked.push(input instanceof Request ? input.url : String(input))
        return emulator.fetch(input, init)
      },
    })
    const globalFetch = vi.fn()
    vi.stubGlobal('fetch', globalFetch)
    const { Provider, dispose } = await openPortal()
    render(
      <Provider>
        <OrgportalProvider client={client}>
          <OrgportalDevtools initialOpen />
        </OrgportalProvider>
      </Provider>,
    )
    for (const tab of devtools().getAllByRole('tab')) await userEvent.click(tab)
    expect(devtools().queryByRole('tab', { name: 'Emulator' })).toBeNull()
    expect(asked.filter((url) => url.includes('/_emulator'))).toEqual([])
    expect(globalFetch).not.toHaveBeenCalled()
    client.dispose()
    dispose()
  })

  it('is asked only once its tab is open', async () => {
    const { Provider, emulator } = await openPortal()
    const fetch = vi.fn(emulator.fetch)
    render(<OrgportalDevtools initialOpen emulator={{ ...emulator, fetch }} />, {
      wrapper: Provider,
    })
    await openTab('Requests')
    expect(fetch).not.toHaveBeenCalled()
    await openTab('Emulator')
    await devtools().findByRole('form', { name: 'Add a fault' })
    expect(fetch).toHaveBeenCalled()
  })

  it('is reached by its URL too, and says so when it does not answer', async () => {
    const { Provider, emulator } = await openPortal()
    const fetch = vi.fn(emulator.fetch)
    vi.stubGlobal('fetch', fetch)
    render(<OrgportalDevtools initialOpen emulator="http://localhost:4999/" />, {
      wrapper: Provider,
    })
    await openTab('Emulator')
    enter(await devtools().findByLabelText('Latency'), '250')
    await waitFor(() => {
      expect(emulator.latency).toBe(250)
    })
    expect(fetch.mock.calls.map(([input]) => input)).toContain(
      'http://localhost:4999/_emulator/latency',
    )
    fetch.mockRejectedValue(new TypeError('Failed to fetch'))
    await press('Refresh')
    expect(await devtools().findByRole('alert')).toHaveTextContent(
      'The emulator does not answer at http://localhost:4999.',
    )
  })

  it('adds faults, shows how often they still strike, and removes one of them', async () => {
    const { emulator, client } = await openEmulatorTab({ seed: 'scim' })
    await addFault('*/scim', '503 service_unavailable', '4')
    await addFault('*/otps/*', 'network', '0')
    await waitFor(() => {
      expect(faultRows()).toHaveLength(2)
    })
    expect(faultRows()[0]).toHaveTextContent('503any */scim4× left')
    expect(faultRows()[1]).toHaveTextContent('no answerany */otps/*until removed')

    await expect(client.scim.getConnection()).rejects.toMatchObject({
      error_type: 'service_unavailable',
    })
    await waitFor(() => {
      expect(faultRows()[0]).toHaveTextContent('1× left')
    })
    await press(/^Remove.*scim/)
    await waitFor(() => {
      expect(emulator.faults.list()).toMatchObject([{ path: '*/otps/*', times: 0 }])
    })
  })

  it('lets a request that was seen fail the next time', async () => {
    const { client, emulator } = await openEmulatorTab({ seed: 'scim' })
    await client.session.authenticate()
    await openTab('Requests')
    await press('Fail next POST /b2b/sessions/authenticate')
    await waitFor(() => {
      expect(emulator.faults.list()).toHaveLength(1)
    })
    await expect(client.session.authenticate()).rejects.toMatchObject({ status_code: 400 })
    await expect(client.session.authenticate()).resolves.toBeDefined()
  })

  it('puts the clock forward', async () => {
    const { emulator } = await openEmulatorTab({ clock: { now: () => Date.UTC(2026, 0, 1) } })
    await press('+1 day')
    await waitFor(() => {
      expect(emulator.clock.now()).toBe(Date.UTC(2026, 0, 2))
    })
    expect(await devtools().findByText(/^2 Jan 2026/)).toBeInTheDocument()
  })

  it('shows a mail as soon as the page has had one sent, with its code', async () => {
    const { client } = await openEmulatorTab()
    const organizationId = client.getSnapshot().identity?.organizationId ?? ''
    await client.otps.email.loginOrSignup({
      organization_id: organizationId,
      email_address: 'mia.svensson@northwind.example',
    })
    const list = within(await devtools().findByRole('list', { name: /^Messages/ }))
    const [newest] = list.getAllByRole('listitem')
    expect(newest).toHaveTextContent('mia.svensson@northwind.example')
    expect(newest).toHaveTextContent(/Copy code/)
    await press('Empty')
    expect(await devtools().findByText('No mail and no text yet.')).toBeInTheDocument()
  })

  it('signs in as somebody else without leaving the page', async () => {
    const { client } = await openEmulatorTab({ persona: 'admin' })
    await press('Sign in as Mia Svensson')
    await waitFor(() => {
      expect(client.getSnapshot().member?.name).toBe('Mia Svensson')
    })
    expect(client.getSnapshot().status).toBe('authenticated')
  })

  it('begins anew from a seed: whoever was signed in stays, and reads what is there now', async () => {
    const portal = await openEmulatorTab({ seed: 'scim-empty' })
    await settled(portal)
    enter(devtools().getByLabelText('Seed'), 'scim')
    await waitFor(() => {
      expect(document.body).toHaveTextContent('Northwind Okta directory')
    })
    expect(portal.client.getSnapshot().member?.name).toBe('Ada Lovelace')
    expect(devtools().queryByRole('alert')).toBeNull()
  })

  it('ends the session where the new data does not have its member', async () => {
    const { client } = await openEmulatorTab()
    enter(devtools().getByLabelText('Seed'), 'agency')
    await waitFor(() => {
      expect(client.getSnapshot().status).toBe('anonymous')
    })
    expect(client.getSnapshot().endReason?.type).toBe('rejected')
  })
})
