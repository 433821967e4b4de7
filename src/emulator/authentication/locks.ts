import type { EmulatorContext } from '../context.ts'
import { EmulatorError } from '../errors.ts'
import type { StoredMember } from '../records/organizations.ts'

const FAILURES = 10
const LOCK_MINUTES = 60

/** Throws 429 `user_lock_limit_reached` while the member is locked after too many failed attempts. */
export function checkNotLocked(context: EmulatorContext, member: StoredMember): void {
  if (!isLocked(context, member)) return
  throw new EmulatorError(
    429,
    'user_lock_limit_reached',
    `There were too many failed attempts. The member can sign in again at ${String(member.lock_expires_at)}.`,
  )
}

/** Counts a wrong password or code. The tenth in a row locks the member for an hour. */
export function countFailedAttempt(context: EmulatorContext, member: StoredMember): void {
  const { failed_attempts } = context.data
  const failures = (failed_attempts[member.member_id] ?? 0) + 1
  failed_attempts[member.member_id] = failures
  if (failures < FAILURES) return
  Reflect.deleteProperty(failed_attempts, member.member_id)
  member.is_locked = true
  member.lock_created_at = context.timestamp()
  member.lock_expires_at = context.timestamp(LOCK_MINUTES * 60_000)
}

/** A sign-in that succeeds makes up for the failed attempts before it. */
export function forgetFailedAttempts({ data }: EmulatorContext, member: StoredMember): void {
  Reflect.deleteProperty(data.failed_attempts, member.member_id)
}

/** Whether the member is locked now. */
export function isLocked({ clock }: EmulatorContext, member: StoredMember): boolean {
  const { is_locked = false, lock_expires_at } = member
  return is_locked && (lock_expires_at == null || Date.parse(lock_expires_at) > clock.now())
}
