'use client'
import { useId } from 'react'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { ErrorIcon } from './icons.tsx'

export interface Choice<Value extends string = string> {
  value: Value
  title: ReactNode
  description?: ReactNode
  /** A logo or icon before the title. */
  media?: ReactNode
  disabled?: boolean | undefined
}

export interface ChoiceCardsProps<Value extends string = string> extends Omit<
  ComponentPropsWithoutRef<'fieldset'>,
  'onChange'
> {
  legend: ReactNode
  hint?: ReactNode
  error?: ReactNode
  choices: readonly Choice<Value>[]
  /** Null: nothing chosen yet. */
  value: Value | null
  onValueChange: (value: Value) => void
  /** `list` is a plain radio group. @default 'cards' */
  layout?: 'cards' | 'list' | undefined
}

/** One of a few, each on a card that can be explained: native radios, so arrows and forms work as everywhere. */
export function ChoiceCards<Value extends string>({
  legend,
  hint,
  error,
  choices,
  value,
  onValueChange,
  layout = 'cards',
  ...props
}: ChoiceCardsProps<Value>) {
  const id = useId()
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <fieldset
      data-part="choices"
      data-layout={layout}
      data-state={error ? 'invalid' : 'valid'}
      aria-describedby={describedBy || undefined}
      {...props}
    >
      <legend data-part="legend">{legend}</legend>
      {hint && (
        <p data-part="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div data-part="choice-list">
        {choices.map((choice) => (
          <label key={choice.value} data-part="choice">
            <input
              type="radio"
              data-part="radio"
              name={id}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              aria-labelledby={`${id}-${choice.value}-title`}
              aria-describedby={choice.description ? `${id}-${choice.value}` : undefined}
              onChange={() => onValueChange(choice.value)}
            />
            {choice.media && <span data-part="choice-media">{choice.media}</span>}
            <span data-part="choice-text">
              <span data-part="choice-title" id={`${id}-${choice.value}-title`}>
                {choice.title}
              </span>
              {choice.description && (
                <span data-part="choice-description" id={`${id}-${choice.value}`}>
                  {choice.description}
                </span>
              )}
            </span>
          </label>
        ))}
      </div>
      <div data-part="field-errors" aria-live="polite">
        {error && (
          <p data-part="field-error" id={`${id}-error`}>
            <ErrorIcon />
            <span data-part="text">{error}</span>
          </p>
        )}
      </div>
    </fieldset>
  )
}

export type RadioGroupProps<Value extends string = string> = Omit<ChoiceCardsProps<Value>, 'layout'>

/** The same without cards. */
export function RadioGroup<Value extends string>(props: RadioGroupProps<Value>) {
  return <ChoiceCards layout="list" {...props} />
}
