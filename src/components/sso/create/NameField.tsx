'use client'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { NewConnectionModel } from './useNewConnection.ts'
import { useSsoCreateMessages } from './useSsoCreateMessages.ts'

/** What the connection is called. Nothing that is pasted is cut off; a name that is too long is refused in place. */
export function NameField({ model }: { model: NewConnectionModel }) {
  const { name, nameHint, nameProblem } = useSsoCreateMessages()
  const problem = model.nameProblem
  return (
    <Field
      label={name}
      hint={model.nameTaken ? nameProblem.taken : nameHint}
      error={
        problem &&
        (problem.type === 'empty'
          ? nameProblem.empty
          : nameProblem.tooLong(problem.length, problem.max))
      }
    >
      <TextInput value={model.name} onValueChange={model.setName} required />
    </Field>
  )
}
