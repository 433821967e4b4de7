import type { B2BClient } from '../client/B2BClient.ts'
import type { OtpsSmsAuthenticateInput, OtpsSmsSendInput } from '../client/otps.ts'
import type { AuthResponse, ResponseCommon } from '../client/types.ts'
import { searches } from './memberEffects.ts'
import { signInOptions, writeOptions, type WriteOptions } from './write.ts'

/**
 * Sends a code in a text message, good for 2 minutes.
 *
 * @example useMutation(otpsSmsMutations.send(client))
 */
export function send(client: B2BClient): WriteOptions<ResponseCommon, OtpsSmsSendInput> {
  return writeOptions(client, 'otps.sms.send', client.otps.sms.send, {
    effects: {
      // A new number is the member's as soon as the text is sent, yet unverified.
      records: {
        member: (before, _answer, { member_id, mfa_phone_number }) =>
          mfa_phone_number && member_id === before.member_id
            ? { ...before, mfa_phone_number }
            : before,
      },
      invalidates: { 'self.get': ['mfa_phone_number'], ...searches(['mfa_phone_number']) },
    },
  })
}

/**
 * Completes a begun sign-in, or adds to the session, by a code of a text message.
 *
 * @example useMutation(otpsSmsMutations.authenticate(client))
 */
export function authenticate(
  client: B2BClient,
): WriteOptions<AuthResponse, OtpsSmsAuthenticateInput> {
  return signInOptions(client, 'otps.sms.authenticate', client.otps.sms.authenticate)
}
