import { createStore } from 'zustand/vanilla'
import type { Bootstrap } from './bootstrap.ts'
import { isRecord } from './check.ts'
import type { Cookies } from './cookies.ts'
import type { ApiError } from './errors.ts'
import { attempt, type Items } from './storage.ts'
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
}

export interface SessionStore {
  getSnapshot: () => SessionSnapshot
  subscribe: (listener: (now: SessionSnapshot, before: SessionSnapshot) => void) => () => void
  /** A part to look at: as it is now, and when it has changed or has been confirmed for the first time. */
  part: <T>(select: (snapshot: SessionSnapshot) => T) => {
    getSync: () => T
    onChange: (callback: (part: T) => void) => () => void
  }
  /** Whether there is a session, or may be one. */
  isOpen: () => boolean
  /** Takes over what a sign-in step answered: a session, or what is still required. */
  adopt: (answer: SignInAnswer) => void
  /** Newer records of the session's own member and organization; others are ignored. */
  update: (records: {
    member?: Member | undefined
    organization?: Organization | undefined
  }) => void
  set: (changes: Pick<SessionSnapshot, 'bootstrap'>) => void
  /**
   * Ends the session on this device: because the server has refused it, or else because the person
   * signed out. Without a refusal a begun sign-in ends too.
   */
  end: (refusal?: ApiError) => void
  /** Reads again what another tab has written; `unasked`: if it has. */
  sync: (unasked?: 'unasked') => void
}

/** When the session was last confirmed by the server, in any tab: milliseconds since the epoch. */
export const CONFIRMED_AT = 'confirmed_at'
/** The session duration that was last asked for, in minutes. */
export const DURATION = 'session_duration_minutes'

const IST_LIFETIME = 600_000
/** A clock that is wrong by less does no harm. */
const CLOCK_TOLERANCE = 60_000
const NOBODY: Records = { session: null, member: null, organization: null }

/**
 * What is known of the session, kept in step with cookies and storage.
 *
 * @param mayBeHidden the tokens may be in HttpOnly cookies, so that only the server knows whether
 *   there is a session.
 */
export function createSessionStore(
  items: Items,
  own: Items,
  cookies: Cookies,
  bootstrap: Bootstrap | null,
  mayBeHidden: boolean,
): SessionStore {
  let latest = mayBeHidden || cookies.read('session') ? readRecords() : NOBODY
  /** By how much this device's clock is ahead of the server's, in milliseconds. */
  let clockAhead = 0
  const store = createStore<SessionSnapshot>(() => ({
    ...standing(),
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

  /** What follows from the latest records and the cookies. */
  function standing() {
    const { session, member, organization } = latest
    const status: SessionStatus =
      session && member && organization
        ? 'authenticated'
        : session || mayBeHidden || cookies.read('session')
          ? 'loading'
          : cookies.read('ist')
            ? 'intermediate'
            : 'anonymous'
    const identity = identityOf(session) ?? identityOfJwt(cookies.read('jwt'))
    return { session, member, organization, status, identity }
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

  // Without a token whatever storage remembers is over.
  if (!isOpen()) close()
  if (items.get() && !latest.session) persist()

  return {
    getSnapshot,
    subscribe: store.subscribe,
    isOpen,
    set,

    part: (select) => ({
      getSync: () => select(getSnapshot()),
      onChange: (callback) =>
        store.subscribe((now, before) => {
          const part = select(now)
          if (part !== select(before) || now.fromCache !== before.fromCache) callback(part)
        }),
    }),

    adopt(answer) {
      const { member_session: session, member = null, organization = null } = answer
      cookies.remove('ist')
      mayBeHidden = false
      if (session) {
        // The server has just accessed it. A clock that is behind needs no care: the server decides.
        const ahead = Date.now() - Date.parse(session.last_accessed_at)
        clockAhead = ahead > CLOCK_TOLERANCE ? ahead : 0
        if (answer.session_token && answer.session_jwt) {
          // Cookies end by the device's clock.
          const expires = new Date(endOf(session))
          cookies.write('session', answer.session_token, expires)
          cookies.write('jwt', answer.session_jwt, expires)
        } else {
          // The server keeps the tokens in HttpOnly cookies; ours would only be stale.
          cookies.remove('session', 'jwt')
        }
        own.set(String(Date.now()), CONFIRMED_AT)
        become({ session, member, organization })
      } else {
        const token = answer.intermediate_session_token
        if (token) cookies.write('ist', token, new Date(Date.now() + IST_LIFETIME))
        close({ status: 'intermediate', endReason: null })
      }
      persist()
    },

    update({ member, organization }) {
      const { identity } = getSnapshot()
      if (member && member.member_id === identity?.memberId) latest = { ...latest, member }
      if (organization && organization.organization_id === identity?.organizationId) {
        latest = { ...latest, organization }
      }
      set({ member: latest.member, organization: latest.organization })
      // While the session itself is unknown there is nothing to store the records with.
      if (latest.session) persist()
    },

    end(refusal) {
      const { identity, session } = getSnapshot()
      if (!refusal) cookies.remove('ist')
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
  }
}

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
