import { useCallback, useEffect, useRef, useState } from 'react'
import { useSsoTest, type SsoTestAttempt } from '../../../hooks/useSsoTest.ts'
import { useAnnounce } from '../../ui/LiveRegion.tsx'
import type { SsoConnection } from '../connections.ts'
import { useSsoConfig } from '../SsoConfig.ts'
import { openTestWindow } from './openTestWindow.ts'
import { readPassed, type TestOutcome } from './testOutcome.ts'
import type { TestWindow } from './testWindow.ts'
import { useSsoTestMessages } from './useSsoTestMessages.ts'
import { useTestResults } from './useTestResults.ts'

/** Where the test of a connection stands. */
export type TestRun =
  | { state: 'idle'; outcome: TestOutcome | null }
  /** The browser did not let the window open. */
  | { state: 'blocked' }
  /** Somebody signs in there. `gone`: the window cannot be seen any more, though it may be open still. */
  | { state: 'waiting'; gone: boolean }
  /** It came back; what it brought is being looked at. */
  | { state: 'checking' }

export interface TestSignInModel {
  run: TestRun
  /** Opens the window. To be called in a click, or the browser blocks it. */
  start: () => void
  focus: () => void
  cancel: () => void
}

/**
 * The model of the test sign-in: a window of its own, a client of its own, and what came of both. The session, the cookies
 * and the store of whoever is signed in here stay as they are.
 */
export function useTestSignIn(connection: SsoConnection): TestSignInModel {
  const { connection_id } = connection
  const messages = useSsoTestMessages()
  const announce = useAnnounce()
  const config = useSsoConfig()
  const begin = useSsoTest()
  const { results, record } = useTestResults()
  const [running, setRunning] = useState<Exclude<TestRun, { state: 'idle' }> | null>(null)
  const current = useRef<{ window: TestWindow; attempt: SsoTestAttempt | null } | null>(null)

  const end = useCallback(() => {
    current.current?.window.close()
    current.current?.attempt?.dispose()
    current.current = null
  }, [])
  // Whoever leaves the screen has no place where the outcome could appear.
  useEffect(() => end, [end])

  const start = () => {
    end()
    const opened = (config.openTestWindow ?? openTestWindow)(messages.opening)
    if (!opened) {
      setRunning({ state: 'blocked' })
      return
    }
    const test: NonNullable<typeof current.current> = { window: opened, attempt: null }
    current.current = test
    setRunning({ state: 'waiting', gone: false })
    announce(messages.said.waiting)

    const isOver = () => current.current !== test
    const finish = (outcome: TestOutcome) => {
      if (isOver()) return
      end()
      setRunning(null)
      record(connection_id, outcome)
      announce(
        outcome.type === 'passed'
          ? messages.said.passed(outcome.memberLabel)
          : messages.said.failed,
      )
    }
    const fail = (type: 'not-begun' | 'refused', error: unknown) =>
      finish({ type, at: Date.now(), error: asError(error) })
    const check = async (attempt: SsoTestAttempt) => {
      const returned = await opened.returned
      if (isOver()) return
      if (returned.type === 'timed-out') {
        finish({ type: 'no-return', at: Date.now(), why: returned.type })
        return
      }
      setRunning({ state: 'checking' })
      try {
        const { answer, ended } = await attempt.finish(returned.token)
        finish({ type: 'passed', at: Date.now(), ended, ...readPassed(answer, connection) })
      } catch (error) {
        fail('refused', error)
      }
    }
    void opened.gone.then(() => {
      if (isOver()) return
      setRunning((now) => (now?.state === 'waiting' ? { state: 'waiting', gone: true } : now))
      announce(messages.said.gone)
    })
    begin({
      connection_id,
      leave: (url) => isOver() || opened.go(url),
      ...(config.testLoginRedirectURL && { login_redirect_url: config.testLoginRedirectURL }),
      ...(config.testSignupRedirectURL && { signup_redirect_url: config.testSignupRedirectURL }),
    }).then(
      (attempt) => {
        if (isOver()) {
          attempt.dispose()
          return
        }
        test.attempt = attempt
        void check(attempt)
      },
      (error: unknown) => fail('not-begun', error),
    )
  }

  const cancel = () => {
    const gone = running?.state === 'waiting' && running.gone
    end()
    setRunning(null)
    if (gone) record(connection_id, { type: 'no-return', at: Date.now(), why: 'closed' })
    announce(messages.said.cancelled)
  }

  return {
    run: running ?? { state: 'idle', outcome: results.get(connection_id) ?? null },
    start,
    focus: () => current.current?.window.focus(),
    cancel,
  }
}

const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown))
