'use client'
import { useEffect, useRef } from 'react'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useDeniedText } from './DeniedHint.tsx'
import { useFloating } from './floating.ts'
import type { MenuItem } from './Menu.tsx'
import { useLightDismiss } from './useLightDismiss.ts'

/** What has the focus at first: who came with the mouse chooses with the mouse. */
export type MenuStart = 'first' | 'last' | 'surface'

export interface MenuContentProps {
  id: string
  label: string
  items: readonly MenuItem[]
  /** The button. It gets the focus back. */
  anchor: HTMLElement
  start: MenuStart
  onClose: () => void
}

/** The open menu, in the browser's top layer. */
export function MenuContent({ id, label, items, anchor, start, onClose }: MenuContentProps) {
  const surface = useRef<HTMLDivElement>(null)
  const findByText = useTypeahead(items)
  useFloating(anchor, surface, { align: 'end' })
  useLightDismiss(anchor, surface, onClose)
  useEffect(() => {
    const element = surface.current
    if (element === null) return
    const target = start === 'surface' ? element : entriesOf(element).at(start === 'first' ? 0 : -1)
    target?.focus({ preventScroll: true })
  }, [start])

  const leave = () => {
    anchor.focus()
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    // From the button the browser's own Tab goes on to what follows it.
    if (event.key === 'Tab') return leave()
    const entries = entriesOf(event.currentTarget)
    const target = walk(entries, event.key) ?? findByText(entries, event)
    if (!target) return
    event.preventDefault()
    target.focus()
  }
  return (
    <div
      ref={surface}
      id={id}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      data-part="menu"
      popover="manual"
      onKeyDown={onKeyDown}
      onPointerLeave={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
    >
      {items.map((item) => (
        <Item key={item.id} item={item} onLeave={leave} />
      ))}
    </div>
  )
}

function Item({ item, onLeave }: { item: MenuItem; onLeave: () => void }) {
  const deniedText = useDeniedText(item.denied)
  const why = deniedText ?? item.reason
  const select = () => {
    if (why !== undefined) return
    // First: a dialog that it opens gives the focus back to what has it now.
    onLeave()
    item.onSelect()
  }
  return (
    <div
      role="menuitem"
      tabIndex={-1}
      data-part="menu-item"
      data-tone={item.tone}
      aria-disabled={why === undefined ? undefined : true}
      onClick={select}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return
        event.preventDefault()
        // The key that opened the menu and is still down chooses nothing.
        if (!event.repeat) select()
      }}
      onPointerMove={focusUnderPointer}
    >
      {item.icon}
      <span data-part="menu-item-text">
        {item.label}
        {why !== undefined && <span data-part="menu-item-hint">{why}</span>}
      </span>
    </div>
  )
}

/** One entry is marked, by the mouse or by the keys, not two. */
function focusUnderPointer({ currentTarget, pointerType }: PointerEvent<HTMLElement>) {
  if (pointerType === 'mouse' && document.activeElement !== currentTarget) {
    currentTarget.focus({ preventScroll: true })
  }
}

function entriesOf(menu: HTMLElement): HTMLElement[] {
  return Array.from(menu.querySelectorAll<HTMLElement>('[role="menuitem"]'))
}

/** Where a key leads; past the end it begins again. */
function walk(entries: HTMLElement[], key: string): HTMLElement | undefined {
  const here = entries.findIndex((entry) => entry === document.activeElement)
  if (key === 'ArrowDown') return entries[(here + 1) % entries.length]
  if (key === 'ArrowUp') return entries.at(here < 0 ? -1 : here - 1)
  if (key === 'Home') return entries[0]
  return key === 'End' ? entries.at(-1) : undefined
}

/** Milliseconds after which a letter begins a new search. */
const PAUSE = 700

/** Finds the entry that begins with what is typed; a letter again and again leads from one to the next. */
function useTypeahead(items: readonly MenuItem[]) {
  const typed = useRef({ text: '', at: 0 })
  return (entries: HTMLElement[], event: KeyboardEvent): HTMLElement | undefined => {
    const { key, timeStamp, ctrlKey, metaKey, altKey } = event
    if (key.length !== 1 || ctrlKey || metaKey || altKey) return undefined
    const before = timeStamp - typed.current.at < PAUSE ? typed.current.text : ''
    const text = before === key ? key : before + key
    typed.current = { text, at: timeStamp }
    const here = entries.findIndex((entry) => entry === document.activeElement)
    // What is typed on may still be the entry that has the focus; a first letter is the next one's.
    const from = text.length > 1 ? Math.max(here, 0) : here + 1
    const found = items.flatMap(({ label }, index) => (beginsWith(label, text) ? [index] : []))
    return entries[found.find((index) => index >= from) ?? found[0] ?? -1]
  }
}

function beginsWith(label: string, text: string): boolean {
  return label.toLocaleLowerCase().startsWith(text.toLocaleLowerCase())
}
