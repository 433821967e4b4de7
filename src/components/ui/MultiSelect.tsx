'use client'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { useFieldControl } from './Field.tsx'
import { useFloating } from './floating.ts'
import { CheckIcon } from './icons.tsx'
import { Tag } from './Tag.tsx'
import { VisuallyHidden } from './VisuallyHidden.tsx'

export interface MultiSelectOption {
  value: string
  label: string
  /** Under the label. */
  description?: string | undefined
}

export interface MultiSelectProps {
  options: readonly MultiSelectOption[]
  /** The chosen values, in the order in which they are shown. Values without an option are shown as they are. */
  value: readonly string[]
  onValueChange: (value: string[]) => void
  placeholder?: string | undefined
  /** Its name where no `Field` is around it. */
  'aria-label'?: string | undefined
  /** What is shown when nothing matches. */
  empty?: ReactNode
  id?: string | undefined
  /** Several may be chosen. With `single` a choice replaces the one before and closes the list. @default 'multiple' */
  mode?: 'multiple' | 'single' | undefined
}

/**
 * Choose some of many: type to filter, arrows to walk, Enter to choose or drop, Backspace to drop the last one, Escape to
 * close. What is chosen stands before the text as tags.
 */
export function MultiSelect({
  options,
  value,
  onValueChange,
  placeholder,
  empty,
  mode = 'multiple',
  ...props
}: MultiSelectProps) {
  const { picker } = useUiMessages()
  const id = useId()
  const [query, setQuery] = useState('')
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [active, setActive] = useState(0)
  const [said, setSaid] = useState('')
  const box = useRef<HTMLDivElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  useFloating(anchor, list, { matchWidth: true })

  const labels = useMemo(
    () => new Map(options.map((option) => [option.value, option.label])),
    [options],
  )
  const matches = useMemo(() => filterOptions(options, query), [options, query])
  const selected = useMemo(() => new Set(value), [value])
  const labelOf = (candidate: string) => labels.get(candidate) ?? candidate
  const open = anchor !== null
  const activeIndex = Math.min(active, matches.length - 1)
  const activeOption = open ? matches[activeIndex] : undefined

  useEffect(() => {
    if (!open) return
    list.current?.querySelector('[data-active]')?.scrollIntoView({ block: 'nearest' })
  }, [open, activeIndex])

  const show = () => setAnchor(box.current)
  const close = () => {
    setAnchor(null)
    setQuery('')
    setActive(0)
  }
  const remove = (dropped: string) => {
    onValueChange(value.filter((kept) => kept !== dropped))
    setSaid(picker.removed(labelOf(dropped)))
    input.current?.focus()
  }
  const toggle = (option: MultiSelectOption) => {
    if (selected.has(option.value)) {
      remove(option.value)
      return
    }
    onValueChange(mode === 'single' ? [option.value] : [...value, option.value])
    setSaid(picker.added(option.label))
    setQuery('')
    if (mode === 'single') close()
  }
  const walk = (event: KeyboardEvent, index: number) => {
    event.preventDefault()
    if (!open) show()
    else setActive(Math.max(0, Math.min(index, matches.length - 1)))
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const last = value[value.length - 1]
    if (event.key === 'ArrowDown') walk(event, activeIndex + 1)
    else if (event.key === 'ArrowUp') walk(event, activeIndex - 1)
    else if (event.key === 'PageDown' && open) walk(event, activeIndex + 8)
    else if (event.key === 'PageUp' && open) walk(event, activeIndex - 8)
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && activeOption) {
      event.preventDefault()
      toggle(activeOption)
    } else if (event.key === 'Escape' && open) {
      event.preventDefault()
      event.stopPropagation()
      close()
    } else if (event.key === 'Backspace' && query === '' && last !== undefined) remove(last)
  }

  return (
    <div
      ref={box}
      data-part="multi-select"
      data-state={open ? 'open' : 'closed'}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close()
      }}
    >
      {value.map((chosen) => (
        <Tag key={chosen} onRemove={() => remove(chosen)}>
          {labelOf(chosen)}
        </Tag>
      ))}
      <input
        ref={input}
        type="text"
        role="combobox"
        data-part="multi-select-input"
        autoComplete="off"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={activeOption && optionId(id, activeOption)}
        placeholder={value.length === 0 ? (placeholder ?? picker.placeholder) : undefined}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value)
          setActive(0)
          show()
        }}
        onClick={show}
        onKeyDown={onKeyDown}
        {...useFieldControl(props)}
        {...props}
      />
      <div
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-multiselectable={mode === 'multiple'}
        aria-label={props['aria-label'] ?? placeholder ?? picker.placeholder}
        data-part="listbox"
        popover="manual"
        hidden={!open}
        tabIndex={-1}
      >
        {open &&
          matches.map((option, index) => (
            <Option
              key={option.value}
              id={optionId(id, option)}
              option={option}
              selected={selected.has(option.value)}
              active={index === activeIndex}
              onSelect={() => toggle(option)}
            />
          ))}
        {open && matches.length === 0 && (
          <div data-part="listbox-empty" role="option" aria-selected="false" aria-disabled="true">
            {empty ?? picker.none}
          </div>
        )}
      </div>
      <VisuallyHidden aria-live="polite">
        {said}
        {query !== '' && picker.results(matches.length)}
      </VisuallyHidden>
    </div>
  )
}

interface OptionProps {
  id: string
  option: MultiSelectOption
  selected: boolean
  active: boolean
  onSelect: () => void
}

function Option({ id, option, selected, active, onSelect }: OptionProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={selected}
      data-part="option"
      data-active={active || undefined}
      tabIndex={-1}
      onMouseDown={(event) => {
        // The focus stays in the text.
        event.preventDefault()
        if (event.button === 0) onSelect()
      }}
    >
      <span data-part="option-mark">{selected && <CheckIcon />}</span>
      <span data-part="option-text">
        {option.label}
        {option.description && <span data-part="option-description">{option.description}</span>}
      </span>
    </div>
  )
}

function optionId(listId: string, option: MultiSelectOption): string {
  return `${listId}-${encodeURIComponent(option.value)}`
}

/** Options that have every word of the query in label or description; those that begin with it come first. */
function filterOptions(
  options: readonly MultiSelectOption[],
  query: string,
): readonly MultiSelectOption[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const first = words[0]
  if (first === undefined) return options
  const found = options.filter((option) => {
    const text = `${option.label} ${option.description ?? ''}`.toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
  const starts = (option: MultiSelectOption) => option.label.toLocaleLowerCase().startsWith(first)
  return [...found.filter(starts), ...found.filter((option) => !starts(option))]
}
