'use client'
import { formatList } from '../../i18n/format.ts'
import { useLocale } from '../../portal/PortalContext.ts'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Card } from '../../ui/Card.tsx'
import { Skeleton, SkeletonGroup } from '../../ui/Skeleton.tsx'
import { activationItems } from '../connection/activation.ts'
import type { SsoConnection } from '../connections.ts'
import type { GuideId } from '../providers.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { FailedTest } from './FailedTest.tsx'
import { LastPage } from './LastPage.tsx'
import { PassedTest } from './PassedTest.tsx'
import { useSsoTestMessages } from './useSsoTestMessages.ts'
import { useTestPlace, type TestPlace } from './useTestPlace.ts'
import { useTestSignIn, type TestSignInModel } from './useTestSignIn.ts'

export interface TestSignInProps {
  connection: SsoConnection
  viewer: SsoViewer
  /** Where the API does not tell which provider it is. */
  guide?: GuideId | undefined
}

/** Tests a connection by a real sign-in in a window of its own, and says what came of it. */
export function TestSignIn({ connection, viewer, guide }: TestSignInProps) {
  const messages = useSsoTestMessages()
  const test = useTestSignIn(connection)
  const place = useTestPlace(connection, guide)
  const { run, start } = test
  const isActive = connection.status === 'active'
  const tested = run.state === 'idle' && run.outcome !== null
  return (
    <Card
      title={messages.title}
      description={messages.hint}
      data-state={run.state}
      action={
        isActive &&
        run.state === 'idle' && (
          <Button size="small" variant={tested ? 'secondary' : 'primary'} onClick={start}>
            {tested ? messages.again : messages.start}
          </Button>
        )
      }
    >
      {isActive ? (
        <Run {...{ test, connection, viewer, place }} />
      ) : (
        <Inactive connection={connection} />
      )}
    </Card>
  )
}

interface RunProps {
  test: TestSignInModel
  connection: SsoConnection
  viewer: SsoViewer
  place: TestPlace
}

function Run({ test, connection, viewer, place }: RunProps) {
  const { blocked, waiting, gone, checking, again } = useSsoTestMessages()
  const { run, start, focus, cancel } = test
  switch (run.state) {
    case 'idle': {
      const { outcome } = run
      if (outcome === null) return null
      if (outcome.type === 'passed') return <PassedTest {...{ connection, viewer, outcome }} />
      return <FailedTest {...{ outcome, place }} />
    }
    case 'blocked':
      return (
        <Callout
          tone="warning"
          announce="alert"
          title={blocked.title}
          actions={
            <Button size="small" onClick={start}>
              {blocked.retry}
            </Button>
          }
        >
          {blocked.hint}
        </Callout>
      )
    case 'waiting':
      return (
        <div data-part="sso-test">
          <Callout
            tone={run.gone ? 'warning' : 'info'}
            title={run.gone ? gone.title : waiting.title}
            actions={
              <>
                {run.gone ? (
                  <Button size="small" onClick={start}>
                    {again}
                  </Button>
                ) : (
                  <Button size="small" onClick={focus}>
                    {waiting.focus}
                  </Button>
                )}
                <Button size="small" variant="ghost" onClick={cancel}>
                  {waiting.cancel}
                </Button>
              </>
            }
          >
            {run.gone ? gone.hint : waiting.hint}
          </Callout>
          {run.gone && <LastPage place={place} />}
        </div>
      )
    case 'checking':
      return (
        <SkeletonGroup label={checking}>
          <Skeleton />
          <Skeleton />
        </SkeletonGroup>
      )
  }
}

function Inactive({ connection }: { connection: SsoConnection }) {
  const { inactive } = useSsoTestMessages()
  const locale = useLocale()
  const missing = activationItems(connection).filter(({ there }) => !there)
  const names = missing.map(({ id }) => inactive.names[id])
  return (
    <Callout title={inactive.title}>
      {inactive.hint}
      {names.length > 0 && <p>{inactive.missing(formatList(locale, names))}</p>}
    </Callout>
  )
}
