import type { Member } from '../../../client/types.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import type { KnownAddress } from './checkInvitees.ts'
import { emailKey } from './emailAddress.ts'

/** What is known of addresses, and what is being asked. */
export interface AddressBookSnapshot {
  /** By key; null: it is nobody's. */
  known: ReadonlyMap<string, KnownAddress | null>
  /** Addresses that an answer is awaited for. */
  awaited: number
  /** Why the rest could not be asked. */
  error: Error | null
}

/** Asks whose addresses are, many at a time and each once. */
export interface AddressBook {
  getSnapshot: () => AddressBookSnapshot
  subscribe: (listener: () => void) => () => void
  /** Asks for those that were not asked yet, and settles once all of them are known; rejects where that fails. */
  ask: (keys: readonly string[]) => Promise<void>
  /** Forgets answers, as after something was sent. */
  forget: (keys: readonly string[]) => void
  /** Gives up what is under way. */
  stop: () => void
}

/** Addresses a request. */
const AT_ONCE = 100
/** Requests under way. */
const LANES = 3

/** `search` finds the members with these addresses, whatever their status. */
export function createAddressBook(
  search: (keys: readonly string[], signal: AbortSignal) => Promise<readonly Member[]>,
): AddressBook {
  const listeners = new Set<() => void>()
  const answers = new Map<string, Promise<void>>()
  const lanes = createLanes(LANES)
  let abort = new AbortController()
  let snapshot: AddressBookSnapshot = { known: new Map(), awaited: 0, error: null }
  const set = (change: Partial<AddressBookSnapshot>) => {
    snapshot = { ...snapshot, ...change }
    for (const listener of listeners) listener()
  }

  const askFor = async (keys: readonly string[], { signal }: AbortController) => {
    try {
      const members = await lanes(() => search(keys, signal))
      if (signal.aborted) return
      set({
        known: new Map([...snapshot.known, ...whose(keys, members)]),
        awaited: snapshot.awaited - keys.length,
      })
    } catch (error) {
      for (const key of keys) answers.delete(key)
      if (signal.aborted) return
      set({
        awaited: snapshot.awaited - keys.length,
        error: error instanceof Error ? error : new Error(String(error)),
      })
      throw error
    }
  }

  return {
    getSnapshot: () => snapshot,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    ask: async (keys) => {
      const wanted = [...new Set(keys)]
      const fresh = wanted.filter((key) => !answers.has(key))
      if (fresh.length > 0 || snapshot.error !== null) {
        set({ awaited: snapshot.awaited + fresh.length, error: null })
      }
      for (let at = 0; at < fresh.length; at += AT_ONCE) {
        const chunk = fresh.slice(at, at + AT_ONCE)
        const answer = askFor(chunk, abort)
        for (const key of chunk) answers.set(key, answer)
      }
      await Promise.all(wanted.flatMap((key) => answers.get(key) ?? []))
    },
    forget: (keys) => {
      const known = new Map(snapshot.known)
      for (const key of keys) {
        known.delete(key)
        answers.delete(key)
      }
      set({ known })
    },
    stop: () => {
      abort.abort()
      abort = new AbortController()
      answers.clear()
      set({ awaited: 0 })
    },
  }
}

/** Of several members with one address who is not deactivated counts, then who can be reactivated. */
export function whose(
  keys: readonly string[],
  members: readonly Member[],
): [string, KnownAddress | null][] {
  const found = new Map<string, KnownAddress>()
  for (const member of members) {
    const key = emailKey(member.email_address)
    const before = found.get(key)
    const known = knownAddress(member)
    if (!before || rank(known) > rank(before)) found.set(key, known)
  }
  return keys.map((key) => [key, found.get(key) ?? null])
}

function knownAddress(member: Member): KnownAddress {
  return {
    memberId: member.member_id,
    label: memberLabel(member),
    status: member.status,
    canReactivate: member.status === 'deleted' && member.email_address_verified,
  }
}

const rank = ({ status, canReactivate }: KnownAddress) =>
  status === 'deleted' ? (canReactivate ? 1 : 0) : 2

/** Runs tasks, so many at a time. */
function createLanes(count: number) {
  const queue: (() => void)[] = []
  let running = 0
  return async <Value>(task: () => Promise<Value>): Promise<Value> => {
    if (running >= count) await new Promise<void>((resolve) => queue.push(resolve))
    running += 1
    try {
      return await task()
    } finally {
      running -= 1
      queue.shift()?.()
    }
  }
}
