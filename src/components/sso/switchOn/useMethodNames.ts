import type { AuthMethod } from '../../../client/types.ts'
import { useSwitchOnMessages } from './useSwitchOnMessages.ts'

/** Methods by their names; one that the portal does not know yet by its id. */
export function useMethodNames(): (methods: readonly AuthMethod[]) => string[] {
  const { only } = useSwitchOnMessages()
  const names: Readonly<Record<string, string>> = only.names
  return (methods) => methods.map((method) => names[method] ?? method)
}
