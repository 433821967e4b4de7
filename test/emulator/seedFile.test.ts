import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmulator } from 'orgportal/emulator'
import type { Emulator, SeedDescription } from 'orgportal/emulator'
import { serveEmulator } from 'orgportal/emulator/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createApi, memberNamed } from './api.ts'

const ACME: SeedDescription = {
  name: 'acme',
  description: 'Two organizations of a host',
  project: {
    project_name: 'Acme Cloud',
    public_token: 'public-token-test-acme',
    redirect_urls: { login: 'http://localhost:8080/welcome' },
    pkce_required: { oauth: true },
  },
  policy: {
    resources: [{ resource_id: 'board', actions: ['read', 'draw'] }],
    roles: [
      { role_id: 'artist', permissions: { board: ['read', 'draw'] } },
      { role_id: 'guest', permissions: [{ resource_id: 'board', actions: ['read'] }] },
    ],
  },
  organizations: [
    {
      organization_name: 'Acme Anvils',
      mfa_policy: 'OPTIONAL',
      email_allowed_domains: ['acme.example'],
      email_jit_provisioning: 'RESTRICTED',
      sso_default_connection_id: 'Acme Okta',
      custom_roles: [{ role_id: 'smith', permissions: { board: ['*'] } }],
      sso_connections: [
        {
          display_name: 'Acme Okta',
          identity_provider: 'okta',
          roles: ['guest'],
          group_roles: { Forge: ['smith', 'artist'] },
        },
        { display_name: 'Acme OIDC', type: 'oidc' },
      ],
      scim_connection: {
        display_name: 'Acme directory',
        identity_provider: 'okta',
        bearer_token: 'acme-token',
        groups: [
          { group_name: 'Forge', members: ['ben@acme.example'], roles: ['artist', 'guest'] },
        ],
      },
      members: [
        {
          name: 'Ana Smith',
          email_address: 'ana@acme.example',
          persona: true,
          roles: ['stytch_admin', 'smith'],
          password: 'a long password of Ana',
          mfa_phone_number: '+14155550123',
          totp_secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
          default_mfa_method: 'totp',
        },
        {
          name: 'Ben',
          email_address: 'ben@acme.example',
          persona: 'ben',
          description: 'In the forge',
          sso_registrations: [{ connection: 'Acme Okta', groups: ['Forge'] }],
          untrusted_metadata: { theme: 'dark' },
        },
        { name: 'Cleo', email_address: 'cleo@acme.example', status: 'invited' },
      ],
    },
    { organization_name: 'Bolt & Co', organization_slug: 'bolt' },
  ],
  connected_apps: [
    { name: 'Reports', client_type: 'third_party', redirect_urls: ['http://localhost:9/back'] },
  ],
  strangers: [{ name: 'Zoe', email_address: 'zoe@elsewhere.example' }],
}

function organizationOf(emulator: Emulator, slug: string) {
  const organizations = Object.values(emulator.data.organizations)
  return organizations.find(({ organization_slug }) => organization_slug === slug)
}

/** All that is wrong with a seed, one a line. */
function problemsOf(seed: object): string[] {
  try {
    Reflect.apply(createEmulator, undefined, [{ seed }])
    return []
  } catch (error) {
    expect(error).toMatchObject({ name: 'DescriptionError' })
    return error instanceof Error ? error.message.split('\n') : []
  }
}

describe('a seed of one’s own', () => {
  it('begins as it is described: project, policy, organizations, people', async () => {
    const api = createApi({ seed: ACME })
    const { emulator } = api
    expect(emulator.publicToken).toBe('public-token-test-acme')
    expect(emulator.data.project).toMatchObject({
      project_name: 'Acme Cloud',
      redirect_urls: {
        login: 'http://localhost:8080/welcome',
        signup: 'http://localhost:3000/authenticate',
      },
      pkce_required: { oauth: true, sso: false },
    })
    expect(emulator.personas).toMatchObject([
      { id: 'ana-smith', description: 'stytch_admin, smith' },
      { id: 'ben', description: 'In the forge' },
    ])
    expect(organizationOf(emulator, 'acme-anvils')).toMatchObject({
      email_jit_provisioning: 'RESTRICTED',
      email_allowed_domains: ['acme.example'],
    })
    expect(organizationOf(emulator, 'bolt')?.organization_name).toBe('Bolt & Co')
    expect(emulator.data.members[memberNamed(emulator, 'Cleo')]).toMatchObject({
      status: 'invited',
      email_address_verified: false,
    })
    const session = await api.signIn('ana-smith')
    const me = await api.call('GET', '/sdk/v1/b2b/organizations/members/me', { session })
    expect(me.at('data.member')).toMatchObject({ is_admin: true, default_mfa_method: 'totp' })
  })

  it('gives roles their permissions, and knows the API’s own without being told', async () => {
    const api = createApi({ seed: ACME })
    const { rbac_policy } = api.emulator.data.project
    expect(rbac_policy.roles.map(({ role_id }) => role_id)).toEqual([
      'stytch_member',
      'stytch_admin',
      'artist',
      'guest',
    ])
    expect(rbac_policy.resources.map(({ resource_id }) => resource_id)).toContain('stytch.member')
    const session = await api.signIn('ben')
    const authenticated = await api.call('POST', '/sdk/v1/b2b/sessions/authenticate', { session })
    // From the group of the directory; those of SSO count only once he signs in by it.
    expect(authenticated.at('data.member_session.roles')).toEqual([
      'stytch_member',
      'guest',
      'artist',
    ])
  })

  it('has SSO and SCIM connections whose ids settings take by name', async () => {
    const { call, emulator } = createApi({ seed: ACME })
    const acme = organizationOf(emulator, 'acme-anvils')
    const sso = emulator.data.sso_connections[acme?.sso_default_connection_id ?? '']
    expect(sso).toMatchObject({ display_name: 'Acme Okta', status: 'active' })
    const [connection] = Object.keys(emulator.data.scim_connections)
    const users = await call('GET', `/v1/b2b/scim/${connection ?? ''}/Users`, {
      headers: { authorization: 'Bearer acme-token' },
    })
    expect(users.at('totalResults')).toBe(1)
  })

  it('lets its people sign in with their passwords', async () => {
    const { call, emulator } = createApi({ seed: ACME })
    const authenticate = (password: string) =>
      call('POST', '/sdk/v1/b2b/passwords/authenticate', {
        body: {
          organization_id: organizationOf(emulator, 'acme-anvils')?.organization_id,
          email_address: 'ana@acme.example',
          password,
          session_duration_minutes: 60,
        },
      })
    expect((await authenticate('a long password of Ana')).status).toBe(200)
    expect((await authenticate('another')).status).toBe(401)
  })

  it('has the same ids in each emulator, and survives its own snapshot', () => {
    const [one, other] = [createEmulator({ seed: ACME }), createEmulator({ seed: ACME })]
    expect(Object.keys(one.data.members)).toEqual(Object.keys(other.data.members))
    expect(one.data.recovery_codes).toEqual(other.data.recovery_codes)
    one.restore(JSON.parse(JSON.stringify(one.snapshot())))
    expect(one.data.seed).toBe('acme')
  })

  it('is what reset goes back to, and is among the seeds', () => {
    const emulator = createEmulator({ seed: ACME })
    expect(emulator.seeds[0]).toEqual({ name: 'acme', description: 'Two organizations of a host' })
    emulator.createMagicLink('ben')
    emulator.reset()
    expect([emulator.data.seed, emulator.inbox]).toEqual(['acme', []])
    emulator.reset('sample')
    emulator.reset()
    expect(emulator.data.seed).toBe('sample')
  })

  it('makes personas of the first members when it names none', () => {
    const members = [
      { email_address: 'a@b.example' },
      { name: 'Bo', email_address: 'bo@b.example' },
    ]
    const { personas } = createEmulator({
      seed: { organizations: [{ organization_name: 'Bee', members }] },
    })
    expect(personas).toMatchObject([
      { id: 'person-1', name: 'a@b.example' },
      { id: 'person-2', name: 'Bo' },
    ])
  })

  it.each<[string, object, RegExp]>([
    ['nothing in it', {}, /^organizations must have at least one organization/],
    [
      'a name nobody knows',
      { organisations: [] },
      /^organisations is not known\. Did you mean organizations\?/,
    ],
    ['the name of another seed', { name: 'scim' }, /^name is that of one of the emulator’s own/],
    [
      'a wrong setting of the project',
      { project: { sso_enabled: 'yes' } },
      /^project\.sso_enabled must be true or false; it is "yes"/,
    ],
    [
      'an address that runs',
      { project: { redirect_urls: { login: 'javascript:alert(1)' } } },
      /^project\.redirect_urls\.login must be an address/,
    ],
    [
      'a role of an unknown resource',
      { policy: { roles: [{ role_id: 'a', permissions: { nothing: ['read'] } }] } },
      /^policy\.roles\[0\]\.permissions\.nothing names the resource nothing.*It has:/,
    ],
  ])('that has %s is refused', (_what, seed, message) => {
    expect(problemsOf(seed)).toContainEqual(expect.stringMatching(message))
  })

  it.each<[string, object, RegExp]>([
    [
      'lacks a name',
      { organization_name: '' },
      /^organizations\[0\]\.organization_name is required/,
    ],
    [
      'has a setting that is none',
      { mfa_policy: 'ALWAYS' },
      /^organizations\[0\]\.mfa_policy must be one of OPTIONAL, REQUIRED_FOR_ALL/,
    ],
    [
      'has settings that do not go together',
      { auth_methods: 'RESTRICTED' },
      /^organizations\[0\]\.allowed_auth_methods must name at least one/,
    ],
    [
      'has a list that is none',
      { members: {} },
      /^organizations\[0\]\.members must be a list; it is an object/,
    ],
    [
      'has a member without an address',
      { members: [{ name: 'Ana' }] },
      /^organizations\[0\]\.members\[0\]\.email_address is required/,
    ],
    [
      'has an address twice',
      { members: [{ email_address: 'a@b.example' }, { email_address: 'A@b.example' }] },
      /^organizations\[0\]\.members\[1\]\.email_address is that of another member/,
    ],
    [
      'has a role that nobody made',
      { members: [{ email_address: 'a@b.example', roles: ['boss'] }] },
      /^organizations\[0\]\.members\[0\]\.roles names the role boss.*There are: stytch_member/,
    ],
    [
      'has a phone number that is none',
      { members: [{ email_address: 'a@b.example', mfa_phone_number: '0170' }] },
      /mfa_phone_number must be in the form of E\.164/,
    ],
    [
      'has a secret that is none',
      { members: [{ email_address: 'a@b.example', totp_secret: 'abc' }] },
      /totp_secret must be true, or 32 characters of Base32/,
    ],
    [
      'has a method without its factor',
      { members: [{ email_address: 'a@b.example', default_mfa_method: 'totp' }] },
      /default_mfa_method is totp, for which the member needs a totp_secret/,
    ],
    [
      'names a connection it lacks',
      { members: [{ email_address: 'a@b.example', sso_registrations: [{ connection: 'Okta' }] }] },
      /sso_registrations\[0\]\.connection names no SSO connection.*none/,
    ],
    [
      'has a group of strangers',
      {
        scim_connection: {
          display_name: 'D',
          groups: [{ group_name: 'G', members: ['x@y.example'] }],
        },
      },
      /^organizations\[0\]\.scim_connection\.groups\[0\]\.members names x@y\.example/,
    ],
    [
      'misspells a name',
      { members: [{ email: 'a@b.example' }] },
      /members\[0\]\.email is not known\. Did you mean email_address\?/,
    ],
  ])('whose organization %s is refused', (_what, organization, message) => {
    const seed = { organizations: [{ organization_name: 'Acme', ...organization }] }
    expect(problemsOf(seed)).toContainEqual(expect.stringMatching(message))
  })

  it('tells all that is wrong at once', () => {
    const seed = { projekt: {}, organizations: [{ members: [{ roles: 'x' }] }] }
    expect(problemsOf(seed)).toHaveLength(4)
  })
})

describe('serveEmulator with a seed file', () => {
  let folder: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'orgportal-seed-'))
  })

  afterEach(() => rm(folder, { recursive: true }))

  async function file(name: string, text: string): Promise<string> {
    const path = join(folder, name)
    await writeFile(path, text)
    return path
  }

  it.each([
    ['acme.json', JSON.stringify(ACME)],
    ['acme.yaml', 'name: acme\norganizations:\n  - organization_name: Acme Anvils\n'],
  ])('begins as %s says', async (name, text) => {
    const { emulator, close } = await serveEmulator({ port: 0, seed: await file(name, text) })
    expect(emulator.data.seed).toBe('acme')
    expect(organizationOf(emulator, 'acme-anvils')).toBeDefined()
    await close()
  })

  it('takes what docs/emulator.md shows', async () => {
    const docs = await readFile(new URL('../../docs/emulator.md', import.meta.url), 'utf8')
    const [, yaml = ''] = /```yaml\n(.*?)```/s.exec(docs) ?? []
    const { emulator, close } = await serveEmulator({ port: 0, seed: await file('a.yaml', yaml) })
    expect(emulator.personas.map(({ id }) => id)).toEqual(['ana', 'ben'])
    await close()
  })

  it('names the line and the place of each mistake', async () => {
    const seed = await file(
      'acme.yaml',
      [
        'organizations:',
        '  - organization_name: Acme',
        '    members:',
        '      - name: Ana',
        '        email_address: ana@acme.example',
        '        roles: [boss]',
        '      - name: Ben',
        '',
      ].join('\n'),
    )
    await expect(serveEmulator({ port: 0, seed })).rejects.toMatchObject({
      name: 'ServeError',
      code: 'bad-seed-file',
      message: expect.stringMatching(
        /acme\.yaml:\n {2}line 6: organizations\[0\]\.members\[0\]\.roles names the role boss.*\n {2}line 7: organizations\[0\]\.members\[1\]\.email_address is required/,
      ) as unknown,
    })
  })

  it.each([
    ['that does not exist', 'none.yaml', null, /does not exist/],
    ['that is not YAML', 'bad.yaml', 'organizations: [', /it is not YAML.*line 1/s],
    ['that is empty', 'empty.yml', '', /it has no organizations/],
  ])('refuses a file %s', async (_what, name, text, message) => {
    const seed = text === null ? join(folder, name) : await file(name, text)
    await expect(serveEmulator({ port: 0, seed })).rejects.toThrow(message)
  })
})
