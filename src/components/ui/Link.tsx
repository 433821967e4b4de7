'use client'
import { forwardRef } from 'react'
import type { ComponentPropsWithoutRef } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { ExternalIcon } from './icons.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface LinkProps extends ComponentPropsWithoutRef<'a'> {
  /** Opens in a new tab, and says so. */
  external?: boolean | undefined
}

export const Link = forwardRef<HTMLAnchorElement, LinkProps>(function Link(
  { external = false, children, ...props },
  ref,
) {
  const messages = useUiMessages()
  if (!external) {
    return (
      <a ref={ref} data-part="link" {...props}>
        {children}
      </a>
    )
  }
  return (
    <a ref={ref} data-part="link" target="_blank" rel="noreferrer" {...props}>
      {children}
      <ExternalIcon />
      <VisuallyHidden> ({messages.opensInNewTab})</VisuallyHidden>
    </a>
  )
})
