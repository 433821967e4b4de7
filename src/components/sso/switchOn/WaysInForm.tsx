'use client'
import { RadioGroup } from '../../ui/ChoiceCards.tsx'
import { Field } from '../../ui/Field.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import type { OnlySsoModel } from './useOnlySso.ts'
import { useSwitchOnMessages } from './useSwitchOnMessages.ts'

const choices = ['all', 'besides', 'only'] as const

/** One of three, and for the middle one which methods. */
export function WaysInForm({ model }: { model: OnlySsoModel }) {
  const { only: messages } = useSwitchOnMessages()
  const { choice, choose, incomplete } = model
  return (
    <>
      <RadioGroup
        legend={messages.label}
        choices={choices.map((value) => ({
          value,
          title: messages.choices[value].title,
          description: messages.choices[value].hint,
        }))}
        value={choice?.ways ?? null}
        onValueChange={(ways) => choose({ ways })}
      />
      {choice?.ways === 'besides' && (
        <Field label={messages.methods} hint={incomplete && messages.methodsNeeded}>
          <MultiSelect
            options={Object.entries(messages.names).map(([value, label]) => ({ value, label }))}
            value={choice.methods}
            onValueChange={(methods) => choose({ methods })}
          />
        </Field>
      )}
    </>
  )
}
