import type { UseMutationResult } from '@tanstack/react-query'
import type { B2BClient } from '../client/B2BClient.ts'
import type { SessionAttestInput, SessionExchangeInput } from '../client/session.ts'
import type { AuthResponse, AuthResponseWithMfa, ResponseCommon } from '../client/types.ts'
import { useOrgportalClient } from './useOrgportalClient.ts'
import { signInOptions, useWrite, writeOptions } from './write.ts'
import type { WriteHookOptions, WriteOptions } from './write.ts'

export type SessionAuthenticateInput = { session_duration_minutes?: number } | undefined
export type SessionRevokeInput = { forceClear?: boolean } | undefined
export interface SessionExchangeAccessTokenInput {
  access_token: string
  session_duration_minutes: number
}
export interface SessionRevokeForMemberInput {
  member_id: string
}

/**
 * The writes of the session, as options for TanStack Query. Those that change who is signed in
 * have no effects of their own: the client's records follow, and `<OrgportalProvider>` removes what
 * was cached for the former member.
 */
export const sessionMutations = {
  /**
   * Confirms the session with the server, and makes it longer where a duration is sent.
   *
   * @example useMutation(sessionMutations.authenticate(client))
   */
  authenticate: (client: B2BClient): WriteOptions<AuthResponse, SessionAuthenticateInput> =>
    signInOptions(client, 'session.authenticate', (input) => client.session.authenticate(input)),

  /**
   * Signs out. With `forceClear` this browser forgets the session even if the server cannot be told.
   *
   * @example useMutation(sessionMutations.revoke(client))
   */
  revoke: (client: B2BClient): WriteOptions<ResponseCommon, SessionRevokeInput> =>
    signInOptions(client, 'session.revoke', (input) => client.session.revoke(input)),

  /**
   * Ends all sessions of a member.
   *
   * @rbac stytch.member revoke-sessions; on oneself stytch.self revoke-sessions
   * @example useMutation(sessionMutations.revokeForMember(client))
   */
  revokeForMember: (client: B2BClient): WriteOptions<ResponseCommon, SessionRevokeForMemberInput> =>
    writeOptions(client, 'session.revokeForMember', (input) =>
      client.session.revokeForMember(input),
    ),

  /**
   * Switches to another organization that the member belongs to.
   *
   * @example useMutation(sessionMutations.exchange(client))
   */
  exchange: (client: B2BClient): WriteOptions<AuthResponseWithMfa, SessionExchangeInput> =>
    signInOptions(client, 'session.exchange', (input) => client.session.exchange(input)),

  /**
   * Makes a session from a connected app's access token.
   *
   * @example useMutation(sessionMutations.exchangeAccessToken(client))
   */
  exchangeAccessToken: (
    client: B2BClient,
  ): WriteOptions<AuthResponse, SessionExchangeAccessTokenInput> =>
    signInOptions(client, 'session.exchangeAccessToken', (input) =>
      client.session.exchangeAccessToken(input),
    ),

  /**
   * Makes a session from a trusted token of another issuer.
   *
   * @example useMutation(sessionMutations.attest(client))
   */
  attest: (client: B2BClient): WriteOptions<AuthResponse, SessionAttestInput> =>
    signInOptions(client, 'session.attest', (input) => client.session.attest(input)),
}

/**
 * Confirms the session with the server, and makes it longer where a duration is sent.
 *
 * @example authenticate.mutate({ session_duration_minutes: 60 })
 */
export function useSessionAuthenticate<TOnMutateResult = unknown>(
  options?: WriteHookOptions<AuthResponse, SessionAuthenticateInput, TOnMutateResult>,
): UseMutationResult<AuthResponse, Error, SessionAuthenticateInput, TOnMutateResult> {
  return useWrite(sessionMutations.authenticate(useOrgportalClient()), options)
}

/**
 * Signs out. With `forceClear` this browser forgets the session even if the server cannot be told.
 *
 * @example <button onClick={() => revoke.mutate()}>Sign out</button>
 */
export function useSessionRevoke<TOnMutateResult = unknown>(
  options?: WriteHookOptions<ResponseCommon, SessionRevokeInput, TOnMutateResult>,
): UseMutationResult<ResponseCommon, Error, SessionRevokeInput, TOnMutateResult> {
  return useWrite(sessionMutations.revoke(useOrgportalClient()), options)
}

/**
 * Ends all sessions of a member.
 *
 * @rbac stytch.member revoke-sessions; on oneself stytch.self revoke-sessions
 * @example revokeForMember.mutate({ member_id })
 */
export function useSessionRevokeForMember<TOnMutateResult = unknown>(
  options?: WriteHookOptions<ResponseCommon, SessionRevokeForMemberInput, TOnMutateResult>,
): UseMutationResult<ResponseCommon, Error, SessionRevokeForMemberInput, TOnMutateResult> {
  return useWrite(sessionMutations.revokeForMember(useOrgportalClient()), options)
}

/**
 * Switches to another organization that the member belongs to.
 *
 * @example exchange.mutate({ organization_id, session_duration_minutes: 60 })
 */
export function useSessionExchange<TOnMutateResult = unknown>(
  options?: WriteHookOptions<AuthResponseWithMfa, SessionExchangeInput, TOnMutateResult>,
): UseMutationResult<AuthResponseWithMfa, Error, SessionExchangeInput, TOnMutateResult> {
  return useWrite(sessionMutations.exchange(useOrgportalClient()), options)
}

/**
 * Makes a session from a connected app's access token.
 *
 * @example exchangeAccessToken.mutate({ access_token, session_duration_minutes: 60 })
 */
export function useSessionExchangeAccessToken<TOnMutateResult = unknown>(
  options?: WriteHookOptions<AuthResponse, SessionExchangeAccessTokenInput, TOnMutateResult>,
): UseMutationResult<AuthResponse, Error, SessionExchangeAccessTokenInput, TOnMutateResult> {
  return useWrite(sessionMutations.exchangeAccessToken(useOrgportalClient()), options)
}

/**
 * Makes a session from a trusted token of another issuer.
 *
 * @example attest.mutate({ profile_id, token, session_duration_minutes: 60 })
 */
export function useSessionAttest<TOnMutateResult = unknown>(
  options?: WriteHookOptions<AuthResponse, SessionAttestInput, TOnMutateResult>,
): UseMutationResult<AuthResponse, Error, SessionAttestInput, TOnMutateResult> {
  return useWrite(sessionMutations.attest(useOrgportalClient()), options)
}
