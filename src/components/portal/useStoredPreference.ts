import { useCallback, useState } from 'react'
import { useOrgportalClient } from '../../hooks/useOrgportalClient.ts'
import { useSessionPart } from '../../hooks/useSessionSnapshot.ts'

/**
 * How somebody likes to see something, kept in this browser for each project and member. `read` makes a preference of
 * whatever was stored, or of undefined; a storage that is broken, full or blocked keeps nothing, and the preference lasts as long
 * as the page.
 *
 * @example const [density, setDensity] = useStoredPreference('members-density', (stored) => (stored === 'dense' ? 'dense' : 'regular'))
 */
export function useStoredPreference<Value>(
  name: string,
  read: (stored: unknown) => Value,
): [Value, (value: Value) => void] {
  const { publicToken } = useOrgportalClient()
  const memberId = useSessionPart((snapshot) => snapshot.identity?.memberId ?? '')
  const key = `orgportal:${name}:${publicToken}:${memberId}`
  const [kept, setKept] = useState(() => ({ key, value: read(stored(key)) }))
  // Somebody else signed in: theirs, before anything of the former one is shown.
  const current = kept.key === key ? kept : { key, value: read(stored(key)) }
  if (current !== kept) setKept(current)
  const set = useCallback(
    (value: Value) => {
      setKept({ key, value })
      store(key, value)
    },
    [key],
  )
  return [current.value, set]
}

function stored(key: string): unknown {
  try {
    return JSON.parse(window.localStorage.getItem(key) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

function store(key: string, value: unknown): void {
  try {
    window.localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // No storage here: it lasts as long as the page.
  }
}
