import {
  createB2BClient,
  type AuthResponseWithMfa,
  type B2BClient,
  type DiscoveryAuthResponse,
  type Member,
  type MemberSession,
  type Metadata,
  type Organization,
  type OAuthProviderApi,
  type RequestEvent,
  type SamlApi,
  type SamlConnectionOutput,
  type SessionSnapshot,
} from 'orgportal/client'
import { describe, expectTypeOf, it } from 'vitest'

interface Badge {
  badge: number
}

/** As a host declares its project: an interface, partly of other interfaces. */
interface Starships {
  memberTrustedMetadata: Badge
  memberUntrustedMetadata: { theme?: 'dark' | 'light' }
  organizationTrustedMetadata: { plan: 'free' | 'fleet' }
  customClaims: { fleet_id: string }
  roles: 'captain' | 'engineer'
  resources: { starship: 'launch' | 'land'; cargo: 'load' }
}

declare const client: B2BClient
declare const typed: B2BClient<Starships>

// Checked by tsc. None of these functions is ever called.
describe('createB2BClient', () => {
  it('gives a client of any project, or of the one that is named', () => {
    expectTypeOf(() => createB2BClient('public-token-test-1')).returns.toEqualTypeOf<B2BClient>()
    expectTypeOf(() => createB2BClient<Starships>('public-token-test-1')).returns.toEqualTypeOf<
      B2BClient<Starships>
    >()
    // @ts-expect-error actions are texts
    const wrong = () => createB2BClient<{ roles: number }>('public-token-test-1')
    expectTypeOf(wrong).toBeFunction()
  })
})

describe('B2BClient', () => {
  it('of a project can be handed to whatever takes any client', () => {
    const use = (any: B2BClient) => any.publicToken
    expectTypeOf(() => use(typed)).returns.toBeString()
    expectTypeOf<B2BClient<{ roles: 'pilot' }>>().toExtend<B2BClient>()
    expectTypeOf<Member<Starships>>().toExtend<Member>()
    expectTypeOf<Organization<Starships>>().toExtend<Organization>()
    expectTypeOf<MemberSession<Starships>>().toExtend<MemberSession>()
  })

  it('has a snapshot, and takes records, of the project', () => {
    expectTypeOf(() => client.getSnapshot()).returns.toEqualTypeOf<SessionSnapshot>()
    expectTypeOf(() => typed.getSnapshot()).returns.toEqualTypeOf<SessionSnapshot<Starships>>()
    expectTypeOf(
      () => typed.getSnapshot().organization?.trusted_metadata.plan,
    ).returns.toEqualTypeOf<'free' | 'fleet' | undefined>()
    expectTypeOf<B2BClient<Starships>['updateRecords']>().parameter(0).toEqualTypeOf<{
      member?: Member<Starships> | undefined
      organization?: Organization<Starships> | undefined
    }>()
    expectTypeOf<B2BClient<Starships>['onRequest']>()
      .parameter(0)
      .parameter(0)
      .toEqualTypeOf<RequestEvent>()
    expectTypeOf<B2BClient<Starships>['rbac']['viewAs']>()
      .parameter(0)
      .toEqualTypeOf<readonly string[] | null>()
  })

  it('knows the metadata and the claims that a project declares', () => {
    expectTypeOf(() => typed.self.getSync()?.trusted_metadata.badge).returns.toEqualTypeOf<
      number | undefined
    >()
    expectTypeOf(() => typed.self.getSync()?.untrusted_metadata.theme).returns.toEqualTypeOf<
      'dark' | 'light' | undefined
    >()
    expectTypeOf(() => typed.organization.getSync()?.trusted_metadata.plan).returns.toEqualTypeOf<
      'free' | 'fleet' | undefined
    >()
    expectTypeOf(() => typed.session.getSync()?.custom_claims?.fleet_id).returns.toEqualTypeOf<
      string | undefined
    >()
    expectTypeOf(async () => {
      const { members } = await typed.organization.members.search({})
      return members[0]?.trusted_metadata.badge
    }).returns.resolves.toEqualTypeOf<number | undefined>()
    expectTypeOf<Member<Starships>['trusted_metadata']>().not.toHaveProperty('bagde')
    // @ts-expect-error not a theme
    const wrong = () => typed.self.update({ untrusted_metadata: { theme: 'blue' } })
    const right = () => typed.self.update({ untrusted_metadata: { theme: 'dark' }, name: 'Ines' })
    expectTypeOf([wrong, right]).toBeArray()
  })

  it('takes any metadata where nothing is declared', () => {
    expectTypeOf(() => client.self.getSync()?.trusted_metadata).returns.toEqualTypeOf<
      Metadata | undefined
    >()
    expectTypeOf<B2BClient['self']['update']>().toBeCallableWith({
      untrusted_metadata: { anything: [1] },
    })
  })

  it('lets roles of the organization pass beside the declared ones', () => {
    expectTypeOf<B2BClient<Starships>['organization']['members']['update']>().toBeCallableWith({
      member_id: 'member-1',
      roles: ['captain', 'stytch_admin', 'a-role-of-this-organization'],
    })
  })

  it('answers a sign-in with a session or with what is still required', () => {
    expectTypeOf<
      B2BClient['sso']['authenticate']
    >().returns.resolves.toEqualTypeOf<AuthResponseWithMfa>()
    const use = (answer: AuthResponseWithMfa) =>
      answer.member_authenticated ? answer.member_session : answer.mfa_required
    expectTypeOf(use).returns.exclude<null>().toExtend<object>()
    expectTypeOf<
      B2BClient['magicLinks']['discovery']['authenticate']
    >().returns.resolves.toEqualTypeOf<DiscoveryAuthResponse>()
    const byUrl = async () => {
      const result = await typed.authenticateByUrl({ session_duration_minutes: 60 })
      return result?.handled && result.tokenType === 'sso' ? result.data.member : null
    }
    expectTypeOf(byUrl).returns.resolves.toEqualTypeOf<Member<Starships> | null>()
  })

  it('takes arguments as the API has them', () => {
    expectTypeOf<
      SamlApi['updateConnection']
    >().returns.resolves.toEqualTypeOf<SamlConnectionOutput>()
    expectTypeOf<B2BClient['organization']['members']['delete']>().toBeCallableWith('member-1', {
      signal: AbortSignal.abort(),
    })
    expectTypeOf<OAuthProviderApi['start']>().toBeCallableWith({ organization_slug: 'northwind' })
    // @ts-expect-error for no organization
    const nowhere = () => client.oauth.google.start({})
    // @ts-expect-error a sign-in says how long it is to last
    const endless = () => client.sso.authenticate({ sso_token: 'token' })
    // @ts-expect-error an id, not an object
    const object = () => client.organization.members.delete({ member_id: 'member-1' })
    expectTypeOf([nowhere, endless, object]).toBeArray()
  })

  it('marks the older name of `self`', () => {
    expectTypeOf<keyof B2BClient['member']>().toEqualTypeOf<
      'get' | 'getSync' | 'onChange' | 'update' | 'deleteMFAPhoneNumber'
    >()
  })
})

describe('rbac.isAuthorized', () => {
  it('takes the built-in resources and those that the project declares', () => {
    expectTypeOf(() => typed.rbac.isAuthorized('starship', 'launch')).returns.resolves.toBeBoolean()
    expectTypeOf(() => typed.rbac.isAuthorizedSync('stytch.scim', 'update')).returns.toBeBoolean()
    // @ts-expect-error no such action
    const action = () => typed.rbac.isAuthorized('starship', 'lunch')
    // @ts-expect-error an action of another resource
    const other = () => typed.rbac.isAuthorized('cargo', 'launch')
    // @ts-expect-error no such resource
    const resource = () => typed.rbac.isAuthorized('spaceship', 'launch')
    // @ts-expect-error no such built-in action
    const builtIn = () => typed.rbac.isAuthorizedSync('stytch.scim', 'updte')
    expectTypeOf([action, other, resource, builtIn]).toBeArray()
  })

  it('takes any resource where none is declared, but no mistaken built-in one', () => {
    expectTypeOf(() => client.rbac.isAuthorized('document', 'publish')).toBeFunction()
    // @ts-expect-error no such action
    const action = () => client.rbac.isAuthorized('stytch.sso', 'publish')
    // @ts-expect-error no such resource
    const resource = () => client.rbac.isAuthorized('stytch.ssi', 'get')
    expectTypeOf([action, resource]).toBeArray()
  })
})
