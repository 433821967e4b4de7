'use client'
import { useContext, useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Heading, HeadingLevel, useNextHeadingLevel } from '../ui/Heading.tsx'
import { ArrowLeftIcon } from '../ui/icons.tsx'
import { LastScreenContext } from './LastScreenContext.ts'

export interface PartFrameProps {
  title: ReactNode
  /** One line: what this is for. */
  description?: ReactNode
  /** The primary action, right of the title. */
  action?: ReactNode
  /** A way back above the title; the label says where to. */
  back?: { label: string; onSelect: () => void } | undefined
  /**
   * Which screen this is. When it comes in place of another the focus moves to its title, so that a screen reader says
   * where one is. Without it (while something loads, say) the focus stays where it is.
   */
  screen?: string | undefined
  /** `full` for tables, else at most 960 px. @default 'form' */
  width?: 'form' | 'full' | undefined
  children: ReactNode
}

/** The frame of a screen: title, one line, primary action, then its cards in one column. */
export function PartFrame({
  title,
  description,
  action,
  back,
  screen,
  width = 'form',
  children,
  ...props
}: PartFrameProps) {
  const messages = useUiMessages()
  const heading = useRef<HTMLHeadingElement>(null)
  const belowTitle = useNextHeadingLevel()
  useFocusOnArrival(heading, screen)
  return (
    <div data-part="part" data-width={width} {...props}>
      <header data-part="part-header">
        <div data-part="part-heading">
          {back && (
            <Button
              variant="ghost"
              size="small"
              data-back
              icon={<ArrowLeftIcon />}
              onClick={back.onSelect}
            >
              {back.label || messages.back}
            </Button>
          )}
          <Heading ref={heading} tabIndex={-1} data-part="part-title">
            {title}
          </Heading>
          {description && <p data-part="part-description">{description}</p>}
        </div>
        {action && <div data-part="part-action">{action}</div>}
      </header>
      <HeadingLevel value={belowTitle}>
        <div data-part="part-body">{children}</div>
      </HeadingLevel>
    </div>
  )
}

function useFocusOnArrival(title: React.RefObject<HTMLElement | null>, screen: string | undefined) {
  const alone = useRef<string | undefined>(undefined)
  const last = useContext(LastScreenContext) ?? alone
  useEffect(() => {
    if (screen === undefined) return
    const before = last.current
    last.current = screen
    if (before !== undefined && before !== screen) title.current?.focus()
  }, [title, last, screen])
}
