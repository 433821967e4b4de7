import { check } from './check.ts'
import type { Cookies } from './cookies.ts'
import { isSessionGone } from './errors.ts'
import { ADOPTS, ENDS, NO_BODY, READS, type Methods } from './method.ts'
import type { Project, RegisteredProject } from './project.ts'
import type { SessionStore } from './sessionStore.ts'
import type {
  AuthResponse,
  AuthResponseWithMfa,
  Locale,
  MemberSession,
  RequestOptions,
  ResponseCommon,
} from './types.ts'

export interface SessionTokens {
  session_token: string
  session_jwt: string
}

export interface SessionExchangeInput {
  organization_id: string
  /** How long the session lasts: at least 5. */
  session_duration_minutes: number
  locale?: Locale
}

export interface SessionAttestInput {
  /** Which of the project's trusted issuers. */
  profile_id: string
  /** The issuer's. */
  token: string
  /** Which organization, where the token does not say it. */
  organization_id?: string
  /** How long the session lasts: at least 5, and 60 when left out. */
  session_duration_minutes?: number
  /** A session of the same member that the token is to be added to, by one of the two. */
  session_token?: string
  session_jwt?: string
}

/** Calls that make a session resolve with it, and the client adopts it: cookies, state and status. */
export interface SessionApi<P extends Project = RegisteredProject> {
  /** The session as known now; null when nobody is signed in. */
  getSync: () => MemberSession<P> | null
  /** The same, with whether the server has not confirmed it yet. */
  getInfo: () => { session: MemberSession<P> | null; fromCache: boolean }
  /** Calls back with each newer session, and with null at sign-out. Returns the unsubscriber. */
  onChange: (callback: (session: MemberSession<P> | null) => void) => () => void
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
   * @throws ApiError `session_not_found`, `user_unauthenticated`, `unauthorized_credentials` or
   *   `invalid_secret_authentication` when the session is gone; then it also ends here.
   */
  authenticate: (
    input?: { session_duration_minutes?: number },
    options?: RequestOptions,
  ) => Promise<AuthResponse<P>>
  /**
   * Signs out. Where the server cannot be reached the session stays, unless `forceClear` is set: then
   * this device forgets it in any case. The error is thrown either way.
   */
  revoke: (input?: { forceClear?: boolean }, options?: RequestOptions) => Promise<ResponseCommon>
  /**
   * Ends all sessions of a member of the organization. This device learns of its own end at the next
   * refresh.
   *
   * @rbac stytch.member revoke-sessions, or stytch.self revoke-sessions for oneself
   * @throws ApiError `session_authorization_error`, `member_not_found`.
   */
  revokeForMember: (
    input: { member_id: string },
    options?: RequestOptions,
  ) => Promise<ResponseCommon>
  /**
   * Exchanges the session for one in another organization of the same person, accepting an invitation
   * there. Where that one wants other factors, the answer says so.
   *
   * @throws ApiError `member_does_not_exist_in_organization`, `organization_not_found`,
   *   `insufficient_factors_for_session_exchange`.
   */
  exchange: (
    input: SessionExchangeInput,
    options?: RequestOptions,
  ) => Promise<AuthResponseWithMfa<P>>
  /**
   * Makes a session from a connected app's access token, which needs the scope `full_access`, is good
   * once and for 5 minutes.
   *
   * @throws ApiError `oauth_access_token_exchange_missing_full_access`,
   *   `oauth_access_token_exchange_token_invalid_grant`, `oauth_access_token_exchange_token_too_old`.
   */
  exchangeAccessToken: (
    input: { access_token: string; session_duration_minutes: number },
    options?: RequestOptions,
  ) => Promise<AuthResponse<P>>
  /**
   * Makes a session from a token of an issuer that the project trusts.
   *
   * @throws ApiError `invalid_trusted_auth_token`, `trusted_token_profile_not_found`,
   *   `token_missing_organization_id_claim`.
   */
  attest: (input: SessionAttestInput, options?: RequestOptions) => Promise<AuthResponse<P>>
}

const SESSIONS = '/b2b/sessions'

export function createSessionApi(
  { method, plain }: Methods,
  store: SessionStore,
  cookies: Cookies,
): SessionApi {
  const revoke = plain<ResponseCommon>(`POST ${SESSIONS}/revoke`, ENDS)
  return {
    ...store.part(
      ({ session }) => session,
      ({ session, fromCache }) => ({ session, fromCache }),
    ),

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

    authenticate: method(`POST ${SESSIONS}/authenticate`, { confirmsSession: true }, READS, ADOPTS),
    revoke: async ({ forceClear = false } = {}, options) => {
      try {
        return await revoke(options)
      } catch (error) {
        if (forceClear || isSessionGone(error)) store.end()
        throw error
      }
    },
    revokeForMember: method(`POST ${SESSIONS}/revoke/{member_id}`, NO_BODY),
    exchange: method(`POST ${SESSIONS}/exchange organization_id session_duration_minutes`, ADOPTS),
    exchangeAccessToken: method(
      `POST ${SESSIONS}/exchange_access_token access_token session_duration_minutes`,
      ADOPTS,
    ),
    attest: method(`POST ${SESSIONS}/attest profile_id token`, ADOPTS),
  }
}
