import { waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { credentialExpiry, useExpiringCredentials } from 'orgportal/hooks'
import { countRequests, openPortal, renderIn } from './harness.tsx'

const DAY = 86_400_000

describe('credentialExpiry', () => {
  const now = Date.parse('2026-11-22T00:00:00Z')
  const inDays = (days: number) => new Date(now + days * DAY).toISOString()

  it.each([
    [61, 'fine'],
    [60, 'sixty'],
    [31, 'sixty'],
    [30, 'thirty'],
    [8, 'thirty'],
    [7, 'seven'],
    [1, 'seven'],
    [0, 'expired'],
    [-3, 'expired'],
  ])('in %s days: %s', (days, level) => {
    expect(credentialExpiry(inDays(days), now)).toEqual({ level, days })
  })

  it('is fine where no end is known', () => {
    for (const none of [null, undefined, '', 'never']) {
      expect(credentialExpiry(none, now)).toEqual({ level: 'fine', days: Infinity })
    }
  })
})

describe('useExpiringCredentials', () => {
  it('lists what ends, the first end first', async () => {
    const portal = await openPortal({ seed: 'sso-expiring' })
    const { result } = renderIn(portal, () => useExpiringCredentials())
    expect(result.current.isPending).toBe(true)
    await waitFor(() => expect(result.current.isPending).toBe(false))
    const { credentials, errors } = result.current
    expect(errors).toEqual({ sso: null, scim: null, invitations: null })
    const ends = credentials.map(({ expiresAt }) => Date.parse(expiresAt))
    expect(ends).toEqual([...ends].sort((one, other) => one - other))
    const certificates = credentials.filter(({ type }) => type === 'saml-verification-certificate')
    expect(new Set(certificates.map(({ level }) => level))).toEqual(
      new Set(['expired', 'seven', 'thirty', 'sixty']),
    )
    const known = Object.values(portal.emulator.data.sso_connections).map(
      (one) => one.connection_id,
    )
    for (const { connectionId } of certificates) expect(known).toContain(connectionId)
    expect(credentials.map(({ type }) => type)).toContain('scim-token')
    const invitation = credentials.find(({ type }) => type === 'invitation')
    expect(invitation).toMatchObject({ estimated: true })
    expect(invitation).not.toHaveProperty('connectionId')
  })

  it('counts invitations from when they were sent, by the time they are given', async () => {
    const portal = await openPortal()
    const sent = Date.now() - 2 * DAY
    const [member] = Object.values(portal.emulator.data.members).filter(
      ({ name }) => name === 'Grace Kimani',
    )
    if (!member) throw new Error('The seed has no such member.')
    member.status = 'invited'
    member.updated_at = new Date(sent).toISOString()
    const { result } = renderIn(portal, () =>
      useExpiringCredentials({
        enabled: { sso: false, scim: false },
        inviteExpirationMinutes: 4 * 1440,
      }),
    )
    await waitFor(() =>
      expect(result.current.credentials.find(({ id }) => id === member.member_id)).toMatchObject({
        label: 'Grace Kimani',
        expiresAt: new Date(sent + 4 * DAY).toISOString(),
        level: 'seven',
        days: 2,
      }),
    )
  })

  it('takes how far to look, and the present', async () => {
    const portal = await openPortal({ seed: 'sso-expiring' })
    const { result } = renderIn(portal, () => ({
      near: useExpiringCredentials({ within: 7 }),
      later: useExpiringCredentials({ now: Date.now() + 400 * DAY }),
    }))
    await waitFor(() => expect(result.current.near.isPending).toBe(false))
    const { near, later } = result.current
    expect(near.credentials.length).toBeGreaterThan(0)
    for (const { level } of near.credentials) expect(['seven', 'expired']).toContain(level)
    expect(later.credentials.length).toBeGreaterThan(near.credentials.length)
  })

  it('asks for nothing that the member may not see, nor twice', async () => {
    const portal = await openPortal({ seed: 'sso-expiring', persona: 'member' })
    const requests = countRequests(portal)
    const { result } = renderIn(portal, () => useExpiringCredentials())
    await waitFor(() => expect(result.current.isPending).toBe(false))
    expect(result.current.credentials).toEqual([])
    expect(requests()).toEqual([])

    const admin = await openPortal({ seed: 'sso-expiring' })
    const asked = countRequests(admin)
    const all = renderIn(admin, () => [useExpiringCredentials(), useExpiringCredentials()])
    await waitFor(() => expect(all.result.current[1]?.isPending).toBe(false))
    expect(asked().sort()).toEqual([
      'GET /b2b/scim',
      'GET /b2b/sso',
      'POST /b2b/organizations/me/members/search',
    ])
  })

  it('tells which source failed, and shows the others', async () => {
    const portal = await openPortal({
      seed: 'sso-expiring',
      faults: [{ method: 'GET', path: '*/b2b/scim', status: 403 }],
    })
    const { result } = renderIn(portal, () => useExpiringCredentials())
    await waitFor(() => expect(result.current.errors.scim).not.toBeNull())
    await waitFor(() => expect(result.current.isPending).toBe(false))
    expect(result.current.errors.sso).toBeNull()
    expect(result.current.credentials.length).toBeGreaterThan(0)
    expect(result.current.credentials.map(({ type }) => type)).not.toContain('scim-token')
  })
})
