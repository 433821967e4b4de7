'use client'
import type { ReactNode } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { AlertIcon, CheckIcon } from './icons.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface Step {
  id: string
  title: ReactNode
  /** A few words under the title. */
  description?: ReactNode
  state: 'done' | 'here' | 'ahead' | 'attention'
  /** It cannot be opened yet. */
  disabled?: boolean | undefined
}

export interface StepsProps {
  steps: readonly Step[]
  /** What they lead to. @default 'Steps' */
  label?: string | undefined
  /** Without it the steps only show where one is. */
  onSelect?: ((id: string) => void) | undefined
}

/** The steps of a wizard with how far each is. The words for the state are read out, not only drawn. */
export function Steps({ steps, label, onSelect, ...props }: StepsProps) {
  const { steps: messages } = useUiMessages()
  return (
    <nav data-part="steps" aria-label={label ?? messages.label} {...props}>
      <ol data-part="step-list">
        {steps.map((step, index) => (
          <li key={step.id} data-part="step" data-state={step.state}>
            <StepBody step={step} onSelect={onSelect}>
              <span data-part="step-mark" aria-hidden="true">
                <StepMark state={step.state} number={index + 1} />
              </span>
              <span data-part="step-text">
                <span data-part="step-title">
                  {step.title}
                  <VisuallyHidden> ({messages[step.state]})</VisuallyHidden>
                </span>
                {step.description && <span data-part="step-description">{step.description}</span>}
              </span>
            </StepBody>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function StepMark({ state, number }: { state: Step['state']; number: number }) {
  if (state === 'done') return <CheckIcon />
  if (state === 'attention') return <AlertIcon />
  return <>{number}</>
}

interface StepBodyProps {
  step: Step
  onSelect: ((id: string) => void) | undefined
  children: ReactNode
}

function StepBody({ step, onSelect, children }: StepBodyProps) {
  const current = step.state === 'here' ? 'step' : undefined
  if (onSelect === undefined) {
    return (
      <span data-part="step-body" aria-current={current}>
        {children}
      </span>
    )
  }
  return (
    <button
      type="button"
      data-part="step-body"
      aria-current={current}
      disabled={step.disabled}
      onClick={() => onSelect(step.id)}
    >
      {children}
    </button>
  )
}
