'use client'
import { useId, useRef } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { IconButton } from './IconButton.tsx'
import { CloseIcon, SearchIcon } from './icons.tsx'

export interface SearchFieldProps {
  /** What is searched: `Search members`. Shown in the empty field where there is no placeholder. */
  label: string
  value: string
  /** At every key: to wait for a pause is the caller's. */
  onValueChange: (value: string) => void
  /** How it searches; below it, and read with it. */
  hint?: string | undefined
  placeholder?: string | undefined
  /** An answer is on its way. */
  busy?: boolean | undefined
}

/** One line to search by, with a button that clears it; Escape clears it too. */
export function SearchField({
  label,
  value,
  onValueChange,
  hint,
  placeholder = label,
  busy = false,
  ...props
}: SearchFieldProps) {
  const { clear } = useUiMessages()
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div data-part="search-field" {...props}>
      <div data-part="search-box" data-state={busy ? 'busy' : 'ready'}>
        <SearchIcon />
        <input
          ref={input}
          type="search"
          data-part="input"
          aria-label={label}
          aria-describedby={hint ? id : undefined}
          aria-busy={busy || undefined}
          placeholder={placeholder}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={value}
          onChange={(event) => onValueChange(event.target.value)}
          onKeyDownCapture={(event) => {
            if (event.key !== 'Escape' || value === '') return
            // While there is something to clear it closes nothing around it: told before surfaces hear of it.
            event.preventDefault()
            event.stopPropagation()
            onValueChange('')
          }}
        />
        {value !== '' && (
          <IconButton
            size="small"
            label={clear}
            icon={<CloseIcon />}
            onClick={() => {
              onValueChange('')
              input.current?.focus()
            }}
          />
        )}
      </div>
      {hint && (
        <p data-part="hint" id={id}>
          {hint}
        </p>
      )}
    </div>
  )
}
