import type { Body } from '../body.ts'
import { badRequest } from '../errors.ts'

const KEYS = 20
const BYTES = 4096

/**
 * Metadata with the change that a body asks for: keys at the top are set, and with null removed; what stands deeper
 * is replaced as a whole. Unchanged where the body does not name the field.
 */
export function mergeMetadata(
  now: Record<string, unknown>,
  body: Body,
  field: string,
): Record<string, unknown> {
  const change = body.raw(field)
  if (change === undefined) return now
  if (typeof change !== 'object' || change === null || Array.isArray(change)) {
    throw badRequest(`${field} must be a JSON object.`, 'metadata_invalid_format')
  }
  const merged = Object.fromEntries(
    Object.entries({ ...now, ...change }).filter(([, value]) => value !== null),
  )
  if (Object.keys(merged).length > KEYS) {
    throw badRequest(
      `${field} may have at most ${String(KEYS)} keys at the top.`,
      'metadata_too_many_keys',
    )
  }
  if (new TextEncoder().encode(JSON.stringify(merged)).byteLength > BYTES) {
    throw badRequest(
      `${field} may have at most ${BYTES.toLocaleString('en')} bytes as JSON.`,
      'metadata_too_large',
    )
  }
  return merged
}
