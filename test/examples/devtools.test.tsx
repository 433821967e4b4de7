import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createEmulator } from 'orgportal/emulator'
import { signIn } from 'orgportal/testing'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { App, connect } from '../../examples/devtools/App.tsx'

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('docs/devtools.md', () => {
  it('loads the devtools beside the app, with the emulator in them', async () => {
    const emulator = createEmulator()
    vi.stubGlobal('fetch', emulator.fetch)
    const client = connect()
    await signIn(client, emulator, 'admin')
    render(<App client={client} />)
    expect(screen.getByRole('heading', { name: 'Hello, Ada Lovelace' })).toBeInTheDocument()

    const panel = await waitFor(() => {
      const host = document.querySelector('[data-orgportal-devtools]')
      const element = host?.shadowRoot?.firstElementChild
      if (!(element instanceof HTMLElement)) throw new Error('not there yet')
      return within(element)
    })
    await userEvent.click(panel.getByRole('button', { name: 'Open orgportal devtools' }))
    await userEvent.click(panel.getByRole('tab', { name: 'Emulator' }))
    expect(await panel.findByText('http://localhost:4000')).toBeInTheDocument()
    expect(await panel.findByRole('button', { name: 'Sign in as Mia Svensson' })).toBeEnabled()
    client.dispose()
  })
})
