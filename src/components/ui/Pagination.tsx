'use client'
import { useState } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { Button } from './Button.tsx'
import { ChevronLeftIcon, ChevronRightIcon } from './icons.tsx'
import { Select } from './Select.tsx'

export interface PaginationProps {
  /** What it pages through, for screen readers: `Pages of members`. */
  label: string
  /** The number of the first row shown, from 1. */
  from: number
  /** The number of the last row shown. */
  to: number
  /** Of all rows; null when it is not known. */
  total: number | null
  /** From 1. */
  page: number
  hasNext: boolean
  hasPrevious: boolean
  onNext: () => void
  onPrevious: () => void
  /** Shows a way back to the start, for pages that one cannot jump to. */
  onFirst?: (() => void) | undefined
  /** The pointer or the focus came to Next: a good moment to fetch the next page ahead. */
  onNear?: (() => void) | undefined
  /** Another page is on its way. */
  busy?: boolean | undefined
  /** Rows a page. */
  size: number
  sizes: readonly number[]
  onSizeChange: (size: number) => void
}

type Way = 'first' | 'previous' | 'next'

/** Which rows are shown, and the way to the others. Its buttons keep the focus at the first and the last page. */
export function Pagination({
  label,
  from,
  to,
  total,
  page,
  hasNext,
  hasPrevious,
  onNext,
  onPrevious,
  onFirst,
  onNear,
  busy = false,
  size,
  sizes,
  onSizeChange,
  ...props
}: PaginationProps) {
  const { pagination } = useUiMessages()
  const [pressed, setPressed] = useState<Way | null>(null)
  const pages = total === null ? null : Math.max(1, Math.ceil(total / size))
  const way = (name: Way, possible: boolean, go: () => void) => ({
    size: 'small' as const,
    busy: busy && pressed === name,
    'aria-disabled': !possible || undefined,
    onClick: () => {
      if (!possible) return
      setPressed(name)
      go()
    },
  })
  return (
    <nav data-part="pagination" aria-label={label} {...props}>
      <p data-part="pagination-range" role="status">
        <span data-part="visually-hidden">{pagination.page(page, pages)}: </span>
        {pagination.range(from, to, total)}
      </p>
      <label data-part="pagination-size">
        <span data-part="text">{pagination.size}</span>
        <Select
          value={String(size)}
          options={sizes.map((option) => ({ value: String(option), label: String(option) }))}
          onValueChange={(value) => onSizeChange(Number(value))}
        />
      </label>
      <div data-part="pagination-ways">
        {onFirst && (
          <Button variant="ghost" {...way('first', hasPrevious, onFirst)}>
            {pagination.first}
          </Button>
        )}
        <Button icon={<ChevronLeftIcon />} {...way('previous', hasPrevious, onPrevious)}>
          {pagination.previous}
        </Button>
        <Button
          {...way('next', hasNext, onNext)}
          onPointerEnter={() => hasNext && onNear?.()}
          onFocus={() => hasNext && onNear?.()}
        >
          {pagination.next}
          <ChevronRightIcon />
        </Button>
      </div>
    </nav>
  )
}
