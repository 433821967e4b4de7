import { createB2BClient, createMemoryStorage } from 'orgportal/client'
import type { B2BClient, ClientStorage } from 'orgportal/client'
import { createEmulator } from 'orgportal/emulator'
import type { Emulator } from 'orgportal/emulator'
import type { Who } from './calls/cases.ts'
import { member } from './stage.ts'
import type { Stage } from './stage.ts'

/** How this project calls what the list of methods gives a name of the official client's inside. */
const NAMES: Readonly<Record<string, string>> = {
  '_internal.adminPortalConfig': 'adminPortal.getConfig',
  '_internal.searchMember': 'organization.searchMember',
}

/** One request and its answer, as they went over the wire. */
export interface Exchange {
  method: string
  path: string
  status: number
  answer: unknown
}

/** An emulator whose time stands still unless it is moved. */
export function openEmulator(): Emulator {
  const now = Date.now()
  return createEmulator({ seed: 'sample', clock: { now: () => now } })
}

export interface OpenOptions {
  storage?: ClientStorage
  publicToken?: string
}

/** Our client on an emulator, with what it says to it. */
export function openStage(
  emulator: Emulator,
  { storage = createMemoryStorage(), publicToken = emulator.publicToken }: OpenOptions = {},
): Stage & { client: B2BClient; exchanges: Exchange[]; signIn: (who: Who) => Promise<void> } {
  const exchanges: Exchange[] = []
  const client = createB2BClient(publicToken, {
    baseUrl: emulator.baseUrl,
    storage,
    fetch: async (input, init) => {
      const { method, url } = new Request(input, init)
      const response = await emulator.fetch(input, init)
      const answer: unknown = await response.clone().json()
      const { pathname } = new URL(url)
      if (!pathname.includes('/projects/bootstrap/')) {
        exchanges.push({ method, path: pathname, status: response.status, answer })
      }
      return response
    },
  })
  const call = (name: string, ...args: unknown[]) =>
    Promise.resolve(methodOf(client, name)(...args))
  const stage = { emulator, call }
  return {
    ...stage,
    client,
    exchanges,
    signIn: async (who) => {
      if (who === null) return
      const isPersona = emulator.personas.some(({ id }) => id === who)
      const { token } = emulator.createMagicLink(isPersona ? who : member(stage, who).member_id)
      await call('magicLinks.authenticate', {
        magic_links_token: token,
        session_duration_minutes: 60,
      })
    },
  }
}

/** The method of the client that the list calls so. */
export function methodOf(client: object, id: string): (...args: unknown[]) => unknown {
  const name = NAMES[id] ?? id
  let found: unknown = client
  for (const key of name.split('.')) {
    found = typeof found === 'object' && found !== null ? Reflect.get(found, key) : undefined
  }
  if (typeof found !== 'function') throw new Error(`The client has no ${name}.`)
  const method = found
  return (...args) => Reflect.apply(method, client, args) as unknown
}
