import type { UseMutationResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  AuthResponse,
  AuthResponseWithMfa,
  PasswordsAuthenticateInput,
  PasswordsDiscoveryOutput,
  PasswordsDiscoveryResetByEmailStartInput,
  PasswordsResetByEmailInput,
  PasswordsResetByEmailStartInput,
  PasswordsResetByExistingPasswordInput,
  PasswordsStrengthCheckOutput,
  ResponseCommon,
} from 'orgportal/client'
import {
  usePasswordsAuthenticate,
  usePasswordsDiscoveryAuthenticate,
  usePasswordsDiscoveryResetByEmail,
  usePasswordsDiscoveryResetByEmailStart,
  usePasswordsResetByEmail,
  usePasswordsResetByEmailStart,
  usePasswordsResetByExistingPassword,
  usePasswordsResetBySession,
  usePasswordsStrengthCheck,
} from 'orgportal/hooks'

type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of passwords', () => {
  it('follow from their names', () => {
    expectTypeOf(() => usePasswordsAuthenticate()).returns.toEqualTypeOf<
      Write<AuthResponseWithMfa, PasswordsAuthenticateInput>
    >()
    expectTypeOf(() => usePasswordsResetByEmailStart()).returns.toEqualTypeOf<
      Write<ResponseCommon, PasswordsResetByEmailStartInput>
    >()
    expectTypeOf(() => usePasswordsResetByEmail()).returns.toEqualTypeOf<
      Write<AuthResponseWithMfa, PasswordsResetByEmailInput>
    >()
    expectTypeOf(() => usePasswordsResetByExistingPassword()).returns.toEqualTypeOf<
      Write<AuthResponseWithMfa, PasswordsResetByExistingPasswordInput>
    >()
    expectTypeOf(() => usePasswordsResetBySession()).returns.toEqualTypeOf<
      Write<AuthResponse, { password: string }>
    >()
    expectTypeOf(() => usePasswordsStrengthCheck()).returns.toEqualTypeOf<
      Write<PasswordsStrengthCheckOutput, { email_address?: string; password: string }>
    >()
    expectTypeOf(() => usePasswordsDiscoveryAuthenticate()).returns.toEqualTypeOf<
      Write<PasswordsDiscoveryOutput, { email_address: string; password: string }>
    >()
    expectTypeOf(() => usePasswordsDiscoveryResetByEmailStart()).returns.toEqualTypeOf<
      Write<ResponseCommon, PasswordsDiscoveryResetByEmailStartInput>
    >()
    expectTypeOf(() => usePasswordsDiscoveryResetByEmail()).returns.toEqualTypeOf<
      Write<PasswordsDiscoveryOutput, { password_reset_token: string; password: string }>
    >()
  })
})
