'use client'
import type { Member } from '../../../client/types.ts'
import { Callout } from '../../ui/Callout.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { ChoiceCards } from '../../ui/ChoiceCards.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'
import type { MemberEmailEditor } from './useMemberEmail.ts'
import { useProfileMessages } from './useProfileMessages.ts'

/** The new address, and how it becomes the member's. */
export function MemberEmailForm({ member, editor }: { member: Member; editor: MemberEmailEditor }) {
  const { email } = useProfileMessages()
  const { ways, way, problem } = editor
  return (
    <>
      <Field label={email.change} hint={email.changeHint} error={problem && email.problem[problem]}>
        <TextInput
          type="email"
          value={editor.address}
          placeholder={member.email_address}
          onValueChange={editor.setAddress}
        />
      </Field>
      {ways.length > 1 ? (
        <ChoiceCards
          legend={email.way}
          layout="list"
          choices={ways.map((value) => ({
            value,
            title: email.ways[value].title,
            description: email.ways[value].hint,
          }))}
          value={way}
          onValueChange={editor.setWay}
        />
      ) : (
        <Callout title={email.ways.direct.title}>{email.onlyDirect}</Callout>
      )}
      {way === 'direct' && (
        <Checkbox
          label={email.free}
          hint={email.freeHint}
          checked={editor.freesFormer}
          onCheckedChange={editor.setFreesFormer}
        />
      )}
    </>
  )
}
