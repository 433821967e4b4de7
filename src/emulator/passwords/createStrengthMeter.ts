import type { PasswordStrength } from '../../client/passwords.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest } from '../errors.ts'
import { ludsFeedback } from './ludsFeedback.ts'

/** What zxcvbn gives to a password that may be used, out of 0 to 4. */
const GOOD_SCORE = 3
/** Of a password that is as long as a book, the beginning tells enough. */
const JUDGED_LENGTH = 256

/** Strong by all rules, and yet known to everybody: to try out what a breached password does. */
const FAMOUS = ['correct horse battery staple', 'correcthorsebatterystaple', 'Tr0ub4dor&3']

export interface StrengthMeter {
  /** Judges a password by the project's policy. `about` are words that are easy to guess here, such as the address. */
  measure: (password: string, about: readonly string[]) => Promise<PasswordStrength>
  /** Throws 400 `breached_password` or `weak_password` where the project does not let the password be set. */
  requireGood: (password: string, about: readonly string[]) => Promise<void>
  /** Whether the password stands in a list of those that were found in breaches. */
  isBreached: (password: string) => Promise<boolean>
}

/** Measures passwords. What that needs is large, and loaded at the first password. */
export function createStrengthMeter(context: EmulatorContext): StrengthMeter {
  let zxcvbn: ReturnType<typeof loadZxcvbn> | undefined
  let breached: ReturnType<typeof loadBreached> | undefined
  const isBreached: StrengthMeter['isBreached'] = async (password) =>
    (await (breached ??= loadBreached())).has(password.toLowerCase())

  const measure: StrengthMeter['measure'] = async (password, about) => {
    const policy = context.data.project.passwords
    const { score, feedback } = (await (zxcvbn ??= loadZxcvbn())).check(
      password.slice(0, JUDGED_LENGTH),
      words(about),
    )
    const luds_feedback = ludsFeedback(password, policy)
    const breached_password = await isBreached(password)
    const { missing_characters, missing_complexity } = luds_feedback
    const isStrong =
      policy.strategy === 'luds'
        ? missing_characters === 0 && missing_complexity === 0
        : score >= GOOD_SCORE
    return {
      valid_password: isStrong && !(breached_password && policy.breach_detection_on_create),
      score,
      breached_password,
      breach_detection_on_create: policy.breach_detection_on_create,
      strength_policy: policy.strategy,
      zxcvbn_feedback: { warning: feedback.warning ?? '', suggestions: feedback.suggestions },
      luds_feedback,
    }
  }

  return {
    measure,
    requireGood: async (password, about) => {
      const strength = await measure(password, about)
      if (strength.valid_password) return
      if (strength.breached_password && strength.breach_detection_on_create) {
        throw badRequest(
          'The password was found in a breach of some site, so others know it. Choose another one.',
          'breached_password',
        )
      }
      throw badRequest('The password is too easy to guess. Choose a stronger one.', 'weak_password')
    },
    isBreached,
  }
}

async function loadZxcvbn() {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ])
  return new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    translations: english.translations,
  })
}

async function loadBreached() {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set([...dictionary['passwords-common'], ...FAMOUS].map((known) => known.toLowerCase()))
}

/** Texts such as addresses, their parts, and the words that they are made of. */
function words(about: readonly string[]): string[] {
  return about.flatMap((text) => [
    text,
    ...text.split('@'),
    ...text.split(/[^\p{L}\p{Nd}]+/u).filter(Boolean),
  ])
}
