import type { GuideStep } from './guides/SetupGuide.ts'

/** Where ticked steps are kept: `localStorage`, or anything of its shape. */
export type ProgressStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The steps of a connection's guide that are ticked off. A malformed entry counts as none. */
export function readSetupProgress(storage: ProgressStorage | null, connectionId: string): string[] {
  try {
    const stored: unknown = JSON.parse(storage?.getItem(storageKey(connectionId)) ?? '[]')
    return Array.isArray(stored) ? stored.filter((step) => typeof step === 'string') : []
  } catch {
    return []
  }
}

/** Keeps the ticked steps; a storage that is full or blocked keeps nothing, and the guide still works. */
export function writeSetupProgress(
  storage: ProgressStorage | null,
  connectionId: string,
  done: readonly string[],
): void {
  try {
    if (done.length === 0) storage?.removeItem(storageKey(connectionId))
    else storage?.setItem(storageKey(connectionId), JSON.stringify(done))
  } catch {
    return
  }
}

/** The id of the last step of every guide: waiting for what the identity provider pushes. */
export const ARRIVAL_STEP = 'arrival'

/** The step to open: the one that is wanted, if there is such a one, else the first that is not ticked, else the last. */
export function currentSetupStep(
  steps: readonly GuideStep[],
  done: readonly string[],
  wanted: string | null,
): string {
  if (wanted === ARRIVAL_STEP || steps.some((step) => step.id === wanted))
    return wanted ?? ARRIVAL_STEP
  return steps.find((step) => !done.includes(step.id))?.id ?? ARRIVAL_STEP
}

function storageKey(connectionId: string): string {
  return `orgportal:scim-setup:${connectionId}`
}
