import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import type { B2BClient } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import { vi } from 'vitest'

/** One browser with several tabs, each with a client of its own, all on one emulator. Needs faked timers. */
export function openBrowser() {
  const emulator = createEmulator({ seed: 'sample' })
  const storage = createMemoryStorage()
  const tabs = new Map<number, B2BClient>()
  let underway = 0

  const open = (index: number): B2BClient => {
    const client = createB2BClient(emulator.publicToken, {
      baseUrl: emulator.baseUrl,
      storage,
      fetch: async (input, init) => {
        underway += 1
        try {
          return await emulator.fetch(input, init)
        } finally {
          underway -= 1
        }
      },
    })
    tabs.set(index, client)
    return client
  }

  return {
    emulator,
    storage,
    tabs,
    tab: (index: number): B2BClient => tabs.get(index) ?? open(index),
    closeTab: (index: number): void => {
      tabs.get(index)?.dispose()
      tabs.delete(index)
    },
    /** Lets the action and whatever it sets off come to rest; retries wait on faked timers. */
    rest: async (action: Promise<unknown>): Promise<void> => {
      underway += 1
      const ended = action
        .catch(() => undefined)
        .finally(() => {
          underway -= 1
        })
      for (let calm = 0; calm < 4; calm = underway === 0 ? calm + 1 : 0) {
        await new Promise((resolve) => setImmediate(resolve))
        await vi.advanceTimersByTimeAsync(underway === 0 ? 0 : 100)
      }
      await ended
    },
    close: () => {
      for (const client of tabs.values()) client.dispose()
    },
  }
}

export type SimulatedBrowser = ReturnType<typeof openBrowser>

/** What may never be: each sentence is a contradiction between what is remembered in one place and in another. */
export function contradictions({ emulator, storage, tabs }: SimulatedBrowser): string[] {
  const found: string[] = []
  const jar = new Map(
    storage.cookies.cookie
      .split('; ')
      .filter((pair) => pair !== '')
      .map((pair): [string, string] => [pair.split('=')[0] ?? '', pair.split('=')[1] ?? '']),
  )
  const token = jar.get('stytch_session')
  const jwt = jar.get('stytch_session_jwt')
  const stored = parsed(storage.items.getItem(`stytch_sdk_state_${emulator.publicToken}`))

  if ((token === undefined) !== (jwt === undefined))
    found.push('One session cookie is there, and the other is not.')
  if (token !== undefined && jar.has('stytch_intermediate_session_token')) {
    found.push('There are cookies of a session and of a sign-in that is not finished.')
  }
  const live = Object.values(emulator.data.sessions).find(
    ({ session_token }) => session_token === token,
  )

  for (const [index, client] of tabs) {
    const note = (text: string) => found.push(`Tab ${String(index)}: ${text}`)
    const { status, identity, session, member, organization, endReason } = client.getSnapshot()
    if (status === 'authenticated') {
      if (!session || !member || !organization) {
        note('authenticated without session, member or organization.')
        continue
      }
      if (session.member_id !== member.member_id) note('the session is of another member.')
      if (member.organization_id !== organization.organization_id)
        note('the member is of another organization.')
      if (session.organization_id !== organization.organization_id)
        note('the session is of another organization.')
      if (
        identity?.memberId !== member.member_id ||
        identity.organizationId !== organization.organization_id
      ) {
        note('the identity is of somebody else.')
      }
      if (endReason) note(`it has both a session and the reason why it ended, ${endReason.type}.`)
      if (token === undefined) note('authenticated, but there is no session cookie.')
      if (live && live.member_session_id !== session.member_session_id)
        note('the cookie is of another session.')
      if (jwt !== undefined && subjectOf(jwt) !== member.member_id)
        note('the JWT is of another member.')
      if (
        memberOf(stored) !== member.member_id ||
        sessionOf(stored) !== session.member_session_id
      ) {
        note('what is stored for the next load is of another session.')
      }
    } else {
      if (session || member || organization || identity)
        note(`${status}, but somebody is still known.`)
      if (token !== undefined) note(`${status}, but there is a session cookie.`)
      if (stored !== null) note(`${status}, but a session is stored for the next load.`)
      if (status === 'loading') note('it does not know whether there is a session.')
    }
  }
  return found
}

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text))
const memberOf = (stored: unknown) => field(field(stored, 'member'), 'member_id')
const sessionOf = (stored: unknown) => field(field(stored, 'session'), 'member_session_id')
const subjectOf = (jwt: string) => field(JSON.parse(atob(payloadOf(jwt))), 'sub')

function payloadOf(jwt: string): string {
  return (jwt.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/')
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
