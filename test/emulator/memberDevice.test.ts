import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'
import type { Api } from './api.ts'
import { authenticateLink } from './signInCalls.ts'

const signIn = (api: Api, fields: object = { dfp_telemetry_id: 'd' }) =>
  authenticateLink(api, api.emulator.createMagicLink('admin').token, fields)

describe('member_device', () => {
  it('tells from where a member signs in, and since when', async () => {
    const now = Date.UTC(2026, 4, 4)
    const api = createApi({ clock: { now: () => now } })
    api.emulator.data.project.device_fingerprinting.enabled = true
    const first = await signIn(api)
    const before = first.text('data.member_session.started_at')
    expect(first.at('data.member_device')).toEqual({
      ip_address: '127.0.0.1',
      ip_address_details: { is_new: true, first_seen_at: before, last_seen_at: before },
    })
    api.emulator.clock.advance(60_000)
    const second = await signIn(api)
    expect(second.at('data.member_device.ip_address_details')).toEqual({
      is_new: false,
      first_seen_at: before,
      last_seen_at: before,
    })
  })

  it('is not there without a telemetry id, or where the project does not fingerprint', async () => {
    const api = createApi()
    expect((await signIn(api)).at('data')).not.toHaveProperty('member_device')
    expect((await signIn(api, {})).at('data')).not.toHaveProperty('member_device')
  })
})
