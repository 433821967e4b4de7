'use client'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { DeniedHint } from '../../ui/DeniedHint.tsx'
import { Field } from '../../ui/Field.tsx'
import { MultiSelect } from '../../ui/MultiSelect.tsx'
import { memberLabel } from '../../portal/memberLabel.ts'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import type { SsoViewer } from '../useSsoViewer.ts'
import { useBreakglassGift } from './useBreakglassGift.ts'
import type { LockOutState } from './useLockOut.ts'
import { useLockOutMessages } from './useLockOutMessages.ts'

export interface BreakglassGiverProps {
  state: LockOutState
  viewer: SsoViewer
  /** How many are named before the rest is only counted. */
  named: number
}

/** Who gets in whatever happens; or, where nobody does and it is asked for, a place to name somebody. */
export function BreakglassGiver({ state, viewer, named }: BreakglassGiverProps) {
  const { breakglass: messages, names } = useLockOutMessages()
  const { lockOut, demands, breakglass, members } = state
  const gift = useBreakglassGift(members)
  const denied = viewer.access.breakglass

  if (!demands.breakglass) {
    if (breakglass !== 'there' || lockOut.openToAll) return null
    const known = lockOut.breakglass.slice(0, named).map(({ label }) => label)
    return (
      <p data-part="hint" role="status">
        {gift.given !== null && `${messages.given(gift.given)} `}
        {known.length === 0
          ? messages.exists
          : messages.there(names(known, lockOut.breakglass.length - known.length))}
      </p>
    )
  }
  return (
    <Callout tone="warning" title={messages.title}>
      <p>{messages.hint}</p>
      <DeniedHint denied={denied} />
      {!denied && (
        <Field label={messages.pick}>
          <MultiSelect
            mode="single"
            placeholder={messages.placeholder}
            options={gift.candidates.map((member) => ({
              value: member.member_id,
              label: memberLabel(member),
              description: member.email_address,
            }))}
            value={gift.chosen === null ? [] : [gift.chosen]}
            onValueChange={([memberId]) => gift.choose(memberId ?? null)}
          />
        </Field>
      )}
      <Button
        denied={denied}
        busy={gift.busy}
        disabled={!denied && gift.chosen === null}
        onClick={gift.give}
      >
        {messages.give}
      </Button>
      <SaveFailed title={messages.failed} error={gift.error} />
    </Callout>
  )
}
