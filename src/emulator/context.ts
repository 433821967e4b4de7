import type { MemberIndex } from './members/memberIndex.ts'
import type { StoreData } from './store.ts'

/** The time, which a test can set. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now: () => number
}

/** A request that the emulator could not answer. */
export interface FailedRequest {
  method: string
  path: string
  /** As in the answer; missing where the answer has none. */
  request_id?: string | undefined
}

/** What every part of the emulator is given; nothing is reached in any other way. */
export interface EmulatorContext {
  /** The live data. Replaced as a whole by reset and restore, so read it from here each time. */
  data: StoreData
  /** The members of `data`, to search and to add to. */
  members: MemberIndex
  clock: Clock
  /** Where the emulator says it is reached, without a slash at the end. */
  baseUrl: string
  /** Where the app is that mails and providers lead back to, without a slash at the end. */
  appUrl: string
  /** The present as an RFC 3339 string; `offsetMs` is added. */
  timestamp: (offsetMs?: number) => string
  /** A new id in the API's shape, for example `member-test-…`. Deterministic for a given seed of randomness. */
  newId: (kind: string) => string
  /** A secret of `bytes` random bytes, base64url. */
  newSecret: (bytes?: number) => string
  /** What session JWTs are signed with; made at the first call. */
  signingKey: () => Promise<CryptoKey | Uint8Array>
  /** Tells whoever runs the emulator that it failed by a mistake of its own. */
  reportDefect: (error: unknown, request: FailedRequest) => void
}
