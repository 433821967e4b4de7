import { createContext } from 'react'

/** Which screen was shown last, whichever component showed it; filled by `PortalRoot`. Undefined before the first. */
export const LastScreenContext = createContext<{ current: string | undefined } | null>(null)
