import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { setupServer } from 'msw/node'
import { describe, expect, it } from 'vitest'
import { createEmulator } from 'orgportal/emulator'
import { emulatorHandlers } from 'orgportal/testing/msw'
import { addMember } from '../../examples/client/addMember.ts'
import { arrive, mailLink } from '../../examples/client/signIn.ts'
import { client, emulator } from '../../examples/emulator/inProcess.ts'
import { RotateToken } from '../../examples/readme/RotateToken.tsx'
import { openPortal } from '../hooks/harness.tsx'

/** What the examples of README.md and docs/client.md do. */
describe('examples/readme', () => {
  it('embeds the portal, which says that nobody is signed in', async () => {
    const server = setupServer(...emulatorHandlers(createEmulator()))
    server.listen({ onUnhandledRequest: 'error' })
    try {
      const { Settings } = await import('../../examples/readme/Settings.tsx')
      render(<Settings />)
      await screen.findByText('You are not signed in')
    } finally {
      server.close()
    }
  })

  it('rotates the token of the connection', async () => {
    const portal = await openPortal({ seed: 'scim', persona: 'it-admin' })
    render(<RotateToken />, { wrapper: portal.Provider })
    await userEvent.click(await screen.findByRole('button', { name: /^Rotate the token of / }))
    await waitFor(() => expect(portal.requests()).toContain('POST /b2b/scim/rotate/start'))
  })
})

describe('examples/client', () => {
  it('mails a link, and signs in where it leads back to', async () => {
    const { client, emulator } = await openPortal({ persona: null })
    const [organization] = Object.values(emulator.data.organizations)
    await mailLink(client, organization?.organization_id ?? '', 'ada.lovelace@northwind.example')
    const { token } = emulator.inbox.at(-1) ?? {}
    history.replaceState(null, '', `/?stytch_token_type=multi_tenant_magic_links&token=${token}`)
    await arrive(client)
    expect(client.getSnapshot().member?.name).toBe('Ada Lovelace')
    history.replaceState(null, '', '/')
  })

  it('tells what the server said, with the id of the request', async () => {
    const { client } = await openPortal()
    expect(await addMember(client, 'new@northwind.example')).toMatch(/ \(request-id-/)
  })
})

describe('examples/emulator', () => {
  it('needs no port', async () => {
    expect(await client.rbac.isAuthorized('stytch.scim', 'get')).toBe(false)
    expect(emulator.requests.map(({ path }) => path)).toContainEqual(
      expect.stringContaining('/bootstrap/'),
    )
    client.dispose()
  })
})
