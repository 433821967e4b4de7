import type { B2BClient } from '../client/B2BClient.ts'
import type {
  PasswordsAuthenticateInput,
  PasswordsResetByEmailInput,
  PasswordsResetByEmailStartInput,
  PasswordsResetByExistingPasswordInput,
  PasswordsStrengthCheckOutput,
} from '../client/passwords.ts'
import type { AuthResponse, AuthResponseWithMfa, ResponseCommon } from '../client/types.ts'
import { signInOptions, writeOptions, type WriteOptions } from './write.ts'

/**
 * Signs in by email address and password.
 *
 * @example useMutation(passwordsMutations.authenticate(client))
 */
export function authenticate(
  client: B2BClient,
): WriteOptions<AuthResponseWithMfa, PasswordsAuthenticateInput> {
  return signInOptions(client, 'passwords.authenticate', client.passwords.authenticate)
}

/**
 * Mails a link to set a new password.
 *
 * @example useMutation(passwordsMutations.resetByEmailStart(client))
 */
export function resetByEmailStart(
  client: B2BClient,
): WriteOptions<ResponseCommon, PasswordsResetByEmailStartInput> {
  return writeOptions(client, 'passwords.resetByEmailStart', client.passwords.resetByEmailStart)
}

/**
 * Sets a new password with the token of the mail, and signs in. All other sessions of the member end.
 *
 * @example useMutation(passwordsMutations.resetByEmail(client))
 */
export function resetByEmail(
  client: B2BClient,
): WriteOptions<AuthResponseWithMfa, PasswordsResetByEmailInput> {
  return signInOptions(client, 'passwords.resetByEmail', client.passwords.resetByEmail)
}

/**
 * Sets a new password with the old one, and signs in. All other sessions of the member end.
 *
 * @example useMutation(passwordsMutations.resetByExistingPassword(client))
 */
export function resetByExistingPassword(
  client: B2BClient,
): WriteOptions<AuthResponseWithMfa, PasswordsResetByExistingPasswordInput> {
  return signInOptions(
    client,
    'passwords.resetByExistingPassword',
    client.passwords.resetByExistingPassword,
  )
}

/**
 * Sets a new password for who has signed in within the last 5 minutes. The member's other sessions end.
 *
 * @example useMutation(passwordsMutations.resetBySession(client))
 */
export function resetBySession(
  client: B2BClient,
): WriteOptions<AuthResponse, { password: string }> {
  return signInOptions(client, 'passwords.resetBySession', client.passwords.resetBySession)
}

/**
 * How good a password would be. Not a query, which would keep the password. Needs no session.
 *
 * @example useMutation(passwordsMutations.strengthCheck(client))
 */
export function strengthCheck(
  client: B2BClient,
): WriteOptions<PasswordsStrengthCheckOutput, { email_address?: string; password: string }> {
  return writeOptions(client, 'passwords.strengthCheck', client.passwords.strengthCheck, {
    secret: true,
  })
}
