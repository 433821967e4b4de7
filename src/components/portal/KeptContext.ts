import { createContext } from 'react'

/** Why nothing can be saved, and where one is told of it: above the screen, and at each Save. */
export interface KeptWords {
  title: string
  hint: string
  blocked: string
}

/** Set while the screens stay only for the sake of what was typed in them; null while they are live. */
export const KeptContext = createContext<KeptWords | null>(null)
