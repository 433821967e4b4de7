import type { AuthMethod, Member, Organization } from '../../client/types.ts'

/** By what a member can sign in. */
export interface SignInWays {
  /** Which methods count: all, those of the organization, or all because the member may break the glass. */
  policy: 'all' | 'restricted' | 'breakglass'
  /** Work now. */
  ready: AuthMethod[]
  /** Allowed, with something still to be done by the member: a password to be set, an account to be used. */
  later: AuthMethod[]
  /** Allowed, but nobody could use it: SSO where no connection is active. */
  impossible: AuthMethod[]
}

type SignInFacts = Pick<
  Member,
  'is_breakglass' | 'member_password_id' | 'sso_registrations' | 'oauth_registrations'
>
type SignInPolicy = Pick<
  Organization,
  'auth_methods' | 'allowed_auth_methods' | 'sso_active_connections'
>

const ALL: readonly AuthMethod[] = [
  'sso',
  'magic_link',
  'email_otp',
  'password',
  'google_oauth',
  'microsoft_oauth',
  'hubspot_oauth',
  'slack_oauth',
  'github_oauth',
]

/** What the organization allows, by what the member has. */
export function signInWays(member: SignInFacts, organization: SignInPolicy): SignInWays {
  const policy = policyFor(member, organization)
  const allowed = policy === 'restricted' ? (organization.allowed_auth_methods ?? []) : ALL
  const are = (wanted: Readiness) =>
    allowed.filter((method) => readiness(method, member, organization) === wanted)
  return { policy, ready: are('ready'), later: are('later'), impossible: are('impossible') }
}

/** Whether the member may sign in by the method, be it there or not. */
export function allowsMethod(
  member: Pick<Member, 'is_breakglass'>,
  organization: Pick<Organization, 'auth_methods' | 'allowed_auth_methods'>,
  method: AuthMethod,
): boolean {
  if (policyFor(member, organization) !== 'restricted') return true
  return (organization.allowed_auth_methods ?? []).includes(method)
}

/** Whether nothing but the password works for the member now. */
export function onlyByPassword({ ready }: SignInWays): boolean {
  return ready.length === 1 && ready[0] === 'password'
}

type Readiness = 'ready' | 'later' | 'impossible'

function policyFor(
  { is_breakglass }: Pick<Member, 'is_breakglass'>,
  { auth_methods }: Pick<Organization, 'auth_methods'>,
): SignInWays['policy'] {
  if (auth_methods !== 'RESTRICTED') return 'all'
  return is_breakglass ? 'breakglass' : 'restricted'
}

function readiness(method: AuthMethod, member: SignInFacts, organization: SignInPolicy): Readiness {
  switch (method) {
    case 'magic_link':
    case 'email_otp':
      return 'ready'
    case 'password':
      return member.member_password_id === '' ? 'later' : 'ready'
    case 'sso':
      return ssoReadiness(member, organization)
    default:
      return member.oauth_registrations.some(
        ({ provider_type }) => `${provider_type.toLowerCase()}_oauth` === method,
      )
        ? 'ready'
        : 'later'
  }
}

function ssoReadiness(
  { sso_registrations }: SignInFacts,
  { sso_active_connections }: SignInPolicy,
): Readiness {
  if (sso_active_connections.length === 0) return 'impossible'
  const active = new Set(sso_active_connections.map(({ connection_id }) => connection_id))
  return sso_registrations.some(({ connection_id }) => active.has(connection_id))
    ? 'ready'
    : 'later'
}
