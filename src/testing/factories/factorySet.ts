import type { Loose } from '../../client/project.ts'

/** Makes a valid record; what is given counts instead of the usual. */
export type Factory<T> = Loose<(overrides?: Partial<T>) => T>

/** What the factories of one set share: ids that count up, one organization and one member, one time. */
export interface FactorySet {
  /** The organization that records belong to unless told otherwise: the first that the set makes. */
  readonly organizationId: string
  /** The member that sessions and grants are of unless told otherwise: the first that the set makes. */
  readonly memberId: string
  /** The next number of a kind: 1, 2, 3. */
  next: (kind: string) => number
  /** An id in the API's shape. */
  id: (kind: string, number: number) => string
  /** The set's time as RFC 3339, so many minutes later. */
  time: (minutes?: number) => string
}

export function createFactorySet({ seed, now }: { seed: number; now: number }): FactorySet {
  const counts = new Map<string, number>()
  const id = (kind: string, number: number) =>
    `${kind}-test-${digits(seed, 8)}-0000-4000-8000-${digits(number, 12)}`
  return {
    organizationId: id('organization', 1),
    memberId: id('member', 1),
    id,
    next: (kind) => {
      const number = (counts.get(kind) ?? 0) + 1
      counts.set(kind, number)
      return number
    },
    time: (minutes = 0) => new Date(now + minutes * 60_000).toISOString(),
  }
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0')
}
