import type { AdminPortalApi } from './adminPortal.ts'
import type { AuthenticateUrlApi } from './authenticateUrl.ts'
import type { MagicLinksApi } from './magicLinks.ts'
import type { OrganizationApi } from './organization.ts'
import type { RbacApi } from './rbac.ts'
import type { ScimApi } from './scim.ts'
import type { SelfApi } from './self.ts'
import type { SessionApi } from './session.ts'
import type { SessionSnapshot } from './sessionStore.ts'
import type { Member, MemberSession, Organization } from './types.ts'

/**
 * The browser client. Made by `createB2BClient`. Every function on it is a closure, so it can be
 * passed as a value: `useMutation({ mutationFn: client.scim.rotateStart })`.
 */
export interface B2BClient extends AuthenticateUrlApi {
  /** The public token that the client was made with. */
  readonly publicToken: string
  /** The signed-in member's organization, its settings and its members. */
  readonly organization: OrganizationApi
  /** The signed-in member. */
  readonly self: SelfApi
  /** The session: what is known of it, refreshing, switching, ending. */
  readonly session: SessionApi
  /** Signing in by a link that was mailed. */
  readonly magicLinks: MagicLinksApi
  /** The organization's SCIM connection, its groups and its tokens. */
  readonly scim: ScimApi
  /** What the member may do, answered from the project's policy without a request. */
  readonly rbac: RbacApi
  /** What the project has switched on of an admin portal. */
  readonly adminPortal: AdminPortalApi
  /** What the client knows right now: status, identity, session, member, organization and policy. */
  getSnapshot: () => SessionSnapshot
  /** Calls `listener` after each change of the snapshot. Returns the function that unsubscribes. */
  subscribe: (listener: () => void) => () => void
  /** As `subscribe`, in the official client's shape: `{}` when nobody is signed in. */
  onStateChange: (
    callback: (state: {
      session?: MemberSession
      member?: Member
      organization?: Organization
    }) => void,
  ) => () => void
  /** Stops timers and listeners. Cookies and stored state stay, as on closing the tab. */
  dispose: () => void
}
