'use client'

import type { SessionAttestInput, SessionExchangeInput } from '../client/session.ts'
import type { AuthResponse, AuthResponseWithMfa, ResponseCommon } from '../client/types.ts'
import * as sessionMutations from './sessionMutations.ts'
import type {
  SessionAuthenticateInput,
  SessionExchangeAccessTokenInput,
  SessionRevokeForMemberInput,
  SessionRevokeInput,
} from './sessionMutations.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * Confirms the session with the server, and makes it longer where a duration is sent.
 *
 * @example authenticate.mutate({ session_duration_minutes: 60 })
 */
export const useSessionAuthenticate: WriteHook<AuthResponse, SessionAuthenticateInput> = (
  options,
) => useWrite(sessionMutations.authenticate, options)

/**
 * Signs out. With `forceClear` this browser forgets the session even if the server cannot be told.
 *
 * @example <button onClick={() => revoke.mutate()}>Sign out</button>
 */
export const useSessionRevoke: WriteHook<ResponseCommon, SessionRevokeInput> = (options) =>
  useWrite(sessionMutations.revoke, options)

/**
 * Ends all sessions of a member.
 *
 * @rbac stytch.member revoke-sessions; on oneself stytch.self revoke-sessions
 * @example revokeForMember.mutate({ member_id })
 */
export const useSessionRevokeForMember: WriteHook<ResponseCommon, SessionRevokeForMemberInput> = (
  options,
) => useWrite(sessionMutations.revokeForMember, options)

/**
 * Switches to another organization that the member belongs to.
 *
 * @example exchange.mutate({ organization_id, session_duration_minutes: 60 })
 */
export const useSessionExchange: WriteHook<AuthResponseWithMfa, SessionExchangeInput> = (options) =>
  useWrite(sessionMutations.exchange, options)

/**
 * Makes a session from a connected app's access token.
 *
 * @example exchangeAccessToken.mutate({ access_token, session_duration_minutes: 60 })
 */
export const useSessionExchangeAccessToken: WriteHook<
  AuthResponse,
  SessionExchangeAccessTokenInput
> = (options) => useWrite(sessionMutations.exchangeAccessToken, options)

/**
 * Makes a session from a trusted token of another issuer.
 *
 * @example attest.mutate({ profile_id, token, session_duration_minutes: 60 })
 */
export const useSessionAttest: WriteHook<AuthResponse, SessionAttestInput> = (options) =>
  useWrite(sessionMutations.attest, options)
