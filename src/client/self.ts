import { path, type Send } from './request.ts'
import type { SessionStore } from './sessionStore.ts'
import type { Member, RequestOptions, ResponseCommon } from './types.ts'

export interface SelfApi {
  /** Fetches the member again, and renews what the client knows of it. Needs a session. */
  get: (options?: RequestOptions) => Promise<Member | null>
  /** The member as known now; null when nobody is signed in. */
  getSync: () => Member | null
  /** The same, with whether the server has not confirmed it yet. */
  getInfo: () => { member: Member | null; fromCache: boolean }
  /** Calls back with each newer member, and with null at sign-out. Returns the unsubscriber. */
  onChange: (callback: (member: Member | null) => void) => () => void
}

export const createSelfApi = (send: Send, store: SessionStore): SelfApi => ({
  get: async (options) => {
    const { member } = await send<ResponseCommon & { member: Member }>({
      ...options,
      method: 'GET',
      path: path`/b2b/organizations/members/me`,
      session: store.update,
    })
    return member
  },
  getSync: () => store.getSnapshot().member,
  getInfo: () => {
    const { member, fromCache } = store.getSnapshot()
    return { member, fromCache }
  },
  onChange: (callback) => store.onChange((snapshot) => snapshot.member, callback),
})
