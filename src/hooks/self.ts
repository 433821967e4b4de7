import type { B2BClient } from '../client/B2BClient.ts'
import type { Member } from '../client/types.ts'
import { readOptions } from './read.ts'
import type { ReadOptions } from './read.ts'

/** The reads of the signed-in member, as options for TanStack Query. In components, `useMember` is enough. */
export const selfQueries = {
  /**
   * The signed-in member, fetched; the client's own record (`useMember`) is renewed with it.
   *
   * @example const member = useSuspenseQuery(selfQueries.get(client))
   */
  get: (client: B2BClient): ReadOptions<Member | null> =>
    readOptions(client, 'self.get', (signal) => client.self.get({ signal })),
}
