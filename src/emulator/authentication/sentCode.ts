import type { EmulatorContext } from '../context.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import type { StoredMember } from '../records/organizations.ts'
import { countFailedAttempt } from './locks.ts'

/** So many wrong codes, and a new one has to be asked for. */
const ATTEMPTS = 5

/** A code of six digits that was mailed or texted. */
interface SentCode {
  code: string
  expires_at: string
  used: boolean
  failed_attempts: number
}

/** Throws 400 `invalid_code` unless it looks like a code that is sent. */
export function checkCode(code: string): void {
  if (!/^\d{6}$/.test(code)) throw badRequest('code must have six digits.', 'invalid_code')
}

/**
 * Uses up the code that was sent last. Checks and marks in one go, so that of two requests at the same time one is
 * refused. A wrong one counts against the member, if it is one's.
 */
export function useSentCode(
  context: EmulatorContext,
  sent: SentCode,
  given: string,
  member: StoredMember | null,
): void {
  const isOver = sent.used || Date.parse(sent.expires_at) <= context.clock.now()
  if (isOver || sent.failed_attempts >= ATTEMPTS) {
    throw new EmulatorError(
      401,
      'unable_to_auth_otp_code',
      'The code was already used, has expired, or was entered wrong too often. Ask for a new one.',
    )
  }
  if (sent.code !== given) {
    sent.failed_attempts += 1
    if (member) countFailedAttempt(context, member)
    throw codeNotFound()
  }
  sent.used = true
}

export function codeNotFound(): EmulatorError {
  return notFound('otp_code_not_found', 'This is not the code that was sent last.')
}
