import type { LudsFeedback } from '../../client/passwords.ts'
import type { StoredProject } from '../records/project.ts'

/** Counts lowercase letters, uppercase letters, digits and symbols: how many kinds there are, and what is missing. */
export function ludsFeedback(
  password: string,
  policy: Pick<StoredProject['passwords'], 'luds_complexity' | 'luds_minimum_count'>,
): LudsFeedback {
  const has = {
    has_lower_case: /\p{Ll}/u.test(password),
    has_upper_case: /\p{Lu}/u.test(password),
    has_digit: /\p{Nd}/u.test(password),
    has_symbol: /[^\p{L}\p{Nd}]/u.test(password),
  }
  const kinds = Object.values(has).filter(Boolean).length
  return {
    ...has,
    missing_complexity: Math.max(0, policy.luds_complexity - kinds),
    missing_characters: Math.max(0, policy.luds_minimum_count - [...password].length),
  }
}
