import type { B2BClient } from '../client/B2BClient.ts'
import type {
  PasswordsDiscoveryOutput,
  PasswordsDiscoveryResetByEmailStartInput,
} from '../client/passwords.ts'
import type { ResponseCommon } from '../client/types.ts'
import { signInOptions, writeOptions, type WriteOptions } from './write.ts'

/**
 * Proves an address by its password, and finds the organizations of its owner. Go on with
 * `discoveryIntermediateSessionsMutations.exchange` or `discoveryOrganizationsMutations.create`.
 *
 * @example useMutation(passwordsDiscoveryMutations.authenticate(client))
 */
export function authenticate(
  client: B2BClient,
): WriteOptions<PasswordsDiscoveryOutput, { email_address: string; password: string }> {
  return signInOptions(
    client,
    'passwords.discovery.authenticate',
    client.passwords.discovery.authenticate,
  )
}

/**
 * Mails a link to set a new password, good for all organizations.
 *
 * @example useMutation(passwordsDiscoveryMutations.resetByEmailStart(client))
 */
export function resetByEmailStart(
  client: B2BClient,
): WriteOptions<ResponseCommon, PasswordsDiscoveryResetByEmailStartInput> {
  return writeOptions(
    client,
    'passwords.discovery.resetByEmailStart',
    client.passwords.discovery.resetByEmailStart,
  )
}

/**
 * Sets a new password with the token of the mail, and finds the organizations of its owner.
 *
 * @example useMutation(passwordsDiscoveryMutations.resetByEmail(client))
 */
export function resetByEmail(
  client: B2BClient,
): WriteOptions<PasswordsDiscoveryOutput, { password_reset_token: string; password: string }> {
  return signInOptions(
    client,
    'passwords.discovery.resetByEmail',
    client.passwords.discovery.resetByEmail,
  )
}
