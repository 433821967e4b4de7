'use client'

import type { DiscoveryAuthResponse } from '../client/discovery.ts'
import type { MagicLinksAuthenticateOutput } from '../client/magicLinks.ts'
import type {
  OtpsEmailAuthenticateInput,
  OtpsEmailDiscoverySendInput,
  OtpsEmailLoginOrSignupInput,
  OtpsSmsAuthenticateInput,
  OtpsSmsSendInput,
} from '../client/otps.ts'
import type { AuthResponse, ResponseCommon } from '../client/types.ts'
import * as otpsEmailDiscoveryMutations from './otpsEmailDiscoveryMutations.ts'
import * as otpsEmailMutations from './otpsEmailMutations.ts'
import * as otpsSmsMutations from './otpsSmsMutations.ts'
import { useWrite, type WriteHook } from './useWrite.ts'

/**
 * Mails a code to sign in to an organization, and to join it where it allows that.
 *
 * @example loginOrSignup.mutate({ email_address, organization_id })
 */
export const useOtpsEmailLoginOrSignup: WriteHook<ResponseCommon, OtpsEmailLoginOrSignupInput> = (
  options,
) => useWrite(otpsEmailMutations.loginOrSignup, options)

/**
 * Signs in by a mailed code. Where `data.member_authenticated` is false another factor is required.
 *
 * @example signIn.mutate({ code, email_address, organization_id, session_duration_minutes: 60 })
 */
export const useOtpsEmailAuthenticate: WriteHook<
  MagicLinksAuthenticateOutput,
  OtpsEmailAuthenticateInput
> = (options) => useWrite(otpsEmailMutations.authenticate, options)

/**
 * Mails a code to sign in without naming an organization.
 *
 * @example send.mutate({ email_address })
 */
export const useOtpsEmailDiscoverySend: WriteHook<ResponseCommon, OtpsEmailDiscoverySendInput> = (
  options,
) => useWrite(otpsEmailDiscoveryMutations.send, options)

/**
 * Proves an address by a mailed code: `data.discovered_organizations` are those to choose among.
 *
 * @example discover.mutate({ code, email_address })
 */
export const useOtpsEmailDiscoveryAuthenticate: WriteHook<
  DiscoveryAuthResponse,
  { code: string; email_address: string }
> = (options) => useWrite(otpsEmailDiscoveryMutations.authenticate, options)

/**
 * Sends a code in a text message, good for 2 minutes.
 *
 * @example send.mutate({ organization_id, member_id })
 */
export const useOtpsSmsSend: WriteHook<ResponseCommon, OtpsSmsSendInput> = (options) =>
  useWrite(otpsSmsMutations.send, options)

/**
 * Completes a begun sign-in, or adds to the session, by a code of a text message.
 *
 * @example authenticate.mutate({ organization_id, member_id, code, session_duration_minutes: 60 })
 */
export const useOtpsSmsAuthenticate: WriteHook<AuthResponse, OtpsSmsAuthenticateInput> = (
  options,
) => useWrite(otpsSmsMutations.authenticate, options)
