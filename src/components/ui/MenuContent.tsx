'use client'
import * as RadixMenu from '@radix-ui/react-dropdown-menu'
import type { RefObject } from 'react'
import { usePortal } from '../portal/PortalContext.ts'
import { useDeniedText } from './DeniedHint.tsx'
import type { MenuItem } from './Menu.tsx'

/* Brings Radix: loaded by Menu.tsx when the menu is first opened. */

export interface MenuContentProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  label: string
  items: readonly MenuItem[]
  button: RefObject<HTMLButtonElement | null>
}

export function MenuContent({ open, onOpenChange, label, items, button }: MenuContentProps) {
  const { layer } = usePortal()
  return (
    <RadixMenu.Root open={open} onOpenChange={onOpenChange} modal={false}>
      {/* The button was there before Radix came; this place over it is only what the menu is placed by. */}
      <RadixMenu.Trigger asChild>
        <span data-part="menu-anchor" aria-hidden="true" />
      </RadixMenu.Trigger>
      <RadixMenu.Portal container={layer ?? null}>
        <RadixMenu.Content
          data-part="menu"
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label={label}
          aria-labelledby={undefined}
          onPointerDownOutside={(event) => {
            // A press on the button closes by its own click.
            if (event.target instanceof Node && button.current?.contains(event.target))
              event.preventDefault()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            button.current?.focus()
          }}
        >
          {items.map((item) => (
            <Item key={item.id} item={item} />
          ))}
        </RadixMenu.Content>
      </RadixMenu.Portal>
    </RadixMenu.Root>
  )
}

function Item({ item }: { item: MenuItem }) {
  const deniedText = useDeniedText(item.denied)
  return (
    <RadixMenu.Item
      data-part="menu-item"
      data-tone={item.tone}
      aria-disabled={item.denied ? true : undefined}
      textValue={item.label}
      onSelect={(event) => {
        if (item.denied) event.preventDefault()
        else item.onSelect()
      }}
    >
      {item.icon}
      <span data-part="menu-item-text">
        {item.label}
        {deniedText !== undefined && <span data-part="menu-item-hint">{deniedText}</span>}
      </span>
    </RadixMenu.Item>
  )
}
