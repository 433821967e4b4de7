'use client'
import { forwardRef, useId } from 'react'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { Heading } from './Heading.tsx'

export interface CardProps extends Omit<ComponentPropsWithoutRef<'section'>, 'title'> {
  title?: ReactNode
  /** One sentence. */
  description?: ReactNode
  /** Right of the title. */
  action?: ReactNode
  /** Buttons at the foot. */
  footer?: ReactNode
  /** @default 'neutral' */
  tone?: 'neutral' | 'danger' | undefined
}

/** A piece of the page with a name: title, one sentence, body, foot. */
export const Card = forwardRef<HTMLElement, CardProps>(function Card(
  { title, description, action, footer, tone = 'neutral', children, ...props },
  ref,
) {
  const id = useId()
  return (
    <section
      ref={ref}
      data-part="card"
      data-tone={tone}
      aria-labelledby={title ? id : undefined}
      {...props}
    >
      {title && (
        <header data-part="card-header">
          <div data-part="card-heading">
            <Heading data-part="card-title" id={id}>
              {title}
            </Heading>
            {description && <p data-part="card-description">{description}</p>}
          </div>
          {action && <div data-part="card-action">{action}</div>}
        </header>
      )}
      {children && <div data-part="card-body">{children}</div>}
      {footer && <footer data-part="card-footer">{footer}</footer>}
    </section>
  )
})
