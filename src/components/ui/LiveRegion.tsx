'use client'
import { createContext, useCallback, useContext, useState } from 'react'
import type { ReactNode } from 'react'
import { VisuallyHidden } from './VisuallyHidden.tsx'

/** Has a screen reader say a sentence. The same sentence twice is said twice. */
export type Announce = (text: string) => void

const AnnounceContext = createContext<Announce>(() => {})

/** For what changes without the focus going there: "Okta now sends 2 groups". */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}

/** The one polite live region of a part. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ text: '', turn: 0 })
  const announce = useCallback<Announce>((text) => {
    setSaid((before) => ({ text, turn: before.turn + 1 }))
  }, [])
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <VisuallyHidden aria-live="polite" data-live>
        <span key={said.turn}>{said.text}</span>
      </VisuallyHidden>
    </AnnounceContext.Provider>
  )
}
