import type { B2BClient } from './B2BClient.ts'
import type { Bootstrap } from './bootstrap.ts'
import type { Project, RegisteredProject } from './project.ts'
import { identityOf } from './sessionIdentity.ts'
import { statusOf, type SessionSnapshot } from './sessionStore.ts'
import type { Member, MemberSession, Organization } from './types.ts'

/**
 * What a server knows of whoever asks for a page, as plain JSON to send along with it: the records, no
 * tokens. All null says that nobody is signed in.
 *
 * Made by `getServerState`, or by hand from what your backend's SDK has answered.
 */
export interface ServerState<P extends Project = RegisteredProject> {
  session: MemberSession<P> | null
  member: Member<P> | null
  organization: Organization<P> | null
  /** The project's settings and policy. Without them permissions are `loading` in the first render. */
  bootstrap?: Bootstrap | null
  /** Which begun sign-in a second step is required for, if one is. */
  intermediateId?: string | null
}

/**
 * What the client of a request knows, for `createB2BClient(token, { serverState })` in the page.
 * `undefined` while nothing is known for sure, because the server was not asked or could not be reached:
 * the browser then finds out by itself.
 *
 * Personal data of the signed-in member is in it, so a page that has it must not be cached for others.
 *
 * @example
 * const client = createB2BClient(token, { storage: createRequestStorage(cookieHeader) })
 * await client.session.authenticate().catch(() => null)
 * const serverState = getServerState(client)
 */
export function getServerState<P extends Project = RegisteredProject>(
  client: Pick<B2BClient<P>, 'getSnapshot'>,
): ServerState<P> | undefined {
  const { status, session, member, organization, bootstrap, intermediateId } = client.getSnapshot()
  return status === 'loading'
    ? undefined
    : { session, member, organization, bootstrap, intermediateId }
}

/** What is shown first, on the server and while hydrating: without a state, that it is still loading. */
export function firstSnapshot(state: ServerState | undefined): SessionSnapshot {
  const { session = null, member = null, organization = null } = state ?? {}
  const { bootstrap = null, intermediateId = null } = state ?? {}
  return {
    status: statusOf({ session, member, organization }, !state, !!intermediateId),
    identity: identityOf(session),
    intermediateId,
    session,
    member,
    organization,
    viewedRoles: null,
    fromCache: true,
    bootstrap,
    endReason: null,
  }
}
