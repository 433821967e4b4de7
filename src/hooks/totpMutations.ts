import type { B2BClient } from '../client/B2BClient.ts'
import type { TotpAuthenticateInput, TotpCreateInput, TotpCreateOutput } from '../client/totp.ts'
import type { AuthResponse } from '../client/types.ts'
import { signInOptions, writeOptions, type WriteOptions } from './write.ts'

/**
 * Begins to register an authenticator app. Its secret and the recovery codes are in this result only, and gone
 * when it is reset.
 *
 * @example useMutation(totpMutations.create(client))
 */
export function create(client: B2BClient): WriteOptions<TotpCreateOutput, TotpCreateInput> {
  return writeOptions(client, 'totp.create', client.totp.create, { secret: true })
}

/**
 * Completes a begun sign-in, or adds to the session, by a code of the app. The first one registers it.
 *
 * @example useMutation(totpMutations.authenticate(client))
 */
export function authenticate(client: B2BClient): WriteOptions<AuthResponse, TotpAuthenticateInput> {
  return signInOptions(client, 'totp.authenticate', client.totp.authenticate)
}
