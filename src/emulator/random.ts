import type { StoreData } from './store.ts'

/** Numbers from 0 (inclusive) to 1 (exclusive). */
export type Random = () => number

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
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-')
}

/** A base64url text of `bytes` random bytes. */
export function randomSecret(random: Random, bytes: number): string {
  const binary = String.fromCharCode(...randomBytes(random, bytes))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function randomBytes(random: Random, length: number): Uint8Array {
  return Uint8Array.from({ length }, () => Math.floor(random() * 256))
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
