import type { Messages } from '../../i18n/messages.ts'
import { mappingNames } from './mapping.ts'

/** What one of our names is called: the known ones in words, custom ones as they are. */
export function mappingNameOf(messages: Messages['ssoValues']['mapping'], key: string): string {
  const known = mappingNames.find((name) => name === key)
  return known ? messages.names[known] : key.trim() || messages.unnamed
}
