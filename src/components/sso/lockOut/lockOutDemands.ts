import type { LockOut, SsoChange } from './lockOut.ts'

/** What is known when the demands are worked out. */
export interface LockOutKnowledge {
  /** Whether all members were looked at, only some, or none beside the viewer. */
  seen: 'all' | 'some' | 'none'
  /** Whether an active member has break-glass access. */
  breakglass: 'there' | 'none' | 'unknown'
  /** Ids of the connections whose test sign-in was passed since the part was opened. */
  tested: readonly string[]
}

/** What is asked for before a change is made. */
export interface LockOutDemands {
  /** SSO must be shown to work first: no connection is active, or none was ever used or passed a test. */
  proof: 'none-active' | 'unproven' | null
  /** Somebody must be given break-glass access. */
  breakglass: boolean
  /** The name is to be typed. */
  typed: boolean
}

/**
 * What a change asks for. Nothing where all members keep a way in, whoever they are. A break-glass member is asked for where
 * SSO becomes the only method, and where the viewer or everybody would be locked out; what nobody may look up is not asked for.
 */
export function lockOutDemands(
  change: SsoChange,
  lockOut: Pick<
    LockOut,
    'locked' | 'viewerLocked' | 'nobodyLeft' | 'openToAll' | 'active' | 'used'
  >,
  { seen, breakglass, tested }: LockOutKnowledge,
): LockOutDemands {
  if (lockOut.openToAll) return { proof: null, breakglass: false, typed: false }
  const { viewerLocked, nobodyLeft } = lockOut
  return {
    proof: requiresSso(change) ? missingProof(lockOut, tested) : null,
    breakglass: breakglass === 'none' && (requiresSso(change) || viewerLocked || nobodyLeft),
    typed: lockOut.locked.length > 0 || seen !== 'all',
  }
}

/** Whether SSO is the only method after the change. */
export function requiresSso(change: SsoChange): boolean {
  if (change.type === 'require-sso') return true
  return change.type === 'set-methods' && change.methods?.join() === 'sso'
}

function missingProof(
  { active, used }: Pick<LockOut, 'active' | 'used'>,
  tested: readonly string[],
): LockOutDemands['proof'] {
  if (active.length === 0) return 'none-active'
  return used.length > 0 || active.some((id) => tested.includes(id)) ? null : 'unproven'
}
