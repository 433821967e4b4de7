'use client'
import type { ComponentPropsWithoutRef, MouseEvent } from 'react'
import { Link } from '../ui/Link.tsx'
import type { LocationChange } from './location.ts'
import { usePortalLocation } from './usePortalLocation.ts'

export interface PlaceLinkProps extends Omit<ComponentPropsWithoutRef<'a'>, 'href' | 'onClick'> {
  /** What of the place changes when it is followed. */
  to: LocationChange
  /** Before it is followed here; not when it opens elsewhere. */
  onFollow?: (() => void) | undefined
}

/** A link to another place of the part: a plain click goes there, any other click does what the browser does with links. */
export function PlaceLink({ to, onFollow, ...props }: PlaceLinkProps) {
  const { navigate, href } = usePortalLocation()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) {
      return
    }
    event.preventDefault()
    onFollow?.()
    navigate(to)
  }
  // Without an address it cannot be opened elsewhere, but is followed by click and Enter all the same.
  return <Link href={href(to) ?? '#'} onClick={follow} {...props} />
}
