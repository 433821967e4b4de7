'use client'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { Popover } from './Popover.tsx'
import { Tag } from './Tag.tsx'
import type { Tone } from './Tag.tsx'

export interface TagListItem {
  key: string
  label: string
  tone?: Tone | undefined
}

export interface TagListProps {
  /** What these are, for screen readers: `Roles of Engineering`. */
  label: string
  items: readonly TagListItem[]
  /** How many are shown before the rest goes into a popover. @default 3 */
  max?: number | undefined
}

/** Tags in a line; from the fourth on behind "+4". */
export function TagList({ label, items, max = 3, ...props }: TagListProps) {
  const { tags } = useUiMessages()
  const shown = items.slice(0, max)
  const rest = items.slice(max)
  return (
    <span data-part="tag-list" {...props}>
      <ul data-part="tags" aria-label={label}>
        {shown.map((item) => (
          <li key={item.key} data-part="tags-item">
            <Tag tone={item.tone}>{item.label}</Tag>
          </li>
        ))}
      </ul>
      {rest.length > 0 && (
        <Popover
          label={label}
          trigger={(triggerProps) => (
            <button
              type="button"
              data-part="tag-more"
              aria-label={tags.showAll(rest.length)}
              {...triggerProps}
            >
              {tags.more(rest.length)}
            </button>
          )}
        >
          <ul data-part="tags">
            {rest.map((item) => (
              <li key={item.key} data-part="tags-item">
                <Tag tone={item.tone}>{item.label}</Tag>
              </li>
            ))}
          </ul>
        </Popover>
      )}
    </span>
  )
}
