import { useId } from 'react'
import { usePush, type Dialect, type PushState } from './usePush.ts'

const NAMES: Record<Dialect, string> = { okta: 'Okta', 'microsoft-entra': 'Microsoft Entra' }

/** The identity provider of this demo: pushes sample users and groups by SCIM, request by request. */
export function PushFromDirectory() {
  const headingId = useId()
  const { state, push } = usePush()
  const busy = state.status === 'pushing'

  return (
    <section aria-labelledby={headingId}>
      <h3 id={headingId}>Directory</h3>
      <p className="muted">
        Speaks SCIM 2.0 to the connection’s base URL with its bearer token, as the real one would.
      </p>
      <div className="row">
        <button
          type="button"
          className="button"
          data-kind="primary"
          disabled={busy}
          onClick={() => void push('okta')}
        >
          Push sample users from Okta
        </button>
        <button
          type="button"
          className="button"
          disabled={busy}
          onClick={() => void push('microsoft-entra')}
        >
          As Microsoft Entra
        </button>
      </div>
      {state.status !== 'idle' && <Requests state={state} />}
      <p role="status">{summary(state)}</p>
      {state.status === 'failed' && (
        <p role="alert" className="error-text">
          {state.message}
        </p>
      )}
    </section>
  )
}

function Requests({ state }: { state: Exclude<PushState, { status: 'idle' }> }) {
  if (state.requests.length === 0) return null
  return (
    <ol className="push-log" reversed aria-label="SCIM requests, newest first">
      {[...state.requests.entries()].reverse().map(([index, request]) => (
        <li key={index} data-ok={request.status >= 200 && request.status < 400}>
          <span>{request.method}</span>
          <span className="path" title={request.path}>
            {request.path}
          </span>
          <span>{request.status}</span>
        </li>
      ))}
    </ol>
  )
}

function summary(state: PushState): string {
  switch (state.status) {
    case 'pushing':
      return `Pushing as ${NAMES[state.dialect]}: ${state.requests.length} requests so far`
    case 'done':
      return `${NAMES[state.dialect]} pushed ${state.users} users and ${state.groups} groups in ${state.requests.length} requests.`
    case 'failed':
    case 'idle':
      return ''
  }
}
