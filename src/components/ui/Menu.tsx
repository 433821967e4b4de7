'use client'
import { useId, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Denied } from '../portal/denied.ts'
import { MoreIcon } from './icons.tsx'
import { IconButton } from './IconButton.tsx'
import { MenuContent, type MenuStart } from './MenuContent.tsx'

export interface MenuItem {
  id: string
  label: string
  icon?: ReactNode
  tone?: 'neutral' | 'danger' | undefined
  /** It stays in the menu and says why. */
  denied?: Denied | undefined
  /** Why it cannot be used, where that is not a permission: a sentence. It stays in the menu and says so. */
  reason?: string | undefined
  onSelect: () => void
}

export interface MenuProps {
  /** Names what it acts on: `Actions for Ada Lovelace`. */
  label: string
  items: readonly MenuItem[]
  /** @default three dots */
  icon?: ReactNode
}

/**
 * A button with three dots and its menu. Enter, Space and the arrows open it; within, arrows, Home, End and the first
 * letters of an entry lead to it, and Escape and Tab lead back to the button.
 */
export function Menu({ label, items, icon, ...props }: MenuProps) {
  const id = useId()
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState<{ anchor: HTMLElement; start: MenuStart } | null>(null)
  const open = (anchor: HTMLElement, start: MenuStart) => setOpened({ anchor, start })
  return (
    <span data-part="menu-root" {...props}>
      <IconButton
        ref={button}
        size="small"
        label={label}
        icon={icon ?? <MoreIcon />}
        aria-haspopup="menu"
        aria-expanded={opened !== null}
        aria-controls={opened ? id : undefined}
        onClick={({ currentTarget, detail }) => {
          if (opened) setOpened(null)
          // A key that clicks has no clicks to count.
          else open(currentTarget, detail === 0 ? 'first' : 'surface')
        }}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          open(event.currentTarget, event.key === 'ArrowDown' ? 'first' : 'last')
        }}
      />
      {opened && (
        <MenuContent
          {...opened}
          id={id}
          label={label}
          items={items}
          onClose={() => setOpened(null)}
        />
      )}
    </span>
  )
}
