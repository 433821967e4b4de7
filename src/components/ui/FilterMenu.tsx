'use client'
import { useId, useState } from 'react'
import type { KeyboardEvent, MouseEvent } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { Button } from './Button.tsx'
import { ChevronDownIcon } from './icons.tsx'
import { Popover } from './Popover.tsx'
import { SearchField } from './SearchField.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface FilterOption {
  value: string
  label: string
  /** Under the label. */
  hint?: string | undefined
}

export interface FilterMenuProps {
  /** What is filtered by: `Status`. */
  label: string
  options: readonly FilterOption[]
  /** What is chosen; empty when it filters nothing. Values without an option are shown as they are. */
  value: readonly string[]
  /** At every choice: there is nothing to confirm. */
  onChange: (value: string[]) => void
  /** Several may be chosen; else one. @default false */
  multiple?: boolean | undefined
}

/** A button that says what is chosen, and its list: checkboxes, or radios where one is chosen. Long lists narrow by typing. */
export function FilterMenu({
  label,
  options,
  value,
  onChange,
  multiple = false,
  ...props
}: FilterMenuProps) {
  const messages = useUiMessages()
  const labels = value.map(
    (chosen) => options.find((option) => option.value === chosen)?.label ?? chosen,
  )
  return (
    <span data-part="filter" {...props}>
      <Popover
        label={label}
        initialFocus={FIRST}
        trigger={(trigger) => (
          <Button data-active={value.length > 0 || undefined} {...trigger}>
            <span data-part="filter-text">{messages.filter.button(label, labels)}</span>
            <ChevronDownIcon />
          </Button>
        )}
      >
        <FilterList
          label={label}
          options={options}
          value={value}
          onChange={onChange}
          multiple={multiple}
        />
      </Popover>
    </span>
  )
}

/** The search field, or the first checkbox, or the radio that is chosen. */
const FIRST =
  '[type="search"], [type="checkbox"], :checked, [role="radiogroup"]:not(:has(:checked)) input'
const SHORT = 8

function FilterList({ label, options, value, onChange, multiple }: Required<FilterMenuProps>) {
  const messages = useUiMessages()
  const id = useId()
  const [query, setQuery] = useState('')
  const all = withUnknown(options, value)
  const shown = narrow(all, query)
  const choose = (option: FilterOption, checked: boolean) => {
    if (!multiple) onChange([option.value])
    else if (checked) onChange([...value, option.value])
    else onChange(value.filter((kept) => kept !== option.value))
  }
  const clear = (event: MouseEvent) => {
    // The button goes with the choice.
    event.currentTarget.closest('[data-part="filter-list"]')?.querySelector('input')?.focus()
    onChange([])
  }
  return (
    <div data-part="filter-list" onKeyDownCapture={walk}>
      {all.length > SHORT && (
        <>
          <SearchField
            label={messages.filter.narrow(label)}
            placeholder={messages.picker.placeholder}
            value={query}
            onValueChange={setQuery}
          />
          <VisuallyHidden aria-live="polite">
            {query !== '' && messages.picker.results(shown.length)}
          </VisuallyHidden>
        </>
      )}
      <div data-part="filter-options" role={multiple ? 'group' : 'radiogroup'} aria-label={label}>
        {shown.map((option) => (
          <label key={option.value} data-part="option">
            <input
              type={multiple ? 'checkbox' : 'radio'}
              data-part={multiple ? 'checkbox' : 'radio'}
              name={id}
              checked={value.includes(option.value)}
              aria-describedby={option.hint ? hintId(id, option) : undefined}
              aria-labelledby={`${hintId(id, option)}-label`}
              onChange={(event) => choose(option, event.target.checked)}
            />
            <span data-part="option-text">
              <span data-part="text" id={`${hintId(id, option)}-label`}>
                {option.label}
              </span>
              {option.hint && (
                <span data-part="option-description" id={hintId(id, option)}>
                  {option.hint}
                </span>
              )}
            </span>
          </label>
        ))}
        {shown.length === 0 && <p data-part="listbox-empty">{messages.picker.none}</p>}
      </div>
      {value.length > 0 && (
        <Button variant="ghost" size="small" onClick={clear}>
          {messages.clear}
        </Button>
      )}
    </div>
  )
}

/** Arrows walk through the list, from the search field too; radios do it by themselves. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const down = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const { target, currentTarget } = event
  if (down === undefined || !(target instanceof HTMLInputElement) || target.type === 'radio') return
  const inputs = Array.from(currentTarget.querySelectorAll('input'))
  event.preventDefault()
  inputs[inputs.indexOf(target) + down]?.focus()
}

function hintId(id: string, option: FilterOption): string {
  return `${id}-${encodeURIComponent(option.value)}`
}

/** What is chosen can be dropped, though it is no option any more. */
function withUnknown(options: readonly FilterOption[], value: readonly string[]): FilterOption[] {
  const known = new Set(options.map((option) => option.value))
  const unknown = value.filter((chosen) => !known.has(chosen))
  return [...options, ...unknown.map((chosen) => ({ value: chosen, label: chosen }))]
}

function narrow(options: FilterOption[], query: string): FilterOption[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return options.filter(({ label, hint = '' }) => {
    const text = `${label} ${hint}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}
