'use client'
import * as RadixDialog from '@radix-ui/react-dialog'
import { useRef } from 'react'
import type { ReactNode } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { usePortal } from '../portal/PortalContext.ts'
import { HeadingLevel } from './Heading.tsx'
import { CloseIcon } from './icons.tsx'
import { IconButton } from './IconButton.tsx'

/* Brings Radix: import this file only from files that are loaded lazily (see lazyWhenOpen). */

export interface DialogProps {
  open: boolean
  /** Asked for by Escape, a click beside it, or the cross. */
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  /** Buttons at the foot; the one that goes on comes last. */
  footer?: ReactNode
  /** False where something would be lost by a stray click: Escape and clicks beside it do nothing. @default true */
  dismissible?: boolean | undefined
  /** What gets the focus first, by CSS selector within the dialog. @default the first control of the body */
  initialFocus?: string | undefined
  /** What gets the focus afterwards where that which opened the dialog is gone. */
  returnFocus?: (() => HTMLElement | null) | undefined
  /** `wide` for tables and wizards. @default 'regular' */
  size?: 'regular' | 'wide' | undefined
  children?: ReactNode
}

/** A modal dialog; a sheet from the bottom on small screens. Focus stays in it and goes back where it was. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  footer,
  dismissible = true,
  initialFocus = '[data-part="dialog-body"] :is(input, select, textarea, button, a[href])',
  returnFocus,
  size = 'regular',
  children,
  ...props
}: DialogProps) {
  const { layer } = usePortal()
  const messages = useUiMessages()
  const opener = useRef<HTMLElement | null>(null)
  const content = useRef<HTMLDivElement>(null)

  const refuse = (event: Event) => {
    if (!dismissible) event.preventDefault()
  }
  return (
    <RadixDialog.Root open={open} onOpenChange={onOpenChange}>
      <RadixDialog.Portal container={layer ?? null}>
        <RadixDialog.Overlay data-part="dialog-overlay" />
        <RadixDialog.Content
          ref={content}
          data-part="dialog"
          data-size={size}
          {...(!description && { 'aria-describedby': undefined })}
          onOpenAutoFocus={(event) => {
            opener.current =
              document.activeElement instanceof HTMLElement ? document.activeElement : null
            const target = content.current?.querySelector<HTMLElement>(initialFocus)
            if (!target) return
            event.preventDefault()
            target.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            const before = opener.current
            if (before?.isConnected && before !== document.body) before.focus()
            else returnFocus?.()?.focus()
          }}
          onEscapeKeyDown={(event) => {
            // The innermost layer goes first: an open list or popover within the dialog.
            if (
              content.current?.querySelector(
                '[aria-expanded="true"]:is([role="combobox"], [aria-haspopup])',
              )
            ) {
              event.preventDefault()
            }
            refuse(event)
          }}
          onPointerDownOutside={refuse}
          onInteractOutside={refuse}
          {...props}
        >
          <header data-part="dialog-header">
            <RadixDialog.Title data-part="dialog-title">{title}</RadixDialog.Title>
            {dismissible && (
              <RadixDialog.Close asChild>
                <IconButton size="small" label={messages.close} icon={<CloseIcon />} />
              </RadixDialog.Close>
            )}
          </header>
          <div data-part="dialog-body">
            {description && (
              <RadixDialog.Description data-part="dialog-description" asChild>
                <div>{description}</div>
              </RadixDialog.Description>
            )}
            <HeadingLevel value={3}>{children}</HeadingLevel>
          </div>
          {footer && <footer data-part="dialog-footer">{footer}</footer>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  )
}
