'use client'

import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { CopyButton } from './CopyButton.tsx'
import type { EmulatorControl } from '../testing/connectEmulator.ts'
import { matchesFilter, type RequestEvent, type RequestLog } from './requestLog.ts'
import { clockTime } from './timeText.ts'
import { useAction } from './useAction.ts'

interface RequestsTabProps {
  log: RequestLog
  control: EmulatorControl | undefined
}

/** Each request of the client, with what one tells its maker's support: the request id. */
export function RequestsTab({ log, control }: RequestsTabProps): ReactNode {
  const { entries, isPaused } = useSyncExternalStore(log.subscribe, log.getState)
  const [filter, setFilter] = useState('')
  const shown = entries.filter((entry) => matchesFilter(entry, filter))

  return (
    <>
      <div className="toolbar">
        <input
          type="search"
          aria-label="Filter requests"
          placeholder="Filter: scim 403"
          value={filter}
          onChange={(event) => {
            setFilter(event.target.value)
          }}
        />
        <button
          type="button"
          aria-pressed={isPaused}
          onClick={() => {
            log.setPaused(!isPaused)
          }}
        >
          Pause
        </button>
        <button type="button" onClick={log.clear}>
          Clear
        </button>
        <span className="muted" role="status">
          {shown.length === entries.length
            ? `${entries.length} requests`
            : `${shown.length} of ${entries.length} requests`}
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="empty">
          {entries.length > 0
            ? 'No request matches the filter.'
            : 'No request yet. What the client sends from now on is listed here.'}
        </p>
      ) : (
        <ul className="rows" aria-label="Requests, newest first">
          {shown.map((entry) => (
            <Request key={`${entry.id} ${entry.attempt}`} entry={entry} control={control} />
          ))}
        </ul>
      )}
    </>
  )
}

/** One that the client does not try again by itself. */
const FAILURE = {
  status: 400,
  error_type: 'bad_request',
  error_message: 'The devtools have let this request fail.',
}

function Request({
  entry,
  control,
}: {
  entry: RequestEvent
  control: EmulatorControl | undefined
}): ReactNode {
  const { method, path, status, errorType, requestId, attempt, durationMs, startedAt } = entry
  const fault = useAction()
  const isGood = status !== null && status < 400

  return (
    <li className="request" data-tone={isGood ? 'good' : 'bad'}>
      <span className="status">{status ?? 'failed'}</span>
      <span className="mono grow">
        <b>{method}</b> {path}
      </span>
      <span className="muted number">
        {Math.round(durationMs)} ms · {clockTime(startedAt)}
      </span>
      <span className="details">
        {errorType !== null && <span className="mono error-type">{errorType}</span>}
        {attempt > 1 && <span className="chip">attempt {attempt}</span>}
        {requestId !== null && (
          <>
            <span className="mono muted clip">{requestId}</span>
            <CopyButton text={requestId} what="request id" />
          </>
        )}
        {control && (
          <button
            type="button"
            className="small"
            disabled={fault.isBusy}
            onClick={() => {
              fault.run(() => control.faults.add({ method, path: `*${path}`, ...FAILURE }))
            }}
          >
            Fail next <span className="hidden">{`${method} ${path}`}</span>
          </button>
        )}
        {fault.failure !== null && <span role="alert">{fault.failure}</span>}
      </span>
    </li>
  )
}
