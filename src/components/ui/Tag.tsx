'use client'
import { forwardRef } from 'react'
import type { ComponentPropsWithoutRef } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { CloseIcon } from './icons.tsx'

export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info'

export interface TagProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  children: string
  /** @default 'neutral' */
  tone?: Tone | undefined
  /** Gives it a button that takes it away. */
  onRemove?: (() => void) | undefined
}

/** A short word in a frame: a role, a domain. */
export const Tag = forwardRef<HTMLSpanElement, TagProps>(function Tag(
  { children, tone = 'neutral', onRemove, ...props },
  ref,
) {
  const { picker } = useUiMessages()
  return (
    <span ref={ref} data-part="tag" data-tone={tone} {...props}>
      <span data-part="tag-text">{children}</span>
      {onRemove && (
        <button
          type="button"
          data-part="tag-remove"
          aria-label={picker.remove(children)}
          onClick={(event) => {
            event.stopPropagation()
            onRemove()
          }}
        >
          <CloseIcon />
        </button>
      )}
    </span>
  )
})
