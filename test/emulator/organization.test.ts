import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Api } from './api.ts'

const ME = '/sdk/v1/b2b/organizations/me'

describe('GET /b2b/organizations/me', () => {
  it('gives every member their organization, with what is active in it', async () => {
    const api = createApi({ seed: 'scim' })
    const answer = await api.call('GET', ME, { session: await api.signIn('member') })
    expect(answer.at('data.organization')).toMatchObject({
      organization_name: 'Northwind Robotics',
      organization_slug: 'northwind',
      sso_active_connections: [{ display_name: 'Northwind Okta' }],
      scim_active_connection: { display_name: 'Northwind Okta directory' },
      custom_roles: [{ role_id: 'fleet_operator' }],
    })
  })
})

describe('PUT /b2b/organizations/me', () => {
  it('changes what is given, remembers it and leaves the rest', async () => {
    const { put, get } = await start()
    const answer = await put({ organization_name: ' Northwind ', email_invites: 'NOT_ALLOWED' })
    expect(answer.at('data.organization')).toMatchObject({
      organization_name: 'Northwind',
      email_invites: 'NOT_ALLOWED',
      organization_slug: 'northwind',
    })
    expect((await get()).at('data.organization')).toEqual(answer.at('data.organization'))
  })

  it('takes the default SSO connection away with an empty id', async () => {
    const { put } = await start()
    const answer = await put({ sso_default_connection_id: '' })
    expect(answer.at('data.organization.sso_default_connection_id')).toBeNull()
  })

  it.each([
    ['an empty name', { organization_name: ' ' }, 'invalid_organization_name'],
    [
      'a name of 129 characters',
      { organization_name: 'x'.repeat(129) },
      'invalid_organization_name',
    ],
    [
      'a name of two lines',
      { organization_name: 'Northwind\nRobotics' },
      'invalid_organization_name',
    ],
    ['a slug with a blank', { organization_slug: 'north wind' }, 'invalid_organization_slug'],
    ['a slug of signs only', { organization_slug: '--' }, 'invalid_organization_slug'],
    ['a slug that is taken', { organization_slug: 'Tern' }, 'organization_slug_already_used'],
    [
      'an endless logo address',
      { organization_logo_url: 'x'.repeat(3000) },
      'organization_logo_url_too_long',
    ],
    ['an unknown MFA policy', { mfa_policy: 'SOMETIMES' }, 'invalid_organization_mfa_policy'],
    [
      'an unknown method',
      { allowed_auth_methods: ['telepathy'] },
      'invalid_organization_allowed_auth_methods',
    ],
    [
      'an unknown setting of methods',
      { auth_methods: 'NOT_ALLOWED' },
      'invalid_organization_auth_method_settings',
    ],
    [
      'an unknown second factor',
      { allowed_mfa_methods: ['email_otp'] },
      'invalid_organization_allowed_mfa_methods',
    ],
    [
      'an unknown setting of second factors',
      { mfa_methods: 'NOT_ALLOWED' },
      'invalid_organization_mfa_factor_setting',
    ],
    [
      'an unknown setting of invitations',
      { email_invites: 'SOMETIMES' },
      'invalid_organization_auth_factor_setting',
    ],
    [
      'an unknown setting of email provisioning',
      { email_jit_provisioning: 'SOMETIMES' },
      'invalid_organization_auth_factor_setting_for_email_jit_provisioning',
    ],
    [
      'tenants that all may join from',
      { oauth_tenant_jit_provisioning: 'ALL_ALLOWED' },
      'invalid_organization_auth_factor_setting_for_oauth_tenant_jit_provisioning',
    ],
    [
      'the domain of throw-away addresses',
      { email_allowed_domains: ['mailinator.com'] },
      'organization_settings_disposable_domain',
    ],
    [
      'a connected app that is none',
      { allowed_first_party_connected_apps: ['connected-app-test-none'] },
      'connected_app_not_found',
    ],
    [
      'metadata that only a backend writes',
      { trusted_metadata: { plan: 'free' } },
      'cannot_update_trusted_metadata',
    ],
    ['a text for a list', { allowed_mfa_methods: 'totp' }, 'bad_request'],
    [
      'a stranger for the default connection',
      { sso_default_connection_id: 'none' },
      'invalid_sso_default_connection_id',
    ],
    [
      'what is no domain',
      { email_allowed_domains: ['northwind'] },
      'organization_settings_invalid_domain',
    ],
    [
      'the domain of a public mail provider',
      { email_allowed_domains: ['gmail.com'] },
      'organization_settings_domain_too_common',
    ],
    [
      'a domain named twice',
      { email_allowed_domains: ['a.example', 'A.example'] },
      'organization_settings_duplicate_domain',
    ],
    [
      'restricted mail without domains',
      { email_allowed_domains: [] },
      'invalid_restricted_email_setting',
    ],
    [
      'restricted SSO without connections',
      { sso_jit_provisioning: 'RESTRICTED' },
      'invalid_restricted_sso_setting',
    ],
    [
      'restricted tenants without tenants',
      { oauth_tenant_jit_provisioning: 'RESTRICTED' },
      'invalid_restricted_oauth_tenants_setting',
    ],
    [
      'an unknown OAuth provider',
      { allowed_oauth_tenants: { myspace: ['x'] } },
      'invalid_restricted_oauth_tenants_setting',
    ],
    [
      'restricted methods without methods',
      { auth_methods: 'RESTRICTED' },
      'allowed_auth_methods_required_for_restricted',
    ],
    [
      'restricted MFA without methods',
      { mfa_methods: 'RESTRICTED' },
      'allowed_mfa_methods_required_for_restricted',
    ],
    [
      'an unknown role by email',
      { rbac_email_implicit_role_assignments: [{ role_id: 'x', domain: 'a.example' }] },
      'invalid_rbac_role_assignment',
    ],
    [
      'a role for everybody at a public provider',
      { rbac_email_implicit_role_assignments: [{ role_id: 'viewer', domain: 'gmail.com' }] },
      'rbac_domain_too_common',
    ],
    [
      'closing every way in',
      {
        sso_jit_provisioning: 'NOT_ALLOWED',
        email_jit_provisioning: 'NOT_ALLOWED',
        email_invites: 'NOT_ALLOWED',
      },
      'organization_provisioning_setting_required',
    ],
  ])('refuses %s and changes nothing', async (_what, body, errorType) => {
    const { api, put } = await start()
    const before = api.emulator.snapshot().organizations
    const answer = await put({ organization_external_id: 'ignored', ...body })
    expect([answer.status, answer.at('error_type')]).toEqual([400, errorType])
    expect(api.emulator.data.organizations).toEqual(before)
  })

  it('takes restrictions that name what they allow', async () => {
    const { put } = await start()
    const answer = await put({
      auth_methods: 'RESTRICTED',
      allowed_auth_methods: ['sso', 'google_oauth'],
      mfa_methods: 'RESTRICTED',
      allowed_mfa_methods: ['totp'],
      oauth_tenant_jit_provisioning: 'RESTRICTED',
      allowed_oauth_tenants: { github: ['northwind'] },
      rbac_email_implicit_role_assignments: [
        { role_id: 'fleet_operator', domain: 'Northwind.example' },
      ],
    })
    expect(answer.status).toBe(200)
    expect(answer.at('data.organization.rbac_email_implicit_role_assignments')).toEqual([
      { role_id: 'fleet_operator', domain: 'northwind.example' },
    ])
  })

  it.each([
    ['it-admin', 'sso_jit_provisioning', 'ALL_ALLOWED', 200],
    ['it-admin', 'rbac_email_implicit_role_assignments', [], 200],
    ['it-admin', 'sso_default_connection_id', '', 200],
    ['it-admin', 'organization_name', 'x', 403],
    ['it-admin', 'organization_logo_url', '', 403],
    ['it-admin', 'mfa_policy', 'OPTIONAL', 403],
    ['it-admin', 'third_party_connected_apps_allowed_type', 'ALL_ALLOWED', 403],
    ['admin', 'third_party_connected_apps_allowed_type', 'ALL_ALLOWED', 200],
    ['people-manager', 'email_invites', 'ALL_ALLOWED', 403],
    ['member', 'organization_slug', 'x1', 403],
  ])(
    'as %s with %s = %j answers %i: each field has an action of its own',
    async (persona, field, value, status) => {
      const { put } = await start(persona)
      const answer = await put({ [field]: value })
      expect(answer.status).toBe(status)
      if (status === 403) expect(answer.at('error_type')).toBe('session_authorization_error')
    },
  )

  it('gives roles by email domain at once, and takes them back', async () => {
    const { api, put } = await start()
    const rolesOfMia = async () => {
      const me = await api.call('GET', '/sdk/v1/b2b/organizations/members/me', {
        session: await api.signIn('member'),
      })
      return (me.at('data.member.roles') as { role_id: string }[]).map(({ role_id }) => role_id)
    }
    await put({
      rbac_email_implicit_role_assignments: [{ role_id: 'viewer', domain: 'northwind.example' }],
    })
    expect(await rolesOfMia()).toEqual(['stytch_member', 'viewer'])
    await put({ rbac_email_implicit_role_assignments: [] })
    expect(await rolesOfMia()).toEqual(['stytch_member'])
  })

  it('never touches another organization', async () => {
    const api = createApi()
    const session = await api.signIn(memberNamed(api.emulator, 'Tomás Herrera'))
    await api.call('PUT', ME, { session, body: { organization_name: 'Tern' } })
    const names = Object.values(api.emulator.data.organizations).map(
      ({ organization_name }) => organization_name,
    )
    expect(names).toEqual(['Northwind Robotics', 'Tern'])
  })
})

async function start(persona = 'admin') {
  const api: Api = createApi()
  const session = await api.signIn(persona)
  return {
    api,
    get: () => api.call('GET', ME, { session }),
    put: (body: object) => api.call('PUT', ME, { session, body }),
  }
}
