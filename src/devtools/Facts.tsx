import type { ReactNode } from 'react'

/** A heading with names and values under it. */
export function Facts({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <dl>{children}</dl>
    </section>
  )
}

export function Fact({ name, children }: { name: string; children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
