'use client'
import { useState } from 'react'
import { RadioGroup } from '../../ui/ChoiceCards.tsx'
import { Field } from '../../ui/Field.tsx'
import { Textarea } from '../../ui/Textarea.tsx'
import { diagnose, testSteps, usualCauses, type TestStep } from './diagnose.ts'
import { HowFar } from './HowFar.tsx'
import { Remedy } from './Remedy.tsx'
import { useSsoTestMessages } from './useSsoTestMessages.ts'
import type { TestPlace } from './useTestPlace.ts'

/** What the window showed last: by a choice, or better by the text of the page, which is looked through here only. */
export function LastPage({ place }: { place: TestPlace }) {
  const { lastPage } = useSsoTestMessages()
  const [chosen, setChosen] = useState<TestStep | null>(null)
  const [text, setText] = useState('')
  const diagnosis = text.trim() === '' ? null : diagnose(text, place)
  const step = diagnosis?.step ?? chosen
  const causes = diagnosis ? [diagnosis.cause] : step ? usualCauses(step, place.protocol) : []
  return (
    <div data-part="sso-last-page">
      <RadioGroup
        legend={lastPage.legend}
        choices={testSteps.map((id) => ({ value: id, title: lastPage[id] }))}
        value={step}
        onValueChange={setChosen}
      />
      <Field label={lastPage.paste} hint={lastPage.pasteHint} optional>
        <Textarea code rows={3} value={text} onValueChange={setText} />
      </Field>
      <div data-part="sso-last-page-found" role="status">
        {diagnosis && lastPage.found(diagnosis.sign)}
        {text.trim() !== '' && !diagnosis && lastPage.unrecognized}
      </div>
      {step && <HowFar step={step} />}
      {causes.length > 1 && <p data-part="sso-last-page-usual">{lastPage.usual}</p>}
      {causes.map((cause) => (
        <Remedy key={cause} cause={cause} place={place} />
      ))}
    </div>
  )
}
