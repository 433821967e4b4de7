'use client'
import {
  cleanDisplayName,
  DISPLAY_NAME_MAX,
  type DisplayNameProblem,
} from '../portal/displayName.ts'
import { Field } from '../ui/Field.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useScimMessages } from './useScimMessages.ts'

export interface DisplayNameFieldProps {
  value: string
  onValueChange: (text: string) => void
  problem: DisplayNameProblem | null
  layout?: 'stack' | 'row'
}

/** From here on the characters are counted under the field. */
const COUNTED_FROM = 100

/** The display name. Nothing that is pasted is cut off; a name that is too long is refused in place. */
export function DisplayNameField({
  value,
  onValueChange,
  problem,
  layout = 'stack',
}: DisplayNameFieldProps) {
  const messages = useScimMessages()
  const { length } = cleanDisplayName(value)
  return (
    <Field
      label={messages.create.name}
      layout={layout}
      hint={
        length >= COUNTED_FROM
          ? messages.nameCount(length, DISPLAY_NAME_MAX)
          : messages.create.nameHint
      }
      error={problem && nameProblemText(problem)}
    >
      <TextInput value={value} onValueChange={onValueChange} required />
    </Field>
  )

  function nameProblemText(found: DisplayNameProblem): string {
    return found.type === 'empty'
      ? messages.nameProblem.empty
      : messages.nameProblem.tooLong(found.length, found.max)
  }
}
