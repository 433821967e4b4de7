'use client'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { Button } from '../ui/Button.tsx'
import { Heading, HeadingLevel } from '../ui/Heading.tsx'
import { ArrowLeftIcon } from '../ui/icons.tsx'

export interface PartFrameProps {
  title: ReactNode
  /** One line: what this is for. */
  description?: ReactNode
  /** The primary action, right of the title. */
  action?: ReactNode
  /** A way back above the title; the label says where to. */
  back?: { label: string; onSelect: () => void } | undefined
  /**
   * Which screen this is. When it changes the focus moves to the title, so that a screen reader says where one is.
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
  useFocusOnChange(heading, screen)
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
      <HeadingLevel value={3}>
        <div data-part="part-body">{children}</div>
      </HeadingLevel>
    </div>
  )
}

function useFocusOnChange(target: React.RefObject<HTMLElement | null>, screen: string | undefined) {
  const before = useRef(screen)
  useEffect(() => {
    if (before.current === screen) return
    before.current = screen
    target.current?.focus()
  }, [target, screen])
}
