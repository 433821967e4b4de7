import { compilePolicy, type RbacPolicy, type RbacRole } from 'orgportal/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  apiError,
  authResponse,
  BOOTSTRAP,
  createWire,
  data,
  deferred,
  openClient,
  organizationRecord,
  setUpBrowser,
  signIn,
  TOKEN,
  type Wire,
} from './wire.ts'
import type { B2BClient } from 'orgportal/client'

const role = (role_id: string, ...grants: [string, string[]][]): RbacRole => ({
  role_id,
  description: '',
  permissions: grants.map(([resource_id, actions]) => ({ resource_id, actions })),
})

const policy: RbacPolicy = {
  roles: [
    role('stytch_member', ['stytch.self', ['*']]),
    role('it_admin', ['stytch.scim', ['*']], ['stytch.member', ['search']]),
    role('auditor', ['stytch.scim', ['get']]),
  ],
  resources: [
    { resource_id: 'stytch.scim', description: '', actions: ['get', 'update'] },
    { resource_id: 'stytch.member', description: '', actions: ['search', 'delete'] },
  ],
  scopes: [],
}

describe('compilePolicy', () => {
  it('allows what a role grants, and nothing else', () => {
    const { allows } = compilePolicy(policy)
    expect(allows(['auditor'], 'stytch.scim', 'get')).toBe(true)
    expect(allows(['auditor'], 'stytch.scim', 'update')).toBe(false)
    expect(allows(['auditor', 'it_admin'], 'stytch.scim', 'update')).toBe(true)
    expect(allows(['it_admin'], 'stytch.member', 'delete')).toBe(false)
    expect(allows(['it_admin'], 'stytch.sso', 'get')).toBe(false)
    expect(allows(['nobody'], 'stytch.scim', 'get')).toBe(false)
    expect(allows(['__proto__', 'constructor'], 'stytch.scim', 'get')).toBe(false)
    expect(allows([], 'stytch.scim', 'get')).toBe(false)
  })

  it('joins what a role grants of one resource in several places', () => {
    const twice = role('clerk', ['file', ['read']], ['desk', ['*']], ['file', ['write']])
    const { allows } = compilePolicy({ roles: [twice], resources: [], scopes: [] })
    expect(allows(['clerk'], 'file', 'read')).toBe(true)
    expect(allows(['clerk'], 'file', 'write')).toBe(true)
    expect(allows(['clerk'], 'file', 'delete')).toBe(false)
    expect(allows(['clerk'], 'desk', 'move')).toBe(true)
  })

  it('reads a role only once it is asked about, and once only', () => {
    const reads: string[] = []
    const watched = (role_id: string): RbacRole => ({
      ...role(role_id),
      get permissions() {
        reads.push(role_id)
        return [{ resource_id: 'file', actions: [role_id] }]
      },
    })
    const roles = [watched('a'), watched('b'), watched('c')]
    const { allows, rolesGranting } = compilePolicy({ roles, resources: [], scopes: [] })
    expect(reads).toEqual([])
    expect(allows(['b'], 'file', 'b')).toBe(true)
    expect(allows(['b'], 'file', 'a')).toBe(false)
    expect(reads).toEqual(['b'])
    expect(rolesGranting('file', 'c')).toEqual(['c'])
    expect(rolesGranting('file', 'a')).toEqual(['a'])
    expect(reads.sort()).toEqual(['a', 'b', 'c'])
  })

  it('names the roles that would grant an action', () => {
    const { rolesGranting, roles } = compilePolicy(policy)
    expect(rolesGranting('stytch.scim', 'get')).toEqual(['it_admin', 'auditor'])
    expect(rolesGranting('stytch.scim', 'update')).toEqual(['it_admin'])
    expect(rolesGranting('stytch.sso', 'get')).toEqual([])
    expect([...roles.keys()]).toEqual(['stytch_member', 'it_admin', 'auditor'])
  })

  it('lets a role of the organization override the one of the project', () => {
    const own = role('auditor', ['stytch.member', ['delete']])
    const { allows } = compilePolicy(policy, [own])
    expect(allows(['auditor'], 'stytch.member', 'delete')).toBe(true)
    expect(allows(['auditor'], 'stytch.scim', 'get')).toBe(false)
  })

  it('lists the resources and actions of the project only', () => {
    const own = role('fleet', ['fleet', ['drive']], ['stytch.member', ['delete']])
    expect(compilePolicy(policy, [own]).permissions(['fleet'])).toEqual({
      'stytch.scim': { get: false, update: false },
      'stytch.member': { search: false, delete: true },
    })
  })

  it('denies everything without a policy, also what the organization would grant', () => {
    const own = role('fleet', ['fleet', ['*']])
    const { allows, rolesGranting, permissions } = compilePolicy(null, [own])
    expect(allows(['fleet'], 'fleet', 'drive')).toBe(false)
    expect(rolesGranting('fleet', 'drive')).toEqual([])
    expect(permissions(['fleet'])).toEqual({})
  })
})

describe('rbac', () => {
  let wire: Wire
  let client: B2BClient

  beforeEach(() => {
    wire = createWire()
    wire.always(BOOTSTRAP, () => data({ project_name: 'Northwind', rbac_policy: policy }))
  })
  afterEach(() => client.dispose())

  it('waits for the policy, and answers from it without a request', async () => {
    const { promise, resolve } = deferred()
    wire.next(BOOTSTRAP, async () => {
      await promise
      return data({ rbac_policy: policy })
    })
    client = openClient(wire).client
    // Of the sign-ins this one does not wait for the project's settings itself.
    wire.next('/b2b/sessions/exchange_access_token', () => data(authResponse()))
    await client.session.exchangeAccessToken({ access_token: 't', session_duration_minutes: 60 })
    const answer = client.rbac.isAuthorized('stytch.scim', 'update')
    expect(client.rbac.isAuthorizedSync('stytch.scim', 'update')).toBe(false)
    const sent = wire.sent.length
    resolve()
    expect(await answer).toBe(true)
    expect(client.rbac.isAuthorizedSync('stytch.scim', 'update')).toBe(true)
    expect(await client.rbac.isAuthorized('stytch.sso', 'get')).toBe(false)
    expect(wire.sent).toHaveLength(sent)
  })

  it('follows the session', async () => {
    client = openClient(wire).client
    const denied = { get: false, update: false }
    expect(await client.rbac.allPermissions()).toMatchObject({ 'stytch.scim': denied })
    await signIn(client)
    expect(await client.rbac.allPermissions()).toMatchObject({
      'stytch.scim': { get: true, update: true },
    })
    await client.session.revoke()
    expect(await client.rbac.allPermissions()).toMatchObject({ 'stytch.scim': denied })
  })

  it('knows the roles of the organization', async () => {
    client = openClient(wire).client
    const custom_roles = [role('fleet', ['fleet', ['drive']])]
    wire.next('/b2b/magic_links/authenticate', () =>
      data({
        ...authResponse({ session: { roles: ['fleet'] } }),
        organization: organizationRecord({ custom_roles }),
      }),
    )
    await signIn(client)
    expect(await client.rbac.isAuthorized('fleet', 'drive')).toBe(true)
    expect(client.rbac.getPolicySync()).toBe(client.rbac.getPolicySync())
  })

  it('knows the policy of the last visit at once', async () => {
    const first = openClient(wire)
    await signIn(first.client)
    await first.client.rbac.allPermissions()
    first.client.dispose()
    client = openClient(wire, { storage: first.storage }).client
    expect(client.rbac.isAuthorizedSync('stytch.scim', 'update')).toBe(true)
  })

  it('denies everything where the policy cannot be had, and asks again later', async () => {
    wire.next(BOOTSTRAP, () => apiError(404, 'project_not_found'))
    client = openClient(wire).client
    // Of the sign-ins this one does not ask for the project's settings itself.
    wire.next('/b2b/sessions/exchange_access_token', () => data(authResponse()))
    await client.session.exchangeAccessToken({ access_token: 't', session_duration_minutes: 60 })
    expect(client.rbac.isAuthorizedSync('stytch.scim', 'get')).toBe(false)
    expect(client.getSnapshot().bootstrap).toMatchObject({ rbacPolicy: null })
    expect(await client.rbac.isAuthorized('stytch.scim', 'get')).toBe(true)
  })
})

describe('rbac.viewAs', () => {
  const browser = setUpBrowser()
  const open = async () => {
    browser.wire.always(BOOTSTRAP, () => data({ rbac_policy: policy }))
    const client = browser.open()
    await signIn(client)
    await client.rbac.allPermissions()
    return client
  }

  it('answers as if the session had other roles, until it is ended', async () => {
    const client = await open()
    client.rbac.viewAs(['auditor'])
    expect(client.getSnapshot().viewedRoles).toEqual(['auditor'])
    expect(client.rbac.isAuthorizedSync('stytch.scim', 'update')).toBe(false)
    expect(client.rbac.isAuthorizedSync('stytch.scim', 'get')).toBe(true)
    expect(await client.rbac.isAuthorized('stytch.self', 'delete')).toBe(false)
    expect(await client.rbac.allPermissions()).toMatchObject({ 'stytch.member': { search: false } })
    client.rbac.viewAs([])
    expect(client.rbac.isAuthorizedSync('stytch.scim', 'get')).toBe(false)
    client.rbac.viewAs(null)
    expect(client.getSnapshot().viewedRoles).toBeNull()
    expect(client.rbac.isAuthorizedSync('stytch.scim', 'update')).toBe(true)
  })

  it('tells who follows the snapshot, changes no record, and sends nothing', async () => {
    const client = await open()
    const before = client.getSnapshot()
    const sent = browser.wire.sent.length
    const heard = vi.fn<() => void>()
    const changed = vi.fn<() => void>()
    client.subscribe(heard)
    client.onStateChange(changed)
    client.session.onChange(changed)
    client.rbac.viewAs(['auditor'])
    client.rbac.viewAs(['auditor'])
    expect(heard).toHaveBeenCalledOnce()
    expect(changed).not.toHaveBeenCalled()
    expect(client.getSnapshot()).toEqual({ ...before, viewedRoles: ['auditor'] })
    expect(browser.wire.sent).toHaveLength(sent)
  })

  it('goes on while the session is refreshed, and ends with it', async () => {
    const client = await open()
    client.rbac.viewAs(['auditor'])
    await client.session.authenticate()
    expect(client.getSnapshot().viewedRoles).toEqual(['auditor'])
    await client.session.revoke()
    expect(client.getSnapshot().viewedRoles).toBeNull()
    await signIn(client)
    expect(client.rbac.isAuthorizedSync('stytch.scim', 'update')).toBe(true)
  })

  it('ends when the session is exchanged, also in another tab', async () => {
    const client = await open()
    const other = browser.open()
    client.rbac.viewAs(['auditor'])
    expect(other.getSnapshot().viewedRoles).toBeNull()
    const session = { member_session_id: 'session-2', organization_id: 'organization-2' }
    browser.wire.next('/b2b/sessions/exchange', () => data(authResponse({ session })))
    await other.session.exchange({
      organization_id: 'organization-2',
      session_duration_minutes: 60,
    })
    await vi.waitFor(() =>
      expect(client.organization.getSync()?.organization_id).toBe('organization-2'),
    )
    expect(client.getSnapshot().viewedRoles).toBeNull()
  })

  it('allows nothing while nobody is signed in', async () => {
    browser.wire.always(BOOTSTRAP, () => data({ rbac_policy: policy }))
    const client = browser.open()
    await client.rbac.allPermissions()
    client.rbac.viewAs(['it_admin'])
    expect(client.getSnapshot().viewedRoles).toBeNull()
    expect(client.rbac.isAuthorizedSync('stytch.scim', 'get')).toBe(false)
  })
})

describe('bootstrap', () => {
  it('is kept with the names of the client', async () => {
    const wire = createWire()
    wire.always(`/projects/bootstrap/${TOKEN}`, () =>
      data({
        project_name: 'Northwind',
        disable_sdk_watermark: true,
        cname_domain: null,
        email_domains: ['northwind.example'],
        captcha_settings: { enabled: true, siteKey: 'key' },
        pkce_required_for_email_magic_links: true,
        pkce_required_for_oauth: false,
        slug_pattern: '{{slug}}.northwind.example',
        password_config: { luds_complexity: 3, luds_minimum_count: 8 },
        dfp_protected_auth_enabled: true,
        dfp_protected_auth_mode: 'DECISIONING',
        rbac_policy: policy,
        vertical: 'B2B',
      }),
    )
    const { client, storage } = openClient(wire)
    await client.rbac.allPermissions()
    const expected = {
      projectName: 'Northwind',
      displayWatermark: false,
      cnameDomain: null,
      emailDomains: ['northwind.example'],
      captchaSettings: { enabled: true, siteKey: 'key' },
      pkceRequiredForEmailMagicLinks: true,
      pkceRequiredForOAuth: false,
      slugPattern: '{{slug}}.northwind.example',
      passwordConfig: { ludsComplexity: 3, ludsMinimumCount: 8 },
      runDFPProtectedAuth: true,
      dfpProtectedAuthMode: 'DECISIONING',
      rbacPolicy: policy,
      vertical: 'B2B',
    }
    expect(client.getSnapshot().bootstrap).toMatchObject(expected)
    const stored = storage.items.getItem(`stytch_sdk_state_${TOKEN}::bootstrap`) ?? ''
    expect(JSON.parse(stored)).toMatchObject(expected)
    client.dispose()
  })
})
