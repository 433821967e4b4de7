import { describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'
import type { Answer } from './api.ts'

const ORGANIZATION = '/sdk/v1/b2b/organizations'

describe('GET /b2b/organizations/connected_apps', () => {
  it('lists each app that a member of the organization has let in, once', async () => {
    const { call } = await start()
    const answer = await call('GET', '/connected_apps')
    expect(names(answer)).toEqual(['Fleet Console', 'Harbor Reports', 'Pathfinder Assistant'])
    expect(answer.at('data.connected_apps.0')).toEqual({
      connected_app_id: expect.stringMatching(/^connected-app-test-/) as string,
      name: 'Fleet Console',
      description: expect.any(String) as string,
      client_type: 'first_party',
    })
  })

  it('shows nothing of other organizations', async () => {
    const { call } = await start('Tomás Herrera')
    expect(names(await call('GET', '/connected_apps'))).toEqual([])
  })
})

describe('GET /b2b/organizations/connected_apps/{connected_app_id}', () => {
  it('tells who has let the app do what', async () => {
    const { call, appId, id } = await start()
    const answer = await call('GET', `/connected_apps/${appId('Harbor Reports')}`)
    expect(answer.at('data.name')).toBe('Harbor Reports')
    expect(answer.at('data.active_members')).toEqual([
      { member_id: id('Ada Lovelace'), granted_scopes: ['openid', 'email'] },
      {
        member_id: id('Amara Diallo'),
        granted_scopes: ['openid', 'email', 'documents:read', 'offline_access'],
      },
    ])
  })

  it('knows no app that is none', async () => {
    const { call } = await start()
    expectError(await call('GET', '/connected_apps/constructor'), 404, 'connected_app_not_found')
  })
})

describe('the apps of one member', () => {
  it('are listed for an admin at both addresses, the one without its slash too', async () => {
    const { api, session, call, id } = await start()
    const path = `/members/${id('Amara Diallo')}/connected_apps`
    const answer = await call('GET', path)
    expect(answer.at('data.connected_apps')).toMatchObject([
      { name: 'Harbor Reports', scopes_granted: 'openid email documents:read offline_access' },
    ])
    const slashless = await api.call('GET', `/sdk/v1b2b/organizations${path}`, { session })
    expect(slashless.at('data.connected_apps')).toEqual(answer.at('data.connected_apps'))
  })

  it('are listed for the member', async () => {
    const { call } = await start('Mia Svensson')
    const answer = await call('GET', '/members/connected_apps')
    expect(answer.at('data.connected_apps')).toMatchObject([
      { name: 'Pathfinder Assistant', scopes_granted: 'openid profile' },
    ])
  })

  it('can be shut out by an admin, and by the member, once', async () => {
    const { call, appId, id } = await start()
    const path = `/members/${id('Amara Diallo')}/connected_apps`
    const revoke = `${path}/${appId('Harbor Reports')}/revoke`
    expect((await call('POST', revoke)).status).toBe(200)
    expect(names(await call('GET', path))).toEqual([])
    expectError(await call('POST', revoke), 404, 'connected_app_not_found')
    const own = `/members/connected_apps/${appId('Harbor Reports')}/revoke`
    expect((await call('POST', own)).status).toBe(200)
    expect(names(await call('GET', '/members/connected_apps'))).toEqual(['Fleet Console'])
  })

  it('are nobody else’s to see or to shut out', async () => {
    const { call, appId, id } = await start('Aiko Tanaka')
    const path = `/members/${id('Amara Diallo')}/connected_apps`
    expectError(await call('GET', path), 403, 'session_authorization_error')
    const revoke = `${path}/${appId('Harbor Reports')}/revoke`
    expectError(await call('POST', revoke), 403, 'session_authorization_error')
  })
})

describe('the policy of an organization', () => {
  it.each([
    ['third_party_connected_apps_allowed_type', ['Fleet Console']],
    ['first_party_connected_apps_allowed_type', ['Harbor Reports', 'Pathfinder Assistant']],
  ])('shuts the apps out that %s does not allow', async (setting, left) => {
    const { call } = await start()
    expect((await call('PUT', '/me', { [setting]: 'NOT_ALLOWED' })).status).toBe(200)
    expect(names(await call('GET', '/connected_apps'))).toEqual(left)
  })

  it('keeps the apps that it names', async () => {
    const { call, appId } = await start()
    const answer = await call('PUT', '/me', {
      third_party_connected_apps_allowed_type: 'RESTRICTED',
      allowed_third_party_connected_apps: [appId('Harbor Reports')],
    })
    expect(answer.at('data.organization.allowed_third_party_connected_apps')).toHaveLength(1)
    expect(names(await call('GET', '/connected_apps'))).toEqual(['Fleet Console', 'Harbor Reports'])
  })

  it('takes no app of the other party', async () => {
    const { call, appId } = await start()
    const answer = await call('PUT', '/me', {
      allowed_first_party_connected_apps: [appId('Harbor Reports')],
    })
    expectError(answer, 400, 'invalid_connected_app_type')
  })
})

async function start(name = 'Ada Lovelace') {
  const api = createApi()
  const session = await api.signIn(memberNamed(api.emulator, name))
  return {
    api,
    session,
    id: (person: string) => memberNamed(api.emulator, person),
    appId: (app: string) =>
      Object.values(api.emulator.data.connected_apps).find((one) => one.name === app)
        ?.connected_app_id ?? '',
    call: (method: string, path: string, body?: object) =>
      api.call(method, ORGANIZATION + path, { session, ...(body && { body }) }),
  }
}

function names(answer: Answer): string[] {
  return (answer.at('data.connected_apps') as { name: string }[]).map(({ name }) => name)
}

function expectError(answer: Answer, status: number, errorType: string): void {
  expect([answer.status, answer.at('error_type')]).toEqual([status, errorType])
}
