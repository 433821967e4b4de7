import type { SessionSnapshot } from '../client/sessionStore.ts'

/** What is known of the session while rendering on a server and while hydrating: nothing yet. */
export const serverSnapshot: SessionSnapshot = {
  status: 'loading',
  identity: null,
  session: null,
  member: null,
  organization: null,
  fromCache: true,
  bootstrap: null,
  endReason: null,
}
