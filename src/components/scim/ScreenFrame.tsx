'use client'
import { createContext, useContext, useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { PartFrame, type PartFrameProps } from '../portal/PartFrame.tsx'

/** Which screen was shown last; null before the first. */
const LastScreenContext = createContext<{ current: string | null }>({ current: null })

/** Around all screens of the part: lets each know whether it came in place of another. */
export function ScreenSequence({ children }: { children: ReactNode }) {
  const last = useRef<string | null>(null)
  return <LastScreenContext.Provider value={last}>{children}</LastScreenContext.Provider>
}

export interface ScreenFrameProps extends PartFrameProps {
  screen: string
}

/** A screen's frame. When it comes in place of another, the focus goes to its title, so that it is said where one is. */
export function ScreenFrame(props: ScreenFrameProps) {
  const { screen } = props
  const root = useRef<HTMLDivElement>(null)
  const lastRef = useContext(LastScreenContext)
  useEffect(() => {
    if (lastRef.current !== null && lastRef.current !== screen) {
      root.current?.querySelector<HTMLElement>('[data-part="part-title"]')?.focus()
    }
    lastRef.current = screen
  }, [lastRef, screen])
  return (
    <div ref={root} data-part="scim-screen">
      <PartFrame {...props} />
    </div>
  )
}
