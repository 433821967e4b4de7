import { createStore } from 'zustand/vanilla'
import type { Bootstrap } from './bootstrap.ts'
import { isRecord } from './check.ts'
import type { Cookies } from './cookies.ts'
import type { ApiError } from './errors.ts'
import { attempt, type Items } from './storage.ts'
import type {
  AuthResponse,
  AuthResponseWithMfa,
  Member,
  MemberSession,
  Organization,
} from './types.ts'

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

/** Whose data requests are for. Known before the records are, from the session's JWT. */
export interface SessionIdentity {
  organizationId: string
  memberId: string
}

/** Everything the client knows, as one immutable value. */
export interface SessionSnapshot {
  status: SessionStatus
  /** null exactly when no session is known. */
  identity: SessionIdentity | null
  session: MemberSession | null
  member: Member | null
  organization: Organization | null
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

export interface SessionStore {
  getSnapshot: () => SessionSnapshot
  subscribe: (listener: (now: SessionSnapshot, before: SessionSnapshot) => void) => () => void
  /** Calls back with the selected part when it has changed, or has been confirmed for the first time. */
  onChange: <T>(select: (snapshot: SessionSnapshot) => T, callback: (part: T) => void) => () => void
  /** Whether there is a session, or may be one. */
  isOpen: () => boolean
  /** Takes over what a sign-in step answered: a session, or what is still required. */
  adopt: (answer: AuthResponse | AuthResponseWithMfa) => void
  /** Newer records of the session's own member and organization; others are ignored. */
  update: (records: {
    member?: Member | undefined
    organization?: Organization | undefined
  }) => void
  set: (changes: Pick<SessionSnapshot, 'bootstrap'>) => void
  /** Ends the session on this device. A begun sign-in stays, unless the person signed out. */
  end: (reason: SessionEndReason) => void
  /** Reads again what another tab has written. */
  sync: () => void
}

/** When the session was last confirmed by the server, in any tab: milliseconds since the epoch. */
export const CONFIRMED_AT = 'confirmed_at'
/** The session duration that was last asked for, in minutes. */
export const DURATION = 'session_duration_minutes'

const IST_LIFETIME = 600_000
const NOBODY: Records = { session: null, member: null, organization: null }

/** What is known of the session, kept in step with cookies and storage. */
export function createSessionStore(
  items: Items,
  cookies: Cookies,
  bootstrap: Bootstrap | null,
): SessionStore {
  const store = createStore<SessionSnapshot>(() => ({
    ...standing(cookies.read('session') ? readRecords() : NOBODY),
    fromCache: true,
    bootstrap,
    endReason: null,
  }))
  const getSnapshot = store.getState
  const isOpen = ({ status } = getSnapshot()) => /^(auth|load)/.test(status)

  function readRecords(): Records {
    const stored = items.getJson()
    if (!isStored(stored)) return NOBODY
    const identity = identityOfJwt(cookies.read('jwt'))
    // Subdomains share cookies but not storage, so the cookies may be of a newer session.
    const isForeign = identity && !same(identity, identityOf(stored.session))
    return isForeign ? NOBODY : { ...NOBODY, ...stored }
  }

  /** What follows from the records and the cookies. */
  function standing(records: Records) {
    const { session, member, organization } = records
    const status: SessionStatus =
      session && member && organization
        ? 'authenticated'
        : session || cookies.read('session')
          ? 'loading'
          : cookies.read('ist')
            ? 'intermediate'
            : 'anonymous'
    const identity = identityOf(session) ?? identityOfJwt(cookies.read('jwt'))
    return { ...records, status, identity }
  }

  /** Parts that are equal to what is known keep their identity, and nobody is told of them. */
  function set(changes: Partial<SessionSnapshot>) {
    const now = getSnapshot()
    const news = Object.entries(changes).filter(
      ([part, value]) => !same(Reflect.get(now, part), value),
    )
    if (news.length) store.setState(Object.fromEntries(news))
  }

  function persist() {
    const { session, member, organization } = getSnapshot()
    items.set(JSON.stringify(session && { session, member, organization }))
  }

  function become(records: Records, changes?: Partial<SessionSnapshot>) {
    const next = { ...getSnapshot(), ...standing(records) }
    if (isOpen(next)) next.endReason = null
    else if (isOpen()) next.endReason = reasonOf(getSnapshot().session)
    set({ ...next, fromCache: false, ...changes })
  }

  function close(changes?: Partial<SessionSnapshot>) {
    cookies.remove('session', 'jwt')
    items.remove(DURATION)
    become(NOBODY, changes)
    persist()
  }

  // Without a token whatever storage remembers is over.
  if (!isOpen()) close()
  else if (!getSnapshot().session) persist()

  return {
    getSnapshot,
    subscribe: store.subscribe,
    isOpen,
    set,

    onChange: (select, callback) =>
      store.subscribe((now, before) => {
        const part = select(now)
        if (part !== select(before) || now.fromCache !== before.fromCache) callback(part)
      }),

    adopt(answer) {
      const { member_session: session, member, organization } = answer
      cookies.remove('ist')
      if (!session) {
        const token = answer.intermediate_session_token
        if (token) cookies.write('ist', token, new Date(Date.now() + IST_LIFETIME))
        close({ status: 'intermediate', endReason: null })
        return
      }
      if (answer.session_token && answer.session_jwt) {
        const expires = new Date(session.expires_at)
        cookies.write('session', answer.session_token, expires)
        cookies.write('jwt', answer.session_jwt, expires)
      } else {
        // The server keeps the tokens in HttpOnly cookies; ours would only be stale.
        cookies.remove('session', 'jwt')
      }
      items.set(String(Date.now()), CONFIRMED_AT)
      become({ session, member, organization })
      persist()
    },

    update({ member, organization }) {
      const { identity, session } = getSnapshot()
      if (member && member.member_id === identity?.memberId) set({ member })
      if (organization && organization.organization_id === identity?.organizationId) {
        set({ organization })
      }
      // While the session itself is unknown there is nothing to store the records with.
      if (session) persist()
    },

    end(reason) {
      if (reason.type === 'revoked') cookies.remove('ist')
      close({ endReason: reason })
    },

    sync: () => become(readRecords()),
  }
}

/** Why a session has ended: past its time it has expired, whatever was said. */
export const reasonOf = (session: MemberSession | null, error?: ApiError): SessionEndReason =>
  session && Date.parse(session.expires_at) <= Date.now()
    ? { type: 'expired' }
    : error
      ? { type: 'rejected', errorType: error.error_type, requestId: error.request_id }
      : { type: 'signed-out-elsewhere' }

const identityOf = (session: MemberSession | null): SessionIdentity | null =>
  session && { organizationId: session.organization_id, memberId: session.member_id }

/** Whether this is a state that this client or the official one has stored. */
const isStored = (value: unknown): value is Partial<Records> & { session: MemberSession } =>
  isRecord(value) && isRecord(value['session']) && Array.isArray(value['session']['roles'])

/** Reads the claims without checking the signature: the server does, at each request. */
function identityOfJwt(jwt: string): SessionIdentity | null {
  const payload = jwt.split('.')[1] ?? ''
  const claims = attempt((): unknown =>
    JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/'))),
  )
  if (!isRecord(claims)) return null
  const { sub, 'https://stytch.com/organization': organization } = claims
  return typeof sub === 'string' && isRecord(organization)
    ? { organizationId: String(organization['organization_id']), memberId: sub }
    : null
}

/** Equal but for when the session was last used, which changes at each request. */
const same = (a: unknown, b: unknown) => a === b || text(a) === text(b)
const text = (value: unknown) =>
  JSON.stringify(value, (key, part: unknown) => (key === 'last_accessed_at' ? 0 : part))
