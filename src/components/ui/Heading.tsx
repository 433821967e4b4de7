'use client'
import { createContext, forwardRef, useContext } from 'react'
import type { ComponentPropsWithoutRef } from 'react'

export type HeadingRank = 1 | 2 | 3 | 4 | 5 | 6

/** Which heading comes next here, so that a part fits the outline of the host's page. */
const LevelContext = createContext<HeadingRank>(2)

/** Headings within are of this level. */
export const HeadingLevel = LevelContext.Provider

/** The level of the headings below those of here. */
export function useNextHeadingLevel(): HeadingRank {
  const level = useContext(LevelContext)
  return ([2, 3, 4, 5, 6] as const)[level - 1] ?? 6
}

export type HeadingProps = ComponentPropsWithoutRef<'h2'>

/** A heading of the level that its place asks for. Looks come from its `data-part`, not from the level. */
export const Heading = forwardRef<HTMLHeadingElement, HeadingProps>(function Heading(
  { children, ...props },
  ref,
) {
  const Tag = `h${useContext(LevelContext)}` as const
  return (
    <Tag ref={ref} data-part="heading" {...props}>
      {children}
    </Tag>
  )
})
