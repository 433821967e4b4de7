'use client'
import { isApiError, isNetworkError } from '../../../client/errors.ts'
import { Callout } from '../../ui/Callout.tsx'
import { ErrorDetails } from '../../ui/ErrorState.tsx'
import { diagnose } from './diagnose.ts'
import { HowFar } from './HowFar.tsx'
import { LastPage } from './LastPage.tsx'
import { Remedy } from './Remedy.tsx'
import type { TestOutcome } from './testOutcome.ts'
import { useSsoTestMessages } from './useSsoTestMessages.ts'
import type { TestPlace } from './useTestPlace.ts'

export interface FailedTestProps {
  outcome: Exclude<TestOutcome, { type: 'passed' }>
  place: TestPlace
}

/** A test that failed: how far it got, and what to do. */
export function FailedTest({ outcome, place }: FailedTestProps) {
  const { failed } = useSsoTestMessages()
  switch (outcome.type) {
    case 'refused':
      return <Refused error={outcome.error} place={place} />
    case 'not-begun':
      return (
        <Callout tone="danger" title={failed.notBegun}>
          {failed.notBegunHint}
          <ErrorDetails error={outcome.error} />
        </Callout>
      )
    case 'no-return':
      return (
        <div data-part="sso-test">
          <Callout
            tone="warning"
            title={outcome.why === 'timed-out' ? failed.timedOut : failed.closed}
          />
          <LastPage place={place} />
        </div>
      )
  }
}

/** The provider let somebody in, and the service did not. */
function Refused({ error, place }: { error: Error; place: TestPlace }) {
  const { failed } = useSsoTestMessages()
  if (isNetworkError(error)) {
    return (
      <Callout tone="danger" title={failed.unreachable}>
        {failed.unreachableHint(place.name)}
        <ErrorDetails error={error} />
      </Callout>
    )
  }
  const diagnosis = isApiError(error) ? diagnose(error.error_type, place) : null
  return (
    <div data-part="sso-test">
      <Callout tone="danger" title={failed.refused(place.name)}>
        {diagnosis === null && failed.unknown}
        <ErrorDetails error={error} />
      </Callout>
      <HowFar step={diagnosis?.step ?? 'let-in'} />
      {diagnosis && <Remedy cause={diagnosis.cause} place={place} />}
    </div>
  )
}
