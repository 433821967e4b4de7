'use client'
import type { ReactNode } from 'react'
import { Steps } from './Steps.tsx'
import type { StepsProps } from './Steps.tsx'

export interface WizardProps extends StepsProps {
  /** The step that is open. */
  children: ReactNode
  /** Buttons at the foot: back at the left, on at the right. */
  footer?: ReactNode
}

/** Steps at the left, the open one beside them; one above the other where it is narrow. */
export function Wizard({ steps, label, onSelect, footer, children, ...props }: WizardProps) {
  return (
    <div data-part="wizard" {...props}>
      <Steps steps={steps} label={label} onSelect={onSelect} />
      <div data-part="wizard-main">
        <div data-part="wizard-step">{children}</div>
        {footer && <div data-part="wizard-footer">{footer}</div>}
      </div>
    </div>
  )
}
