import type { AuthenticationFactor } from '../../client/types.ts'
import type { EmulatorContext } from '../context.ts'

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
