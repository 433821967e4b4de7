import type { AdminPortalApi } from './adminPortal.ts'
import type { AuthenticateUrlApi } from './authenticateUrl.ts'
import type { B2BClientOptions } from './createB2BClient.ts'
import type { DiscoveryApi } from './discovery.ts'
import type { IdpApi } from './idp.ts'
import type { ImpersonationApi } from './impersonation.ts'
import type { MagicLinksApi } from './magicLinks.ts'
import type { OAuthApi } from './oauth.ts'
import type { OrganizationApi } from './organization.ts'
import type { OtpsApi } from './otps.ts'
import type { PasswordsApi } from './passwords.ts'
import type { Loose, Project, RegisteredProject } from './project.ts'
import type { RbacApi } from './rbac.ts'
import type { RecoveryCodesApi } from './recoveryCodes.ts'
import type { RequestListener } from './requestEvents.ts'
import type { ScimApi } from './scim.ts'
import type { MemberApi, SelfApi } from './self.ts'
import type { SessionApi } from './session.ts'
import type { SessionSnapshot } from './sessionStore.ts'
import type { SsoApi } from './sso.ts'
import type { TotpApi } from './totp.ts'
import type { Member, MemberSession, Organization } from './types.ts'

/**
 * The browser client. Made by `createB2BClient`. Every function on it is a closure, so it can be
 * passed as a value: `useMutation({ mutationFn: client.scim.rotateStart })`.
 */
export interface B2BClient<P extends Project = RegisteredProject> extends AuthenticateUrlApi<P> {
  /** The public token that the client was made with. */
  readonly publicToken: string
  /** The signed-in member's organization, its settings and its members. */
  readonly organization: OrganizationApi<P>
  /** The signed-in member. */
  readonly self: SelfApi<P>
  /** The session: what is known of it, refreshing, switching, ending. */
  readonly session: SessionApi<P>
  /**
   * The signed-in member, by an older name.
   *
   * @deprecated Use `self`.
   */
  readonly member: MemberApi<P>
  /** Signing in by a link that was mailed. */
  readonly magicLinks: MagicLinksApi<P>
  /** Signing in by a code that was mailed or sent as a text message. */
  readonly otps: OtpsApi<P>
  /** Signing in by an account at Google, Microsoft, HubSpot, Slack or GitHub. */
  readonly oauth: OAuthApi<P>
  /** Signing in at the organization's identity provider, and the connections to such providers. */
  readonly sso: SsoApi<P>
  /** Signing in by a password, and setting one. */
  readonly passwords: PasswordsApi<P>
  /** Codes of an authenticator app, as a second factor. */
  readonly totp: TotpApi<P>
  /** For who has lost the authenticator app. */
  readonly recoveryCodes: RecoveryCodesApi<P>
  /** Choosing an organization, or making one, after a sign-in that was for none. */
  readonly discovery: DiscoveryApi<P>
  /** Signing in as another member, for the project's own staff. */
  readonly impersonation: ImpersonationApi<P>
  /** The consent page of connected apps. */
  readonly idp: IdpApi
  /** The organization's SCIM connection, its groups and its tokens. */
  readonly scim: ScimApi
  /** What the member may do, answered from the project's policy without a request. */
  readonly rbac: RbacApi<P>
  /** What the project has switched on of an admin portal. */
  readonly adminPortal: AdminPortalApi
  /** What the client knows right now: status, identity, session, member, organization and policy. */
  getSnapshot: () => SessionSnapshot<P>
  /** What to show on a server and while hydrating: the `serverState` handed in, or else `loading`. */
  getServerSnapshot: () => SessionSnapshot<P>
  /** Calls `listener` after each change of the snapshot. Returns the function that unsubscribes. */
  subscribe: (listener: () => void) => () => void
  /** As `subscribe`, in the official client's shape: `{}` when nobody is signed in. */
  onStateChange: (
    callback: (state: {
      session?: MemberSession<P>
      member?: Member<P>
      organization?: Organization<P>
    }) => void,
  ) => () => void
  /**
   * Takes over newer records of the signed-in member and of the organization that came from elsewhere,
   * such as a list of members. Records of others are ignored.
   */
  updateRecords: Loose<
    (records: {
      member?: Member<P> | undefined
      organization?: Organization<P> | undefined
    }) => void
  >
  /** Calls `listener` after each attempt of a request; usage events excepted. Returns the unsubscriber. */
  onRequest: (listener: RequestListener) => () => void
  /**
   * Another client of the same project, with these options changed: one with a session of its own, for a sign-in that
   * must not end this one.
   *
   * @example client.fork((options) => ({ ...options, storage: createMemoryStorage() }))
   */
  fork: (change: (options: B2BClientOptions) => B2BClientOptions) => B2BClient<P>
  /** Stops timers and listeners. Cookies and stored state stay, as on closing the tab. */
  dispose: () => void
}
