import type { B2BClient } from '../client/B2BClient.ts'
import type { MagicLinksAuthenticateOutput } from '../client/magicLinks.ts'
import type { OtpsEmailAuthenticateInput, OtpsEmailLoginOrSignupInput } from '../client/otps.ts'
import type { ResponseCommon } from '../client/types.ts'
import { memberLists } from './memberEffects.ts'
import { signInOptions, writeOptions, type WriteOptions } from './write.ts'

/**
 * Mails a code to sign in to an organization, and to join it where it allows that.
 *
 * @example useMutation(otpsEmailMutations.loginOrSignup(client))
 */
export function loginOrSignup(
  client: B2BClient,
): WriteOptions<ResponseCommon, OtpsEmailLoginOrSignupInput> {
  return writeOptions(client, 'otps.email.loginOrSignup', client.otps.email.loginOrSignup, {
    // Who may join is a member as soon as the mail is sent.
    effects: { invalidates: memberLists },
  })
}

/**
 * Signs in by a mailed code.
 *
 * @example useMutation(otpsEmailMutations.authenticate(client))
 */
export function authenticate(
  client: B2BClient,
): WriteOptions<MagicLinksAuthenticateOutput, OtpsEmailAuthenticateInput> {
  return signInOptions(client, 'otps.email.authenticate', client.otps.email.authenticate)
}
