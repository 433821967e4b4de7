import type { Decorator } from '@storybook/react-vite'
import { PortalRoot, createMemoryLocation } from 'orgportal/components'
import { useState } from 'react'
import type { ReactNode } from 'react'

function Portal({ children }: { children: ReactNode }) {
  const [location] = useState(() => createMemoryLocation())
  return (
    <PortalRoot location={location} className="story">
      {children}
    </PortalRoot>
  )
}

/** Puts a story in a portal root of its own, with its place in memory. */
export const inPortal: Decorator = (Story) => (
  <Portal>
    <Story />
  </Portal>
)
