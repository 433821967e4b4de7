import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'

const ME = '/sdk/v1/b2b/organizations/me'

describe('DELETE /b2b/organizations/me', () => {
  it('removes the organization with all that belongs to it, and ends its sessions', async () => {
    const api = createApi({ seed: 'scim' })
    const session = await api.signIn('admin')
    const other = await api.signIn('member')
    const organizationId = api.emulator.personas[0]?.organization_id ?? ''
    const memberIds = Object.values(api.emulator.data.members)
      .filter(({ organization_id }) => organization_id === organizationId)
      .map(({ member_id }) => member_id)

    const answer = await api.call('DELETE', ME, { session })
    expect([answer.status, answer.at('data.organization_id')]).toEqual([200, organizationId])

    for (const token of [session, other]) {
      const after = await api.call('GET', ME, { session: token })
      expect([after.status, after.at('error_type')]).toEqual([404, 'session_not_found'])
    }
    const { inbox: _inbox, ...left } = api.emulator.snapshot()
    const text = JSON.stringify(left)
    for (const id of [organizationId, ...memberIds]) expect(text).not.toContain(id)
    expect(left.scim_groups).toEqual({})
    expect(left.sso_connections).toEqual({})
  })

  it('leaves other organizations as they are', async () => {
    const api = createApi()
    await api.call('DELETE', ME, { session: await api.signIn('admin') })
    const tern = await api.call('GET', ME, {
      session: await api.signIn(memberNamed(api.emulator, 'Tomás Herrera')),
    })
    expect(tern.at('data.organization.organization_slug')).toBe('tern')
    expect(Object.keys(api.emulator.data.connected_apps)).toHaveLength(4)
  })

  it('leaves a state that can be restored', async () => {
    const api = createApi({ seed: 'scim' })
    await api.call('DELETE', ME, { session: await api.signIn('admin') })
    const snapshot = api.emulator.snapshot()
    expect(() => {
      createApi().emulator.restore(snapshot)
    }).not.toThrow()
  })

  it('needs stytch.organization delete', async () => {
    const api = createApi()
    const answer = await api.call('DELETE', ME, { session: await api.signIn('people-manager') })
    expect([answer.status, answer.at('error_type')]).toEqual([403, 'session_authorization_error'])
    expect(Object.keys(api.emulator.data.organizations)).toHaveLength(2)
  })
})

describe('POST /b2b/organizations/search', () => {
  const search = (organization_slug: unknown) =>
    createApi().call('POST', '/sdk/v1/b2b/organizations/search', { body: { organization_slug } })

  it('gives anybody what a sign-in page needs, and nothing else', async () => {
    const answer = await search('NorthWind')
    expect(answer.at('data.organization')).toMatchObject({
      organization_name: 'Northwind Robotics',
      organization_slug: 'northwind',
      email_jit_provisioning: 'RESTRICTED',
      sso_active_connections: [{ display_name: 'Northwind Okta' }],
    })
    expect(Object.keys(answer.at('data.organization') as object).sort()).toEqual([
      'allowed_auth_methods',
      'allowed_oauth_tenants',
      'auth_methods',
      'email_allowed_domains',
      'email_jit_provisioning',
      'mfa_policy',
      'oauth_tenant_jit_provisioning',
      'organization_id',
      'organization_logo_url',
      'organization_name',
      'organization_slug',
      'sso_active_connections',
      'sso_default_connection_id',
    ])
  })

  it('answers null where there is none', async () => {
    const answer = await search('nobody')
    expect([answer.status, answer.at('data.organization')]).toEqual([200, null])
  })

  it('refuses what cannot be a slug', async () => {
    const answer = await search('north wind')
    expect([answer.status, answer.at('error_type')]).toEqual([400, 'invalid_organization_slug'])
  })
})

describe('POST /b2b/organizations/members/search', () => {
  const start = () => {
    const api = createApi()
    const search = (email_address: string, organization_id?: string) =>
      api.call('POST', '/sdk/v1/b2b/organizations/members/search', {
        body: {
          email_address,
          organization_id: organization_id ?? api.emulator.personas[0]?.organization_id,
        },
      })
    return { api, search }
  }

  it('tells anybody whether an address is of a member, with a password or without', async () => {
    const { search } = start()
    const answer = await search('Hiroshi.Sato@northwind.example')
    expect(answer.at('data.member')).toEqual({
      status: 'active',
      name: 'Hiroshi Sato',
      member_password_id: expect.stringMatching(/password-test-/) as string,
    })
    expect((await search('mia.svensson@northwind.example')).at('data.member')).toEqual({
      status: 'active',
      name: 'Mia Svensson',
      member_password_id: '',
    })
  })

  it.each(['nobody@northwind.example', 'soren.krogh@contractors.northwind.example'])(
    'answers null for %s, who is none or no longer',
    async (address) => {
      const { search } = start()
      const answer = await search(address)
      expect([answer.status, answer.at('data.member')]).toEqual([200, null])
    },
  )

  it('knows no organization that does not exist', async () => {
    const { search } = start()
    const answer = await search('x@y.example', 'organization-test-none')
    expect([answer.status, answer.at('error_type')]).toEqual([404, 'organization_not_found'])
  })
})
