import type { StoreData } from './store.ts'

/** Numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number

/** Each byte in two letters. */
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Random numbers whose state is kept in the store, so that snapshots carry on where they stood. */
export function createStoredRandom(store: { readonly data: StoreData }): Random {
  return () => {
    store.data.random_state = (store.data.random_state + 0x6d2b79f5) | 0
    return mix(store.data.random_state)
  }
}

/** Random numbers from a text: the same text gives the same numbers. */
export function createSeededRandom(text: string): Random {
  let state = hash(text)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    return mix(state)
  }
}

export function randomUuid(random: Random): string {
  const bytes = randomBytes(random, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  let uuid = ''
  bytes.forEach((byte, place) => {
    if (place === 4 || place === 6 || place === 8 || place === 10) uuid += '-'
    uuid += HEX[byte] ?? ''
  })
  return uuid
}

/** A base64url text of `bytes` random bytes. */
export function randomSecret(random: Random, bytes: number): string {
  const binary = String.fromCharCode(...randomBytes(random, bytes))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function randomBytes(random: Random, length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  for (let place = 0; place < length; place += 1) bytes[place] = Math.floor(random() * 256)
  return bytes
}

// mulberry32: 32 bits of state, well mixed, good enough where nothing is to be kept secret.
function mix(state: number): number {
  let value = Math.imul(state ^ (state >>> 15), state | 1)
  value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
  return ((value ^ (value >>> 14)) >>> 0) / 4294967296
}

// FNV-1a
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value
}
