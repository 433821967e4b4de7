import { useUiMessages } from '../i18n/useUiMessages.ts'
import type { KeptWords } from '../portal/KeptContext.ts'
import { useScimMessages } from './useScimMessages.ts'
import type { KeptBecause } from './useShownScreens.ts'

/** Says why screens are only kept; null while they are live. */
export function useKeptWords(because: KeptBecause | null): KeptWords | null {
  const { accessLost, deletedElsewhere } = useScimMessages()
  const { sessionEnded } = useUiMessages()
  if (because === null) return null
  return {
    'session-ended': sessionEnded,
    'access-lost': accessLost,
    'deleted-elsewhere': deletedElsewhere,
  }[because]
}
