import { ADOPTS, EMPTY_BODY, INTERMEDIATE, READS, type Methods } from './method.ts'
import type { Project, RegisteredProject } from './project.ts'
import type {
  AuthResponseWithMfa,
  Locale,
  Member,
  MfaRequired,
  Organization,
  PrimaryRequired,
  RequestOptions,
  ResponseCommon,
} from './types.ts'

/** What somebody is, or may become, in an organization. */
export type Membership<P extends Project = RegisteredProject> =
  | {
      type: 'active_member' | 'pending_member' | 'invited_member'
      details: null
      member: Member<P>
    }
  | { type: 'eligible_to_join_by_email_domain'; details: { domain: string }; member: null }
  | {
      type: 'eligible_to_join_by_oauth_tenant'
      details: { provider: string; tenant: string }
      member: null
    }

/** An organization that somebody belongs to, or may join. */
export interface DiscoveredOrganization<P extends Project = RegisteredProject> {
  organization: Organization<P>
  membership: Membership<P>
  /** Whether `discovery.intermediateSessions.exchange` would give a session right away. */
  member_authenticated: boolean
  primary_required: PrimaryRequired | null
  mfa_required: MfaRequired | null
}

/**
 * Answer of a sign-in that is not for a certain organization yet. Any session of before has ended in this
 * browser; go on with `discovery.intermediateSessions.exchange` or `discovery.organizations.create`.
 */
export interface DiscoveryAuthResponse<
  P extends Project = RegisteredProject,
> extends ResponseCommon {
  /** Good for 10 minutes; the client keeps it. Empty in HttpOnly-cookie projects. */
  intermediate_session_token: string
  /** The address that was proved. */
  email_address: string
  discovered_organizations: DiscoveredOrganization<P>[]
}

export type DiscoveryOrganizationsListOutput<P extends Project = RegisteredProject> =
  ResponseCommon & {
    /** The address that was proved. */
    email_address: string
    discovered_organizations: DiscoveredOrganization<P>[]
    /** The organization that the begun sign-in was for; null for a session, or where there was none. */
    organization_id_hint: string | null
  }

/** Settings of the new organization; what is left out has the project's defaults. */
export type DiscoveryOrganizationsCreateInput = Partial<
  Pick<
    Organization,
    | 'organization_name'
    | 'organization_slug'
    | 'organization_logo_url'
    | 'sso_jit_provisioning'
    | 'email_allowed_domains'
    | 'email_jit_provisioning'
    | 'email_invites'
    | 'oauth_tenant_jit_provisioning'
    | 'allowed_oauth_tenants'
    | 'auth_methods'
    | 'allowed_auth_methods'
    | 'mfa_policy'
  >
> & {
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
}

export interface DiscoveryExchangeInput {
  organization_id: string
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
  locale?: Locale
}

export interface DiscoveryApi<P extends Project = RegisteredProject> {
  readonly organizations: {
    /**
     * The organizations of whoever has a session or has begun to sign in. With a session only those one
     * belongs to; with a begun sign-in also those one may join.
     *
     * @throws ApiError `no_session_arguments` for somebody who has neither.
     */
    list: (options?: RequestOptions) => Promise<DiscoveryOrganizationsListOutput<P>>
    /**
     * Makes an organization and signs in to it, as its first member, with `stytch_admin`. Needs a begun
     * sign-in. Name and slug follow from the email address when left out.
     *
     * @throws ApiError `intermediate_session_not_found`, `organization_slug_already_used`,
     *   `action_not_allowed_email_domain_is_claimed`; `endpoint_not_authorized_for_sdk` where the project
     *   does not let browsers make organizations.
     */
    create: (
      input: DiscoveryOrganizationsCreateInput,
      options?: RequestOptions,
    ) => Promise<AuthResponseWithMfa<P>>
  }
  readonly intermediateSessions: {
    /**
     * Signs in to one of the discovered organizations, joining it where that is allowed, or accepting an
     * invitation. Needs a begun sign-in, which is used up.
     *
     * @throws ApiError `intermediate_session_not_found`, `organization_not_found`,
     *   `action_not_allowed_email_domain_is_claimed`.
     */
    exchange: (
      input: DiscoveryExchangeInput,
      options?: RequestOptions,
    ) => Promise<AuthResponseWithMfa<P>>
  }
}

export function createDiscoveryApi({ method, plain }: Methods): DiscoveryApi {
  return {
    organizations: {
      list: plain('POST /b2b/discovery/organizations', EMPTY_BODY, INTERMEDIATE, READS),
      create: method(
        'POST /b2b/discovery/organizations/create session_duration_minutes',
        INTERMEDIATE,
        ADOPTS,
      ),
    },
    intermediateSessions: {
      exchange: method(
        'POST /b2b/discovery/intermediate_sessions/exchange organization_id session_duration_minutes',
        INTERMEDIATE,
        ADOPTS,
      ),
    },
  }
}
