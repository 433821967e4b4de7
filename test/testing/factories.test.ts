import { describe, expect, expectTypeOf, it } from 'vitest'
import type { Membership } from 'orgportal/client'
import { isApiError } from 'orgportal/client'
import { createFactories, type Factories } from 'orgportal/testing'
import { createValidator, typeNames } from '../contract/schemas/validate.ts'

/** What the contract calls the record of a factory, where that is not simply its name. */
const CALLED_OTHERWISE: Readonly<Record<string, string>> = {
  createSsoRegistration: 'SSORegistration',
  createScimRegistration: 'SCIMRegistration',
  createScimAttributes: 'SCIMAttributes',
  createSsoActiveConnection: 'SSOActiveConnection',
  createDeviceHistory: 'SDKDeviceHistory',
  createScimConnection: 'SCIMConnection',
  createScimConnectionWithBearerToken: 'SCIMConnectionWithBearerToken',
  createScimConnectionWithNextBearerToken: 'SCIMConnectionWithNextBearerToken',
  createScimGroup: 'SCIMGroup',
  createSamlConnection: 'SAMLConnection',
  createOidcConnection: 'OIDCConnection',
  createConnectedApp: 'OrganizationConnectedApp',
  createRbacPolicy: 'RBACPolicyRaw',
  createRbacRole: 'RBACPolicyRole',
  createRbacPermission: 'RBACPolicyPermission',
  createRbacResource: 'RBACPolicyResource',
  createRbacScope: 'RBACPolicyScope',
  createMemberResponse: 'MemberResponseCommon',
}

/** Not as on the wire, or part of a record that has a schema. */
const WITHOUT_SCHEMA = new Set([
  'createAnswer',
  'createApiError',
  'createBootstrap',
  'createAdminPortalConfig',
  'createPasswordStrength',
  'createScimActiveConnection',
])

/** Parts of records that are too small to have a factory. */
const WITHOUT_FACTORY = /^(RoleSource|MemberOptions|ConnectedAppClientType)$/

const MEMBERSHIPS = [
  'active_member',
  'pending_member',
  'invited_member',
  'eligible_to_join_by_email_domain',
  'eligible_to_join_by_oauth_tenant',
] as const satisfies Membership['type'][]

const problemWith = createValidator()
const schemaOf = (factory: string) => CALLED_OTHERWISE[factory] ?? factory.replace('create', '')

function recordFactories(factories: Factories): [name: string, create: () => object][] {
  return Object.entries(factories).filter(([name]) => !WITHOUT_SCHEMA.has(name))
}

describe('createFactories', () => {
  it.each(recordFactories(createFactories()))('makes valid records by %s', (name, create) => {
    expect(problemWith(schemaOf(name), create())).toBe('')
    expect(problemWith(schemaOf(name), create())).toBe('')
  })

  it('has a factory for each record of the contract', () => {
    const made = new Set(recordFactories(createFactories()).map(([name]) => schemaOf(name)))
    const answers = typeNames.slice(typeNames.indexOf('ResponseCommon'))
    const records = typeNames.filter(
      (name) => !answers.includes(name) && !WITHOUT_FACTORY.test(name),
    )
    expect(records.filter((name) => !made.has(name))).toEqual([])
    expect(records.length).toBeGreaterThan(30)
  })

  it('makes answers of what a method answers', () => {
    const { createAnswer, createAdminPortalConfig, createPasswordStrength, createScimConnection } =
      createFactories()
    for (const [type, answer] of [
      ['AdminPortalConfig', createAnswer(createAdminPortalConfig())],
      ['PasswordStrengthCheck', createAnswer(createPasswordStrength())],
      ['SCIMConnectionResponse', createAnswer({ connection: createScimConnection() })],
    ] as const) {
      expect(problemWith(type, answer)).toBe('')
    }
  })

  it.each(MEMBERSHIPS)('makes a membership of the type %s', (type) => {
    const membership = createFactories().createMembership(type)
    expect(membership.type).toBe(type)
    expect(problemWith('Membership', membership)).toBe('')
  })

  it('makes the same records in each run, and others with another seed', () => {
    const everything = (options: { seed?: number; now?: number }) =>
      recordFactories(createFactories(options)).map(([, create]) => create())
    expect(everything({})).toEqual(everything({}))
    expect(createFactories({ seed: 1 }).createMember().member_id).not.toBe(
      createFactories().createMember().member_id,
    )
    const now = Date.UTC(2030, 0, 1)
    expect(createFactories({ now }).createMember().created_at).toBe('2030-01-01T00:00:00.000Z')
  })

  it('makes records that belong together', () => {
    const make = createFactories()
    const organization = make.createOrganization()
    const member = make.createMember()
    const session = make.createMemberSession()
    expect(member.organization_id).toBe(organization.organization_id)
    expect(session).toMatchObject({
      organization_id: organization.organization_id,
      organization_slug: organization.organization_slug,
      member_id: member.member_id,
    })
    expect(make.createScimGroup().connection_id).toBe(make.createScimConnection().connection_id)
    expect(make.createMember().member_id).not.toBe(member.member_id)
  })

  it('lets what is given count, and what follows from it follow', () => {
    const { createMember, createMemberRole, createAuthResponse, createOrganization } =
      createFactories()
    const admin = createMember({
      name: 'Ada',
      roles: [createMemberRole({ role_id: 'stytch_admin' })],
    })
    expect(admin).toMatchObject({ name: 'Ada', is_admin: true })
    expect(createMember({ status: 'invited' }).email_address_verified).toBe(false)
    const organization = createOrganization({ organization_slug: 'acme' })
    const response = createAuthResponse({ organization, member: admin })
    expect(response.member_id).toBe(admin.member_id)
    expect(response.member_session).toMatchObject({
      member_id: admin.member_id,
      organization_slug: 'acme',
    })
  })

  it('makes errors as the client throws them', () => {
    const error = createFactories().createApiError({ status_code: 429, retryAfterSeconds: 7 })
    expect(isApiError(error) && error.retryAfterSeconds).toBe(7)
  })

  it('wants an example of metadata that has required fields, and nothing of other projects', () => {
    interface Starships {
      memberTrustedMetadata: { badge: number }
      organizationTrustedMetadata: { plan?: 'free' | 'fleet' }
    }
    const { createMember } = createFactories<Starships>({ memberTrustedMetadata: { badge: 7 } })
    expect(createMember().trusted_metadata.badge).toBe(7)
    expectTypeOf(createMember().trusted_metadata).toEqualTypeOf<{ badge: number }>()
    // @ts-expect-error -- a badge is needed
    createFactories<Starships>()
    // @ts-expect-error -- a badge is a number
    createMember({ trusted_metadata: { badge: 'seven' } })
    // @ts-expect-error -- there is no such field
    createMember({ nmae: 'Ada' })
  })
})
