import { countFailedAttempt } from '../authentication/locks.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, EmulatorError, notFound } from '../errors.ts'
import { randomText } from '../randomText.ts'
import type { StoredMember } from '../records/organizations.ts'
import { findRecord } from '../store.ts'

const COUNT = 10
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** New codes that each stand in for the member's authenticator app once. Those before no longer count. */
export function createRecoveryCodes(context: EmulatorContext, member: StoredMember): string[] {
  const codes = Array.from({ length: COUNT }, () => newCode(context))
  context.data.recovery_codes[member.member_id] = {
    member_id: member.member_id,
    codes: codes.map((code) => ({ code, used: false })),
  }
  return codes
}

/** The codes that were not used yet. Throws 404 when the member has no app that they could stand in for. */
export function requireRecoveryCodes(context: EmulatorContext, member: StoredMember): string[] {
  const stored = findRecord(context.data.recovery_codes, member.member_id)
  if (stored && member.totp_registration_id !== '') return unused(stored)
  throw notFound(
    'recovery_codes_not_found',
    'The member has no authenticator app, and so no recovery codes.',
  )
}

/** Takes a code, and says how many are left. */
export function takeRecoveryCode(
  context: EmulatorContext,
  member: StoredMember,
  given: string,
): { remaining: number } {
  const code = given.trim().toLowerCase()
  if (/^\d{6}$/.test(code)) {
    throw badRequest(
      'This is a code of the authenticator app, which has a call of its own.',
      'totp_code_used_as_recovery_code',
    )
  }
  if (!isRecoveryCode(code)) {
    throw badRequest('recovery_code must look like xxxx-xxxx-xxxx.', 'invalid_recovery_code')
  }
  const stored = findRecord(context.data.recovery_codes, member.member_id)
  if (!stored || member.totp_registration_id === '') {
    throw badRequest(
      'The member has no authenticator app that a recovery code could stand in for.',
      'no_active_recovery_code_backed_factor',
    )
  }
  const match = stored.codes.find((candidate) => candidate.code === code && !candidate.used)
  if (!match) {
    countFailedAttempt(context, member)
    throw new EmulatorError(
      401,
      'unable_to_authenticate_recovery_code',
      'This is none of the recovery codes of the member, or it was used already.',
    )
  }
  match.used = true
  return { remaining: unused(stored).length }
}

/** Whether a text has the form of a recovery code. */
export function isRecoveryCode(text: string): boolean {
  return /^[a-z0-9]{4}(-[a-z0-9]{4}){2}$/i.test(text.trim())
}

function unused({ codes }: { codes: readonly { code: string; used: boolean }[] }): string[] {
  return codes.filter(({ used }) => !used).map(({ code }) => code)
}

function newCode(context: EmulatorContext): string {
  return randomText(context, 12, LETTERS).replace(/^(.{4})(.{4})/, '$1-$2-')
}
