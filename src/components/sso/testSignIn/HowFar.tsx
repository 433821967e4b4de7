'use client'
import { Steps, type Step } from '../../ui/Steps.tsx'
import { testSteps, type TestStep } from './diagnose.ts'
import { useSsoTestMessages } from './useSsoTestMessages.ts'

/** The steps of a sign-in, and the one that failed. */
export function HowFar({ step }: { step: TestStep }) {
  const { steps: words } = useSsoTestMessages()
  const at = testSteps.indexOf(step)
  const steps = testSteps.map((id, index): Step => ({
    id,
    title: words[id],
    state: index < at ? 'done' : index === at ? 'attention' : 'ahead',
  }))
  return <Steps label={words.label} steps={steps} />
}
