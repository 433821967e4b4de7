'use client'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { Row } from '../../ui/Row.tsx'
import { useValuesMessages } from './useValuesMessages.ts'

export interface StoredValueProps {
  label: string
  value: string
  /** Where nothing is stored. @default 'Not told yet' */
  none?: string | undefined
}

/** A row of what is stored, to be copied. */
export function StoredValue({ label, value, none }: StoredValueProps) {
  const { sourceCard } = useValuesMessages()
  return (
    <Row label={label}>
      {value === '' ? (
        (none ?? sourceCard.notTold)
      ) : (
        <span data-part="sso-stored">
          <code data-part="code">{value}</code>
          <CopyButton value={value} label={label} />
        </span>
      )}
    </Row>
  )
}
