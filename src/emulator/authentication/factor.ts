import type { AuthenticationFactor } from '../../client/types.ts'
import type { EmulatorContext } from '../context.ts'
import { createSeededRandom, randomUuid } from '../random.ts'

/** A factor that was proved now. Text messages are a second one; all others are a first unless said otherwise. */
export function createFactor(
  context: EmulatorContext,
  factor: Pick<AuthenticationFactor, 'type' | 'delivery_method'> & Record<string, unknown>,
): AuthenticationFactor {
  const now = context.timestamp()
  return {
    last_authenticated_at: now,
    created_at: now,
    updated_at: now,
    sequence_order: 'PRIMARY',
    ...factor,
  }
}

/** Somebody has got a mail: a link or a code. */
export function createEmailFactor(
  context: EmulatorContext,
  type: 'magic_link' | 'email_otp',
  emailAddress: string,
): AuthenticationFactor {
  return createFactor(context, {
    type,
    delivery_method: 'email',
    email_factor: { email_id: emailIdOf(emailAddress), email_address: emailAddress },
  })
}

/** The id of an address, the same wherever it is named. */
export function emailIdOf(emailAddress: string): string {
  return `email-test-${randomUuid(createSeededRandom(`email/${emailAddress.toLowerCase()}`))}`
}

/** All factors, where one that is proved again is renewed instead of standing there twice. */
export function mergeFactors(
  earlier: readonly AuthenticationFactor[],
  proved: readonly AuthenticationFactor[],
): AuthenticationFactor[] {
  const merged = [...earlier]
  for (const factor of proved) {
    const index = merged.findIndex((known) => identityOf(known) === identityOf(factor))
    const known = merged[index]
    if (known === undefined) merged.push(factor)
    else if (known.last_authenticated_at <= factor.last_authenticated_at) {
      const created_at = known.created_at ?? factor.created_at
      merged[index] = { ...factor, ...(created_at !== undefined && { created_at }) }
    }
  }
  return merged
}

/** What was proved and how, without when. */
function identityOf(factor: AuthenticationFactor): string {
  const { last_authenticated_at: _at, created_at: _made, updated_at: _changed, ...what } = factor
  return JSON.stringify(Object.entries(what).sort(([one], [other]) => (one < other ? -1 : 1)))
}
