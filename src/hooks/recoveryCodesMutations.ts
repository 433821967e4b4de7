import type { B2BClient } from '../client/B2BClient.ts'
import type {
  RecoveryCodesOutput,
  RecoveryCodesRecoverInput,
  RecoveryCodesRecoverOutput,
} from '../client/recoveryCodes.ts'
import { signInOptions, writeOptions, type WriteOptions } from './write.ts'

/**
 * Completes a begun sign-in, or adds to the session, by a recovery code, which is used up.
 *
 * @example useMutation(recoveryCodesMutations.recover(client))
 */
export function recover(
  client: B2BClient,
): WriteOptions<RecoveryCodesRecoverOutput, RecoveryCodesRecoverInput> {
  return signInOptions(client, 'recoveryCodes.recover', client.recoveryCodes.recover)
}

/**
 * Makes new codes; the old ones are void.
 *
 * @example useMutation(recoveryCodesMutations.rotate(client))
 */
export function rotate(client: B2BClient): WriteOptions<RecoveryCodesOutput, void> {
  return writeOptions(client, 'recoveryCodes.rotate', () => client.recoveryCodes.rotate(), {
    secret: true,
  })
}

/**
 * The codes that are left. Not a query, which would keep them.
 *
 * @example useMutation(recoveryCodesMutations.get(client))
 */
export function get(client: B2BClient): WriteOptions<RecoveryCodesOutput, void> {
  return writeOptions(client, 'recoveryCodes.get', () => client.recoveryCodes.get(), {
    secret: true,
  })
}
