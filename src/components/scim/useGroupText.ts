import type { GroupLabel } from './groupNames.ts'
import { useScimMessages } from './useScimMessages.ts'

/** A group's label in words, for sentences and names of controls: `Finance`, `Finance (scim-group-t…3f2a1)`. */
export function useGroupText(): (label: GroupLabel) => string {
  const { roles: messages } = useScimMessages()
  return ({ name, id }) => {
    const text = name ?? messages.unnamed
    return id === null ? text : messages.withId(text, id)
  }
}
