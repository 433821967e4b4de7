'use client'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { Field } from '../../ui/Field.tsx'
import type { Finding } from '../reading/finding.ts'
import { hasErrors } from '../reading/finding.ts'
import { Findings } from '../reading/Findings.tsx'

export interface SourceFieldProps {
  label: string
  hint?: ReactNode
  optional?: boolean | undefined
  findings: readonly Finding[]
  /** Puts right what can be. */
  onFix?: ((value: string) => void) | undefined
  /** The control, with what ties it to hint and findings. */
  children: (control: SourceControl) => ReactNode
}

export interface SourceControl {
  'aria-describedby': string
  'aria-invalid': true | undefined
}

/** A field with what was noticed in what is typed there. */
export function SourceField(props: SourceFieldProps) {
  const { label, hint, optional, findings, onFix, children } = props
  const id = useId()
  const control: SourceControl = {
    'aria-describedby': `${id}-findings ${id}-hint`,
    'aria-invalid': hasErrors(findings) || undefined,
  }
  return (
    <Field label={label} optional={optional}>
      {children(control)}
      <div data-part="hint" id={`${id}-hint`}>
        {hint}
      </div>
      <div data-part="sso-field-findings" id={`${id}-findings`}>
        <Findings findings={findings} onFix={onFix} />
      </div>
    </Field>
  )
}
