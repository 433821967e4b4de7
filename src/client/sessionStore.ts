import { createStore } from 'zustand/vanilla'
import type { Bootstrap } from './bootstrap.ts'
import { isRecord } from './check.ts'
import type { Cookies } from './cookies.ts'
import type { ApiError } from './errors.ts'
import type { Project, RegisteredProject } from './project.ts'
import { isOlder } from './isOlder.ts'
import { identityOf, identityOfJwt, type SessionIdentity } from './sessionIdentity.ts'
import type { Items } from './storage.ts'
import type { Member, MemberSession, Organization } from './types.ts'

/**
 * Where sign-in stands:
 * - `loading`: a session may exist, but nothing is known of it yet (first load with a cookie only);
 * - `authenticated`: session, member and organization are all present;
 * - `intermediate`: the first factor is done, another one is required;
 * - `anonymous`: nobody is signed in.
 */
export type SessionStatus = 'loading' | 'authenticated' | 'intermediate' | 'anonymous'

/** Why the last session ended. */
export type SessionEndReason =
  | { type: 'revoked' }
  | { type: 'expired' }
  | { type: 'signed-out-elsewhere' }
  | { type: 'rejected'; errorType: string; requestId: string | undefined }

export type { SessionIdentity } from './sessionIdentity.ts'

/** Everything the client knows, as one immutable value. */
export interface SessionSnapshot<P extends Project = RegisteredProject> {
  status: SessionStatus
  /** null exactly when no session is known. */
  identity: SessionIdentity | null
  /**
   * Tells one begun sign-in from another: a short mark of its token, from which the token cannot be had (of the
   * request that began it, where the token is in an HttpOnly cookie). null where none is begun.
   */
  intermediateId: string | null
  session: MemberSession<P> | null
  member: Member<P> | null
  organization: Organization<P> | null
  /** The roles that permission checks start from instead of the session's: see `rbac.viewAs`. */
  viewedRoles: readonly string[] | null
  /** True until the server (or the absence of a cookie) has confirmed what storage remembered. */
  fromCache: boolean
  /** The project's settings and policy; from the last visit until bootstrap answers; null before. */
  bootstrap: Bootstrap | null
  /** Why the last session ended, until the next one begins. */
  endReason: SessionEndReason | null
}

/** The three records of a session, as they are stored for the next load and for other tabs. */
interface Records {
  session: MemberSession | null
  member: Member | null
  organization: Organization | null
}

/**
 * What counts of the answer to a sign-in step. Without a session something is still required: another
 * factor, or the choice of an organization.
 */
export interface SignInAnswer {
  member_session?: MemberSession | null | undefined
  member?: Member | null | undefined
  organization?: Organization | null | undefined
  /** Empty, as all three are, where the server keeps them in HttpOnly cookies. */
  session_token?: string | undefined
  session_jwt?: string | undefined
  intermediate_session_token?: string | undefined
  request_id?: string | undefined
}

export interface SessionStore {
  getSnapshot: () => SessionSnapshot
  /** What the store began with. */
  getFirstSnapshot: () => SessionSnapshot
  subscribe: (listener: (now: SessionSnapshot, before: SessionSnapshot) => void) => () => void
  /** A part to look at: as it is now, and when it has changed or has been confirmed for the first time. */
  part: <T, Info>(
    select: (snapshot: SessionSnapshot) => T,
    info: (snapshot: SessionSnapshot) => Info,
  ) => {
    getSync: () => T
    getInfo: () => Info
    onChange: (callback: (part: T) => void) => () => void
  }
  /** Whether there is a session, or may be one. */
  isOpen: () => boolean
  /** Takes over what a sign-in step answered: a session, or what is still required. */
  adopt: (answer: SignInAnswer) => void
  /** Newer records of the session's own member and organization; others, and older ones, are ignored. */
  update: (records: {
    member?: Member | undefined
    organization?: Organization | undefined
  }) => void
  set: (changes: Partial<Pick<SessionSnapshot, 'bootstrap' | 'viewedRoles'>>) => void
  /**
   * Ends the session on this device: because the server has refused it, or else because the person
   * signed out. Without a refusal a begun sign-in ends too.
   */
  end: (refusal?: ApiError) => void
  /** Reads again what another tab has written; `unasked`: if it has. */
  sync: (unasked?: 'unasked') => void
  /** The token of the begun sign-in; takes note where another tab has begun another one meanwhile. */
  intermediateToken: () => string
}

/** When the session was last confirmed by the server, in any tab: milliseconds since the epoch. */
export const CONFIRMED_AT = 'confirmed_at'
/** The session duration that was last asked for, in minutes. */
export const DURATION = 'session_duration_minutes'
/** The begun sign-in's mark, which tells other tabs of it: the records stay as they are, empty. */
export const BEGUN = 'begun_sign_in'

const IST_LIFETIME = 600_000
/** A clock that is wrong by less does no harm. */
const CLOCK_TOLERANCE = 60_000
const NOBODY: Records = { session: null, member: null, organization: null }

/**
 * What is known of the session, kept in step with cookies and storage.
 *
 * @param first what the server that rendered the page knew.
 * @param mayBeHidden the tokens may be in HttpOnly cookies, so that only the server knows whether
 *   there is a session.
 */
export function createSessionStore(
  items: Items,
  own: Items,
  cookies: Cookies,
  first: SessionSnapshot,
  bootstrap: Bootstrap | null,
  mayBeHidden: boolean,
): SessionStore {
  let latest =
    mayBeHidden || cookies.read('session') ? newest(readRecords(first), readRecords()) : NOBODY
  /** Of a begun sign-in whose token is in an HttpOnly cookie: the request that began it. */
  let begunHidden = ''
  /** By how much this device's clock is ahead of the server's, in milliseconds. */
  let clockAhead = 0
  const store = createStore<SessionSnapshot>(() => first)
  const getSnapshot = store.getState
  const isOpen = ({ status } = getSnapshot()) => /^(auth|load)/.test(status)

  function readRecords(stored: unknown = items.getJson()): Records {
    if (!isStored(stored)) return NOBODY
    const identity = identityOfJwt(cookies.read('jwt'))
    // Subdomains share cookies but not storage, so the cookies may be of a newer session.
    const isForeign = identity && !same(identity, identityOf(stored.session))
    if (isForeign) return NOBODY
    const { session, member = null, organization = null } = stored
    return { session, member, organization }
  }

  /** What follows from the latest records and the cookies. */
  function standing() {
    const { session, member, organization } = latest
    const token = cookies.read('ist')
    const mayBeOpen = mayBeHidden || !!cookies.read('session')
    const status = statusOf(latest, mayBeOpen, !!(token || begunHidden))
    const identity = identityOf(session) ?? identityOfJwt(cookies.read('jwt'))
    const intermediateId = markOf(token || begunHidden)
    return { session, member, organization, status, identity, intermediateId }
  }

  /** Parts that are equal to what is known keep their identity, and nobody is told of them. */
  function set(changes: Partial<SessionSnapshot>) {
    const now = getSnapshot()
    const news = Object.entries(changes).filter(
      ([part, value]) => !same(Reflect.get(now, part), value),
    )
    if (news.length) store.setState(Object.fromEntries(news))
  }

  const persist = () => items.set(JSON.stringify(latest.session && latest))

  function become(records: Records, changes?: Partial<SessionSnapshot>) {
    const { session } = getSnapshot()
    latest = records
    const next = { ...getSnapshot(), ...standing() }
    if (next.session?.member_session_id !== session?.member_session_id) next.viewedRoles = null
    if (isOpen(next)) next.endReason = null
    else if (isOpen()) next.endReason = endReasonOf(session)
    set({ ...next, fromCache: false, ...changes })
  }

  function close(changes?: Partial<SessionSnapshot>) {
    mayBeHidden = false
    cookies.remove('session', 'jwt')
    own.remove(DURATION)
    become(NOBODY, changes)
  }

  /** The device's time at which a session is over. */
  const endOf = (session: MemberSession) => Date.parse(session.expires_at) + clockAhead

  /** Past its time a session has expired, whatever was said. */
  const endReasonOf = (session: MemberSession | null, refusal?: ApiError): SessionEndReason =>
    session && endOf(session) <= Date.now()
      ? { type: 'expired' }
      : refusal
        ? { type: 'rejected', errorType: refusal.error_type, requestId: refusal.request_id }
        : { type: 'signed-out-elsewhere' }

  set({ ...standing(), bootstrap })
  // Without a token whatever storage remembers is over.
  if (!isOpen()) close()
  if (items.get() && !latest.session) persist()

  return {
    getSnapshot,
    getFirstSnapshot: store.getInitialState,
    subscribe: store.subscribe,
    isOpen,
    set,

    part: (select, info) => ({
      getSync: () => select(getSnapshot()),
      getInfo: () => info(getSnapshot()),
      onChange: (callback) =>
        store.subscribe((now, before) => {
          const part = select(now)
          if (part !== select(before) || now.fromCache !== before.fromCache) callback(part)
        }),
    }),

    adopt(answer) {
      const { member_session: session, member = null, organization = null } = answer
      const begun = (!session && answer.intermediate_session_token) || ''
      cookies.remove('ist')
      mayBeHidden = false
      begunHidden = session || begun ? '' : (answer.request_id ?? 'begun')
      if (session) {
        // The server has just accessed it. A clock that is behind needs no care: the server decides.
        const ahead = Date.now() - Date.parse(session.last_accessed_at)
        clockAhead = ahead > CLOCK_TOLERANCE ? ahead : 0
        if (answer.session_token && answer.session_jwt) {
          // Cookies end by the device's clock.
          const expires = new Date(endOf(session))
          cookies.write('session', answer.session_token, expires)
          cookies.write('jwt', answer.session_jwt, expires)
        } else if (!cookies.includeHidden) {
          // The server keeps the tokens in HttpOnly cookies; ours would only be stale.
          cookies.remove('session', 'jwt')
        }
        own.set(String(Date.now()), CONFIRMED_AT)
        become({ session, member, organization })
      } else {
        if (begun) cookies.write('ist', begun, new Date(Date.now() + IST_LIFETIME))
        close({ endReason: null })
      }
      persist()
      if (begun) own.set(`${markOf(begun)}`, BEGUN)
    },

    update({ member, organization }) {
      const { identity } = getSnapshot()
      const isOwn = member?.member_id === identity?.memberId
      if (member && isOwn && !isOlder(member, latest.member)) latest = { ...latest, member }
      const isOurs = organization?.organization_id === identity?.organizationId
      if (organization && isOurs && !isOlder(organization, latest.organization)) {
        latest = { ...latest, organization }
      }
      set({ member: latest.member, organization: latest.organization })
      // While the session itself is unknown there is nothing to store the records with.
      if (latest.session) persist()
    },

    end(refusal) {
      const { identity, session } = getSnapshot()
      if (!refusal) {
        cookies.remove('ist')
        begunHidden = ''
      }
      close({
        endReason: !refusal
          ? { type: 'revoked' }
          : identity || cookies.read('session')
            ? endReasonOf(session, refusal)
            : null,
      })
      // As the official client does: where nothing was stored, a refusal leaves nothing.
      if (!refusal || items.get()) persist()
    },

    sync(unasked) {
      const { fromCache } = getSnapshot()
      if (!unasked) become(readRecords())
      // What this page knows may be newer than a storage that takes nothing any more.
      else if (items.get()) become(readRecords(), { fromCache })
    },

    intermediateToken() {
      const token = cookies.read('ist')
      if (markOf(token) !== getSnapshot().intermediateId) set(standing())
      return token
    },
  }
}

export const statusOf = (
  { session, member, organization }: Records,
  mayBeOpen: boolean,
  isBegun: boolean,
): SessionStatus =>
  session && member && organization
    ? 'authenticated'
    : session || mayBeOpen
      ? 'loading'
      : isBegun
        ? 'intermediate'
        : 'anonymous'

/** A hash (FNV-1a) much shorter than the token: it tells tokens apart, and fits countless others. */
function markOf(token: string): string | null {
  let hash = 0x811c9dc5
  for (const character of token) hash = Math.imul(hash ^ character.charCodeAt(0), 0x1000193)
  return token ? (hash >>> 0).toString(36) : null
}

/** The server's answer is as good as what was stored at the same time. */
const newest = (server: Records, stored: Records) =>
  server.session && accessedAt(server) >= accessedAt(stored) ? server : stored
const accessedAt = ({ session }: Records) => Date.parse(session?.last_accessed_at ?? '') || 0

/** Whether this is a state that this client or the official one has stored. */
const isStored = (value: unknown): value is Partial<Records> & { session: MemberSession } =>
  isRecord(value) && isRecord(value['session']) && Array.isArray(value['session']['roles'])

/** Equal but for when the session was last used, which changes at each request. */
const same = (a: unknown, b: unknown) => a === b || text(a) === text(b)
const text = (value: unknown) =>
  JSON.stringify(value, (key, part: unknown) => (key === 'last_accessed_at' ? 0 : part))
