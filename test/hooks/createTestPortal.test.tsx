import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { createMemoryStorage } from 'orgportal/client'
import { useMember, useOrganization } from 'orgportal/hooks'
import { createTestPortal } from 'orgportal/testing'
import { openPortal } from './harness.tsx'

function Greeting() {
  return (
    <p>
      {useMember()?.name} of {useOrganization()?.organization_name}
    </p>
  )
}

describe('createTestPortal', () => {
  it('signs the asked-for persona in, the admin if none is', async () => {
    const admin = await openPortal()
    const auditor = await openPortal({ persona: 'auditor' })
    render(<Greeting />, { wrapper: admin.Provider })
    render(<Greeting />, { wrapper: auditor.Provider })
    expect(screen.getByText('Ada Lovelace of Northwind Robotics')).toBeVisible()
    expect(screen.getByText('Aiko Tanaka of Northwind Robotics')).toBeVisible()
  })

  it('knows the policy by then, so nothing has to be waited for', async () => {
    const { client } = await openPortal({ persona: 'it-admin' })
    expect(client.rbac.isAuthorizedSync('stytch.scim', 'create')).toBe(true)
  })

  it('signs nobody in where that is asked for', async () => {
    const { client } = await openPortal({ persona: null })
    expect(client.getSnapshot().status).toBe('anonymous')
  })

  it('begins with latency and faults only when all is set up', async () => {
    const { client, emulator } = await openPortal({
      seed: 'scim',
      latency: 20,
      faults: [{ path: '*', status: 418, error_type: 'teapot' }],
    })
    expect(client.getSnapshot().status).toBe('authenticated')
    expect(emulator.latency).toBe(20)
    await expect(client.scim.getConnection()).rejects.toMatchObject({ error_type: 'teapot' })
    await expect(client.scim.getConnection()).resolves.toMatchObject({ status_code: 200 })
  })

  it('makes a second tab from the emulator and storage of the first', async () => {
    const storage = createMemoryStorage()
    const first = await openPortal({ storage, persona: 'member' })
    const second = await openPortal({ persona: null, emulator: first.emulator, storage })
    expect(second.client.getSnapshot().member?.name).toBe('Mia Svensson')
  })

  it('leaves no trace in the page', async () => {
    await openPortal()
    expect(document.cookie).toBe('')
    expect(localStorage).toHaveLength(0)
  })

  it('says so when there is no such persona', async () => {
    await expect(createTestPortal({ persona: 'ceo' })).rejects.toThrow(/ceo/)
  })
})
