'use client'
import { useState } from 'react'
import { Button } from '../../ui/Button.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { EyeIcon } from '../../ui/icons.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { Finding } from '../reading/finding.ts'
import { SourceField } from './SourceField.tsx'
import { useValuesMessages } from './useValuesMessages.ts'

export interface SecretFieldProps {
  label: string
  value: string
  onValueChange: (value: string) => void
  /** One is stored; it is never shown, and stays unless another is typed. */
  isStored: boolean
  findings: readonly Finding[]
}

/** The client secret: masked as it is typed, and once it is stored only replaced. */
export function SecretField(props: SecretFieldProps) {
  const { label, value, onValueChange, isStored, findings } = props
  const { oidc } = useValuesMessages()
  const [isReplacing, setReplacing] = useState(false)
  const [isShown, setShown] = useState(false)

  if (isStored && !isReplacing && value === '') {
    return (
      <div data-part="field">
        <span data-part="label">{label}</span>
        <span data-part="sso-secret">
          {oidc.secretStored}
          <Button
            size="small"
            aria-label={`${oidc.secretReplace}: ${label}`}
            onClick={() => setReplacing(true)}
          >
            {oidc.secretReplace}
          </Button>
        </span>
      </div>
    )
  }
  return (
    <SourceField label={label} hint={oidc.secretHint} findings={findings}>
      {(control) => (
        <span data-part="sso-secret">
          <TextInput
            {...control}
            code
            // What begins by a click goes on in the field.
            ref={isReplacing && value === '' ? focus : undefined}
            type={isShown ? 'text' : 'password'}
            autoComplete="new-password"
            data-1p-ignore
            value={value}
            onValueChange={onValueChange}
          />
          <IconButton
            label={isShown ? oidc.secretHide : oidc.secretShow}
            icon={<EyeIcon />}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          />
          {isStored && (
            <Button
              size="small"
              onClick={() => {
                onValueChange('')
                setReplacing(false)
              }}
            >
              {oidc.secretKeep}
            </Button>
          )}
        </span>
      )}
    </SourceField>
  )
}

const focus = (input: HTMLInputElement | null) => input?.focus()
