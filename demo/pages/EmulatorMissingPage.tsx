import { EMULATOR_URL } from '../environment.ts'

/** The demo has no backend but the emulator; without it there is nothing to sign in to. */
export function EmulatorMissingPage({
  checking,
  onRetry,
}: {
  checking: boolean
  onRetry: () => void
}) {
  return (
    <main className="centered">
      <section className="card narrow" role="alert">
        <h1>The emulator is not running</h1>
        <p>
          This demo talks to the orgportal emulator at <code>{EMULATOR_URL}</code>, and nothing
          answers there. Start both with
        </p>
        <pre>
          <code>npm start</code>
        </pre>
        <p>or the emulator alone with</p>
        <pre>
          <code>npx orgportal emulator --port {new URL(EMULATOR_URL).port || '80'}</code>
        </pre>
        <p className="muted">This page looks again every two seconds.</p>
        <button type="button" className="button" aria-busy={checking} onClick={onRetry}>
          Look again now
        </button>
      </section>
    </main>
  )
}
