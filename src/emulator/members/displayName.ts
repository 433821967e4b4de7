import type { Body } from '../body.ts'
import { badRequest } from '../errors.ts'

const DISPLAY_NAME_LENGTH = 128

/** How people call a connection; undefined when it is left out. Throws 400 `invalid_display_name`. */
export function readDisplayName(body: Body): string | undefined {
  const name = body.optionalString('display_name')?.trim()
  if (name === undefined) return undefined
  if (name === '') throw badRequest('display_name must not be empty.', 'invalid_display_name')
  if (name.length > DISPLAY_NAME_LENGTH) {
    throw badRequest(
      `display_name must have at most ${String(DISPLAY_NAME_LENGTH)} characters; it has ${String(name.length)}.`,
      'invalid_display_name',
    )
  }
  if (/\p{Cc}/u.test(name)) {
    throw badRequest(
      'display_name must not contain line breaks or control characters.',
      'invalid_display_name',
    )
  }
  return name
}
