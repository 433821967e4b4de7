import { roleChanges } from '../i18n/en/roleChanges.ts'
import { useMessages, type Messages } from '../i18n/messages.ts'

/** The texts of what a change of role mappings does to members. */
export function useRoleChangeMessages(): Messages['roleChanges'] {
  return useMessages('roleChanges', roleChanges)
}
