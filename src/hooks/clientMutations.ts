import type { AuthenticateByUrlResult } from '../client/authenticateUrl.ts'
import type { B2BClient } from '../client/B2BClient.ts'
import { signInOptions, type WriteOptions } from './write.ts'

export interface AuthenticateByUrlInput {
  session_duration_minutes: number
  /**
   * Whether the token is taken out of the address bar, before it is sent. When left out: where the
   * URL is the page's own.
   */
  clearParams?: boolean
  /** The URL to read; the page's own when left out. */
  href?: string
}

/**
 * Signs in with the token that the URL carries, if any.
 *
 * @example useMutation(clientMutations.authenticateByUrl(client))
 */
export function authenticateByUrl(
  client: B2BClient,
): WriteOptions<AuthenticateByUrlResult | null, AuthenticateByUrlInput> {
  return signInOptions(client, 'client.authenticateByUrl', ({ href, ...options }) =>
    client.authenticateByUrl(options, href),
  )
}
