import { createContext } from 'react'
import type { KeptBecause } from './useShownScreens.ts'

/** Why the screens are only kept; null while they are live. */
export const KeptContext = createContext<KeptBecause | null>(null)
