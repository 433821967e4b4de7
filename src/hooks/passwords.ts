'use client'

import type {
  PasswordsAuthenticateInput,
  PasswordsDiscoveryOutput,
  PasswordsDiscoveryResetByEmailStartInput,
  PasswordsResetByEmailInput,
  PasswordsResetByEmailStartInput,
  PasswordsResetByExistingPasswordInput,
  PasswordsStrengthCheckOutput,
} from '../client/passwords.ts'
import type { AuthResponse, AuthResponseWithMfa, ResponseCommon } from '../client/types.ts'
import * as passwordsDiscoveryMutations from './passwordsDiscoveryMutations.ts'
import * as passwordsMutations from './passwordsMutations.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * Signs in by email address and password. Where `data.member_authenticated` is false another factor is required.
 *
 * @example signIn.mutate({ organization_id, email_address, password, session_duration_minutes: 60 })
 */
export const usePasswordsAuthenticate: WriteHook<
  AuthResponseWithMfa,
  PasswordsAuthenticateInput
> = (options) => useWrite(passwordsMutations.authenticate, options)

/**
 * Mails a link to set a new password.
 *
 * @example forgot.mutate({ organization_id, email_address })
 */
export const usePasswordsResetByEmailStart: WriteHook<
  ResponseCommon,
  PasswordsResetByEmailStartInput
> = (options) => useWrite(passwordsMutations.resetByEmailStart, options)

/**
 * Sets a new password with the token of the mail, and signs in. All other sessions of the member end.
 *
 * @example reset.mutate({ password_reset_token, password, session_duration_minutes: 60 })
 */
export const usePasswordsResetByEmail: WriteHook<
  AuthResponseWithMfa,
  PasswordsResetByEmailInput
> = (options) => useWrite(passwordsMutations.resetByEmail, options)

/**
 * Sets a new password with the old one, and signs in. All other sessions of the member end.
 *
 * @example change.mutate({ organization_id, email_address, existing_password, new_password, session_duration_minutes: 60 })
 */
export const usePasswordsResetByExistingPassword: WriteHook<
  AuthResponseWithMfa,
  PasswordsResetByExistingPasswordInput
> = (options) => useWrite(passwordsMutations.resetByExistingPassword, options)

/**
 * Sets a new password for who has signed in within the last 5 minutes. The member's other sessions end.
 *
 * @example change.mutate({ password })
 */
export const usePasswordsResetBySession: WriteHook<AuthResponse, { password: string }> = (
  options,
) => useWrite(passwordsMutations.resetBySession, options)

/**
 * How good a password would be. The address helps to find passwords that are made of it. Needs no session.
 *
 * @example check.mutate({ email_address, password })
 */
export const usePasswordsStrengthCheck: WriteHook<
  PasswordsStrengthCheckOutput,
  { email_address?: string; password: string }
> = (options) => useWrite(passwordsMutations.strengthCheck, options)

/**
 * Proves an address by its password: `data.discovered_organizations` are those to choose among.
 *
 * @example discover.mutate({ email_address, password })
 */
export const usePasswordsDiscoveryAuthenticate: WriteHook<
  PasswordsDiscoveryOutput,
  { email_address: string; password: string }
> = (options) => useWrite(passwordsDiscoveryMutations.authenticate, options)

/**
 * Mails a link to set a new password, good for all organizations.
 *
 * @example forgot.mutate({ email_address })
 */
export const usePasswordsDiscoveryResetByEmailStart: WriteHook<
  ResponseCommon,
  PasswordsDiscoveryResetByEmailStartInput
> = (options) => useWrite(passwordsDiscoveryMutations.resetByEmailStart, options)

/**
 * Sets a new password with the token of the mail: `data.discovered_organizations` are those to choose among.
 *
 * @example reset.mutate({ password_reset_token, password })
 */
export const usePasswordsDiscoveryResetByEmail: WriteHook<
  PasswordsDiscoveryOutput,
  { password_reset_token: string; password: string }
> = (options) => useWrite(passwordsDiscoveryMutations.resetByEmail, options)
