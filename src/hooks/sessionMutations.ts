import type { B2BClient } from '../client/B2BClient.ts'
import type { SessionAttestInput, SessionExchangeInput } from '../client/session.ts'
import type { AuthResponse, AuthResponseWithMfa, ResponseCommon } from '../client/types.ts'
import { signInOptions, writeOptions, type WriteOptions } from './write.ts'

/** Minutes, at least 5; when left out, the session is only confirmed. */
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
 * Confirms the session with the server, and makes it longer where a duration is sent.
 *
 * @example useMutation(sessionMutations.authenticate(client))
 */
export function authenticate(
  client: B2BClient,
): WriteOptions<AuthResponse, SessionAuthenticateInput> {
  return signInOptions(client, 'session.authenticate', (input) =>
    client.session.authenticate(input),
  )
}

/**
 * Signs out. With `forceClear` this browser forgets the session even if the server cannot be told.
 *
 * @example useMutation(sessionMutations.revoke(client))
 */
export function revoke(client: B2BClient): WriteOptions<ResponseCommon, SessionRevokeInput> {
  return signInOptions(client, 'session.revoke', (input) => client.session.revoke(input))
}

/**
 * Ends all sessions of a member.
 *
 * @rbac stytch.member revoke-sessions; on oneself stytch.self revoke-sessions
 * @example useMutation(sessionMutations.revokeForMember(client))
 */
export function revokeForMember(
  client: B2BClient,
): WriteOptions<ResponseCommon, SessionRevokeForMemberInput> {
  return writeOptions(client, 'session.revokeForMember', client.session.revokeForMember)
}

/**
 * Switches to another organization that the member belongs to.
 *
 * @example useMutation(sessionMutations.exchange(client))
 */
export function exchange(
  client: B2BClient,
): WriteOptions<AuthResponseWithMfa, SessionExchangeInput> {
  return signInOptions(client, 'session.exchange', client.session.exchange)
}

/**
 * Makes a session from a connected app's access token.
 *
 * @example useMutation(sessionMutations.exchangeAccessToken(client))
 */
export function exchangeAccessToken(
  client: B2BClient,
): WriteOptions<AuthResponse, SessionExchangeAccessTokenInput> {
  return signInOptions(client, 'session.exchangeAccessToken', client.session.exchangeAccessToken)
}

/**
 * Makes a session from a trusted token of another issuer.
 *
 * @example useMutation(sessionMutations.attest(client))
 */
export function attest(client: B2BClient): WriteOptions<AuthResponse, SessionAttestInput> {
  return signInOptions(client, 'session.attest', client.session.attest)
}
