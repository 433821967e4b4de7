import type { UseMutationResult } from '@tanstack/react-query'
import { describe, expectTypeOf, it } from 'vitest'
import type {
  AuthResponse,
  DiscoveryAuthResponse,
  MagicLinksAuthenticateOutput,
  OtpsEmailAuthenticateInput,
  OtpsEmailDiscoverySendInput,
  OtpsEmailLoginOrSignupInput,
  OtpsSmsAuthenticateInput,
  OtpsSmsSendInput,
  ResponseCommon,
} from 'orgportal/client'
import {
  useOtpsEmailAuthenticate,
  useOtpsEmailDiscoveryAuthenticate,
  useOtpsEmailDiscoverySend,
  useOtpsEmailLoginOrSignup,
  useOtpsSmsAuthenticate,
  useOtpsSmsSend,
} from 'orgportal/hooks'

type Write<TAnswer, TVariables> = UseMutationResult<TAnswer, Error, TVariables>

// Checked by tsc. None of these functions is ever called.
describe('types of the hooks of one-time codes', () => {
  it('follow from their names', () => {
    expectTypeOf(() => useOtpsEmailLoginOrSignup()).returns.toEqualTypeOf<
      Write<ResponseCommon, OtpsEmailLoginOrSignupInput>
    >()
    expectTypeOf(() => useOtpsEmailAuthenticate()).returns.toEqualTypeOf<
      Write<MagicLinksAuthenticateOutput, OtpsEmailAuthenticateInput>
    >()
    expectTypeOf(() => useOtpsEmailDiscoverySend()).returns.toEqualTypeOf<
      Write<ResponseCommon, OtpsEmailDiscoverySendInput>
    >()
    expectTypeOf(() => useOtpsEmailDiscoveryAuthenticate()).returns.toEqualTypeOf<
      Write<DiscoveryAuthResponse, { code: string; email_address: string }>
    >()
    expectTypeOf(() => useOtpsSmsSend()).returns.toEqualTypeOf<
      Write<ResponseCommon, OtpsSmsSendInput>
    >()
    expectTypeOf(() => useOtpsSmsAuthenticate()).returns.toEqualTypeOf<
      Write<AuthResponse, OtpsSmsAuthenticateInput>
    >()
  })
})
