import { EMULATOR_PUBLIC_TOKEN } from 'orgportal/emulator'
import { describe, expect, it } from 'vitest'
import { createApi } from './api.ts'

describe('GET /sdk/v1/projects/bootstrap/:public_token', () => {
  it('has every field without which clients fall back to their defaults', async () => {
    const answer = await createApi().call(
      'GET',
      `/sdk/v1/projects/bootstrap/${EMULATOR_PUBLIC_TOKEN}`,
    )
    expect(answer.at('data')).toMatchObject({
      project_name: 'Orbit Control',
      disable_sdk_watermark: true,
      cname_domain: null,
      captcha_settings: { enabled: false },
      pkce_required_for_email_magic_links: false,
      pkce_required_for_password_resets: false,
      pkce_required_for_oauth: false,
      pkce_required_for_sso: false,
      slug_pattern: null,
      create_organization_enabled: true,
      vertical: 'B2B',
    })
    expect(answer.at('data.email_domains')).toBeInstanceOf(Array)
    expect(answer.at('data.password_config')).toBeNull()
  })

  it('tells the rules for passwords where there are any', async () => {
    const api = createApi()
    Object.assign(api.emulator.data.project.passwords, { strategy: 'luds', luds_complexity: 2 })
    const path = `/sdk/v1/projects/bootstrap/${EMULATOR_PUBLIC_TOKEN}`
    const answer = await api.call('GET', path)
    expect(answer.at('data.password_config')).toEqual({
      luds_complexity: 2,
      luds_minimum_count: 8,
    })
  })

  it('carries the policy with the built-in roles and those of the product', async () => {
    const answer = await createApi().call(
      'GET',
      `/sdk/v1/projects/bootstrap/${EMULATOR_PUBLIC_TOKEN}`,
    )
    const roles = answer.at('data.rbac_policy.roles')
    const roleIds = Array.isArray(roles)
      ? roles.map((role: { role_id: string }) => role.role_id)
      : []
    expect(roleIds).toEqual([
      'stytch_member',
      'stytch_admin',
      'it_admin',
      'people_manager',
      'auditor',
      'engineer',
      'billing_admin',
      'viewer',
    ])
  })

  it('refuses the token of another project, and names its own', async () => {
    const answer = await createApi().call(
      'GET',
      '/sdk/v1/projects/bootstrap/public-token-test-other',
    )
    expect([answer.status, answer.at('error_type')]).toEqual([401, 'unauthorized_credentials'])
    expect(answer.text('error_message')).toContain(EMULATOR_PUBLIC_TOKEN)
  })
})

describe('POST /sdk/v1/events', () => {
  it('takes a list of events without authorization', async () => {
    const { call } = createApi()
    const events = [{ event: { event_name: 'b2b_sdk_instance_instantiated' } }]
    expect(
      (await call('POST', '/sdk/v1/events', { body: events, headers: { authorization: '' } }))
        .status,
    ).toBe(200)
    expect((await call('POST', '/sdk/v1/events', { body: {} })).status).toBe(400)
  })
})

describe('GET /sdk/v1/b2b/admin_portal_config', () => {
  it('tells what the project has switched on, to any signed-in member', async () => {
    const api = createApi()
    const session = await api.signIn('member')
    const answer = await api.call('GET', '/sdk/v1/b2b/admin_portal_config', { session })
    expect(answer.at('data')).toMatchObject({
      sso_config: {
        sso_enabled: true,
        can_create_saml_connection: true,
        can_create_oidc_connection: true,
      },
      organization_config: { mfa_controls_enabled: true },
      scim_config: { scim_enabled: true },
    })
    expect((await api.call('GET', '/sdk/v1/b2b/admin_portal_config')).status).toBe(401)
  })

  it('says that SCIM is off in the seed scim-disabled, where none can be made', async () => {
    const api = createApi({ seed: 'scim-disabled' })
    const session = await api.signIn('admin')
    const config = await api.call('GET', '/sdk/v1/b2b/admin_portal_config', { session })
    expect(config.at('data.scim_config.scim_enabled')).toBe(false)
    const created = await api.call('POST', '/sdk/v1/b2b/scim', { session })
    expect([created.status, created.at('error_type')]).toEqual([403, 'scim_not_enabled'])
  })
})
