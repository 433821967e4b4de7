import { check } from './check.ts'
import type { Cookies } from './cookies.ts'
import { isSessionGone } from './errors.ts'
import { path, type Path, type Send } from './request.ts'
import type { SessionStore } from './sessionStore.ts'
import type {
  AuthResponse,
  AuthResponseWithMfa,
  MemberSession,
  Open,
  RequestOptions,
  ResponseCommon,
} from './types.ts'

export interface SessionTokens {
  session_token: string
  session_jwt: string
}

export interface SessionExchangeInput {
  organization_id: string
  session_duration_minutes: number
  locale?: Open<'en' | 'es' | 'pt-br'>
}

export interface SessionAttestInput {
  profile_id: string
  token: string
  organization_id?: string
  session_duration_minutes: number
  session_token?: string
  session_jwt?: string
}

/** Calls that make a session resolve with it, and the client adopts it: cookies, state and status. */
export interface SessionApi {
  /** The session as known now; null when nobody is signed in. */
  getSync: () => MemberSession | null
  /** The same, with whether the server has not confirmed it yet. */
  getInfo: () => { session: MemberSession | null; fromCache: boolean }
  /** Calls back with each newer session, and with null at sign-out. Returns the unsubscriber. */
  onChange: (callback: (session: MemberSession | null) => void) => () => void
  /** Token and JWT; null when nobody is signed in, or when only HttpOnly cookies have them. */
  getTokens: () => SessionTokens | null
  /**
   * Hands in the tokens of a session that was made elsewhere, for example by a backend. Call
   * `authenticate` next: until then nothing else is known of the session.
   *
   * @throws UsageError when there is no token.
   */
  updateSession: (tokens: { session_token: string; session_jwt?: string | null }) => void
  /**
   * Asks the server whether the session still is, and extends it when a duration (in minutes, at
   * least 5) is given. The client does this by itself every three minutes.
   *
   * @throws ApiError; when the session is gone it also ends here.
   */
  authenticate: (
    input?: { session_duration_minutes?: number },
    options?: RequestOptions,
  ) => Promise<AuthResponse>
  /**
   * Signs out. Where the server cannot be reached the session stays, unless `forceClear` is set: then
   * this device forgets it in any case. The error is thrown either way.
   */
  revoke: (input?: { forceClear?: boolean }, options?: RequestOptions) => Promise<ResponseCommon>
  /**
   * Ends all sessions of a member of the organization.
   *
   * @rbac stytch.member revoke-sessions, or stytch.self revoke-sessions for oneself
   */
  revokeForMember: (
    input: { member_id: string },
    options?: RequestOptions,
  ) => Promise<ResponseCommon>
  /** Exchanges the session for one in another organization of the same person. */
  exchange: (input: SessionExchangeInput, options?: RequestOptions) => Promise<AuthResponseWithMfa>
  /** Makes a session from a connected app's access token, which needs the scope `full_access`. */
  exchangeAccessToken: (
    input: { access_token: string; session_duration_minutes: number },
    options?: RequestOptions,
  ) => Promise<AuthResponse>
  /** Makes a session from a token of an issuer that the project trusts (`profile_id`). */
  attest: (input: SessionAttestInput, options?: RequestOptions) => Promise<AuthResponse>
}

export function createSessionApi(send: Send, store: SessionStore, cookies: Cookies): SessionApi {
  /** The three calls that make a session out of something else differ in what that is. */
  const makesSession =
    <Input extends object, Output extends AuthResponse | AuthResponseWithMfa>(
      name: string,
      at: Path,
      ...required: string[]
    ) =>
    async (input: Input, options?: RequestOptions) => {
      check(`session.${name}`, input, ...required, 'session_duration_minutes')
      return send<Output>({
        ...options,
        method: 'POST',
        path: at,
        body: input,
        session: store.adopt,
      })
    }

  return {
    getSync: () => store.getSnapshot().session,
    getInfo: () => {
      const { session, fromCache } = store.getSnapshot()
      return { session, fromCache }
    },
    onChange: (callback) => store.onChange((snapshot) => snapshot.session, callback),

    getTokens: () => {
      const session_token = cookies.read('session')
      const session_jwt = cookies.read('jwt')
      return session_token && session_jwt ? { session_token, session_jwt } : null
    },
    updateSession: (tokens) => {
      check('session.updateSession', tokens, 'session_token')
      cookies.write('session', tokens.session_token)
      if (tokens.session_jwt) cookies.write('jwt', tokens.session_jwt)
      else cookies.remove('jwt')
      cookies.remove('ist')
    },

    authenticate: async (input = {}, options) => {
      check('session.authenticate', input)
      return send<AuthResponse>({
        ...options,
        method: 'POST',
        path: path`/b2b/sessions/authenticate`,
        body: input,
        repeatable: true,
        session: store.adopt,
        confirmsSession: true,
      })
    },
    revoke: async ({ forceClear = false } = {}, options) => {
      const end = () => store.end({ type: 'revoked' })
      try {
        return await send({
          ...options,
          method: 'POST',
          path: path`/b2b/sessions/revoke`,
          session: end,
        })
      } catch (error) {
        if (forceClear || isSessionGone(error)) end()
        throw error
      }
    },
    revokeForMember: async (input, options) => {
      check('session.revokeForMember', input, 'member_id')
      return send({
        ...options,
        method: 'POST',
        path: path`/b2b/sessions/revoke/${input.member_id}`,
      })
    },
    exchange: makesSession('exchange', path`/b2b/sessions/exchange`, 'organization_id'),
    exchangeAccessToken: makesSession(
      'exchangeAccessToken',
      path`/b2b/sessions/exchange_access_token`,
      'access_token',
    ),
    attest: makesSession('attest', path`/b2b/sessions/attest`, 'profile_id', 'token'),
  }
}
