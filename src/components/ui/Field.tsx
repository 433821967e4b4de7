'use client'
import { createContext, useContext, useId } from 'react'
import type { ReactNode } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { ErrorIcon } from './icons.tsx'

interface FieldContextValue {
  id: string
  describedBy: string | undefined
  invalid: boolean
}

const FieldContext = createContext<FieldContextValue | null>(null)

export interface FieldProps {
  label: ReactNode
  /** Explains the field where its label may not be enough; read with it. */
  hint?: ReactNode
  /** What is wrong and how to right it. Marks the control as invalid. */
  error?: ReactNode
  /** Says "optional" beside the label. */
  optional?: boolean | undefined
  /** `row` puts the label left of the value, as in a settings card. @default 'stack' */
  layout?: 'stack' | 'row' | undefined
  /** One control of ui/: it takes id, description and validity from here. */
  children: ReactNode
}

/** Label, hint and error of one control. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  layout = 'stack',
  children,
  ...props
}: FieldProps) {
  const id = useId()
  const messages = useUiMessages()
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const invalid = isShown(error)
  const describedBy =
    [invalid && errorId, isShown(hint) && hintId].filter((part) => part !== false).join(' ') ||
    undefined
  return (
    <div
      data-part="field"
      data-layout={layout}
      data-state={invalid ? 'invalid' : 'valid'}
      {...props}
    >
      <div data-part="field-label">
        <label data-part="label" htmlFor={id}>
          {label}
        </label>
        {optional && <span data-part="optional"> {messages.optional}</span>}
      </div>
      <div data-part="field-control">
        <FieldContext.Provider value={{ id, describedBy, invalid }}>
          {children}
        </FieldContext.Provider>
        {isShown(hint) && (
          <p data-part="hint" id={hintId}>
            {hint}
          </p>
        )}
        <div data-part="field-errors" aria-live="polite">
          {invalid && (
            <p data-part="field-error" id={errorId}>
              <ErrorIcon />
              <span data-part="text">{error}</span>
            </p>
          )}
        </div>
      </div>
    </div>
  )
}

interface ControlProps {
  id?: string | undefined
  'aria-describedby'?: string | undefined
  'aria-invalid'?: React.AriaAttributes['aria-invalid']
}

/** What the field around a control gives it; the control's own props win. */
export function useFieldControl(props: ControlProps): ControlProps {
  const field = useContext(FieldContext)
  if (field === null) return {}
  return {
    id: props.id ?? field.id,
    'aria-describedby': props['aria-describedby'] ?? field.describedBy,
    'aria-invalid': props['aria-invalid'] ?? (field.invalid || undefined),
  }
}

function isShown(node: ReactNode): boolean {
  return node !== undefined && node !== null && node !== false && node !== ''
}
