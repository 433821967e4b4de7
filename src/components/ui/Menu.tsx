'use client'
import { useRef, useState } from 'react'
import type { ReactNode } from 'react'
import type { Denied } from '../portal/denied.ts'
import { MoreIcon } from './icons.tsx'
import { IconButton } from './IconButton.tsx'
import { lazyWhenOpen } from './lazyWhenOpen.tsx'

export interface MenuItem {
  id: string
  label: string
  icon?: ReactNode
  tone?: 'neutral' | 'danger' | undefined
  /** It stays in the menu and says why. */
  denied?: Denied | undefined
  onSelect: () => void
}

export interface MenuProps {
  /** Names what it acts on: `Actions for Ada Lovelace`. */
  label: string
  items: readonly MenuItem[]
  /** @default three dots */
  icon?: ReactNode
}

const MenuContent = lazyWhenOpen(() => import('./MenuContent.tsx').then((file) => file.MenuContent))

/** A button with three dots and its menu. The menu's code is loaded when a pointer or the focus comes near. */
export function Menu({ label, items, icon, ...props }: MenuProps) {
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <span data-part="menu-root" {...props}>
      <IconButton
        ref={button}
        size="small"
        label={label}
        icon={icon ?? <MoreIcon />}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerEnter={MenuContent.preload}
        onFocus={MenuContent.preload}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setOpen(true)
        }}
      />
      <MenuContent open={open} onOpenChange={setOpen} label={label} items={items} button={button} />
    </span>
  )
}
