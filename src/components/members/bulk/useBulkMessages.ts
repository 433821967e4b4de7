import { membersBulk } from '../../i18n/en/members/membersBulk.ts'
import { useMessages, type Messages } from '../../i18n/messages.ts'

/** The texts of what is done to many members, and of the export. */
export function useBulkMessages(): Messages['membersBulk'] {
  return useMessages('membersBulk', membersBulk)
}
