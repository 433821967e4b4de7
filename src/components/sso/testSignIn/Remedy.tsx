'use client'
import { Instruction } from '../guides/Instructions.tsx'
import { consoleHint, type ConsoleHints, type TestCause } from './diagnose.ts'
import { useSsoTestMessages } from './useSsoTestMessages.ts'
import type { TestPlace } from './useTestPlace.ts'

/** What was wrong, how it is mended, and where that is in the provider's console. */
export function Remedy({ cause, place }: { cause: TestCause; place: TestPlace }) {
  const { causes, consoles, where } = useSsoTestMessages()
  const { title, fix } = causes[cause]
  const hints: ConsoleHints = consoles
  const hint = consoleHint(hints, cause, place)
  return (
    <div data-part="sso-remedy" data-cause={cause}>
      <p data-part="sso-remedy-title">{title}</p>
      <p>{fix}</p>
      {hint !== undefined && (
        <p data-part="sso-remedy-place">
          <span data-part="sso-remedy-console">{where(place.name)}</span>
          <Instruction text={hint} />
        </p>
      )}
    </div>
  )
}
