import type { B2BClient } from '../client/B2BClient.ts'
import type { DiscoveryAuthResponse } from '../client/discovery.ts'
import type { OtpsEmailDiscoverySendInput } from '../client/otps.ts'
import type { ResponseCommon } from '../client/types.ts'
import { signInOptions, writeOptions, type WriteOptions } from './write.ts'

/**
 * Mails a code to sign in without naming an organization.
 *
 * @example useMutation(otpsEmailDiscoveryMutations.send(client))
 */
export function send(client: B2BClient): WriteOptions<ResponseCommon, OtpsEmailDiscoverySendInput> {
  return writeOptions(client, 'otps.email.discovery.send', client.otps.email.discovery.send)
}

/**
 * Proves an address by a mailed code, and finds the organizations of its owner. Go on with
 * `discoveryIntermediateSessionsMutations.exchange` or `discoveryOrganizationsMutations.create`.
 *
 * @example useMutation(otpsEmailDiscoveryMutations.authenticate(client))
 */
export function authenticate(
  client: B2BClient,
): WriteOptions<DiscoveryAuthResponse, { code: string; email_address: string }> {
  return signInOptions(
    client,
    'otps.email.discovery.authenticate',
    client.otps.email.discovery.authenticate,
  )
}
