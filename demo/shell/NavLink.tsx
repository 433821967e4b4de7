import type { MouseEvent, ReactNode } from 'react'
import { useNavigation, usePath } from './navigation.ts'

/** A link of the console's own navigation: the current page is marked, new tabs still work. */
export function NavLink({ to, children }: { to: string; children: ReactNode }) {
  const { navigate } = useNavigation()
  const current = usePath() === to

  function follow(event: MouseEvent<HTMLAnchorElement>) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0)
      return
    event.preventDefault()
    navigate(to)
  }

  return (
    <a className="nav-link" href={to} aria-current={current ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
