'use client'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { NewConnectionModel } from './useNewConnection.ts'
import { useSsoCreateMessages } from './useSsoCreateMessages.ts'

/** Which connection of which organization is shared. */
export function ExternalFields({ model }: { model: NewConnectionModel }) {
  const { external } = useSsoCreateMessages()
  const { ids, setIds, problems, swap } = model
  return (
    <>
      <Callout>{external.explanation}</Callout>
      <Field
        label={external.organization}
        hint={external.organizationHint}
        error={problems.organization && external.problems[problems.organization]}
      >
        <TextInput
          code
          required
          value={ids.organizationId}
          onValueChange={(organizationId) => setIds({ organizationId })}
        />
      </Field>
      <Field
        label={external.connection}
        hint={external.connectionHint}
        error={problems.connection && external.problems[problems.connection]}
      >
        <TextInput
          code
          required
          value={ids.connectionId}
          onValueChange={(connectionId) => setIds({ connectionId })}
        />
      </Field>
      {swap && (
        <div>
          <Button size="small" onClick={swap}>
            {external.swap}
          </Button>
        </div>
      )}
    </>
  )
}
