import type { AuthenticationFactor } from '../../client/types.ts'
import { createFactor } from '../authentication/factor.ts'
import type { EmulatorContext } from '../context.ts'
import { badRequest, EmulatorError } from '../errors.ts'
import type { StoredPassword } from '../records/passwords.ts'
import type { StrengthMeter } from './createStrengthMeter.ts'
import { matches } from './memberPasswords.ts'

/** Somebody signs in by password. Throws unless it is the right one, and nobody else is known to know it. */
export async function provePassword(
  context: EmulatorContext,
  meter: StrengthMeter,
  password: StoredPassword,
  given: string,
): Promise<AuthenticationFactor> {
  if (!(await matches(context, password, given))) {
    throw new EmulatorError(401, 'unauthorized_credentials', 'The password is wrong.')
  }
  const { breach_detection_on_authentication } = context.data.project.passwords
  if (breach_detection_on_authentication && (await meter.isBreached(given))) {
    throw badRequest(
      'The password was found in a breach of some site, so it has to be reset.',
      'member_reset_password',
    )
  }
  return createPasswordFactor(context)
}

export function createPasswordFactor(context: EmulatorContext): AuthenticationFactor {
  return createFactor(context, { type: 'password', delivery_method: 'knowledge' })
}
