'use client'

import { useId, useSyncExternalStore, type FormEvent, type ReactNode } from 'react'
import type { Fault } from '../emulator/faults.ts'
import type { EmulatorControl } from '../testing/connectEmulator.ts'
import type { Act } from './EmulatorTab.tsx'
import type { RequestLog } from './requestLog.ts'

interface FaultsProps {
  faults: readonly Fault[]
  control: EmulatorControl
  log: RequestLog
  act: Act
}

const METHODS = ['GET', 'POST', 'PUT', 'DELETE']

/** What one often wants to see; any other status and error type can be written in their place. */
const ANSWERS = [
  '500 internal_server_error',
  '429 too_many_requests',
  '403 session_authorization_error',
  '401 session_not_found',
  'network',
]

/** Failures that the emulator answers with instead of the real thing. */
export function Faults({ faults, control, log, act }: FaultsProps): ReactNode {
  return (
    <section>
      <h3>Faults ({faults.length})</h3>
      <FaultForm
        log={log}
        onAdd={(fault) => {
          act(() => control.faults.add(fault))
        }}
      />
      {faults.length > 0 && (
        <ul className="rows" aria-label="Faults">
          {faults.map((fault, index) => (
            <li key={index}>
              <span className="chip" data-tone="bad">
                {fault.networkError ? 'no answer' : fault.status}
              </span>
              <span className="mono grow">
                <b>{fault.method ?? 'any'}</b> {fault.path}
              </span>
              <span className="muted">
                {fault.times === 0 ? 'until removed' : `${fault.times ?? 1}× left`}
              </span>
              <button
                type="button"
                className="small"
                onClick={() => {
                  act(() => control.faults.remove(index))
                }}
              >
                Remove{' '}
                <span className="hidden">
                  the fault for {fault.method} {fault.path}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

interface FaultFormProps {
  log: RequestLog
  onAdd: (fault: Fault) => void
}

function FaultForm({ log, onAdd }: FaultFormProps): ReactNode {
  const { entries } = useSyncExternalStore(log.subscribe, log.getState)
  const pathsId = useId()
  const answersId = useId()
  const paths = [...new Set(entries.map(({ path }) => `*${path}`))]

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    onAdd(faultOf(new FormData(event.currentTarget)))
  }

  return (
    <form className="fields" aria-label="Add a fault" onSubmit={submit}>
      <label>
        <span>Method</span>
        <select name="method" defaultValue="">
          <option value="">any</option>
          {METHODS.map((method) => (
            <option key={method}>{method}</option>
          ))}
        </select>
      </label>
      <label className="grow">
        <span>Path, * for anything</span>
        <input name="path" className="mono" required defaultValue="*/b2b/*" list={pathsId} />
        <datalist id={pathsId}>
          {paths.map((path) => (
            <option key={path} value={path} />
          ))}
        </datalist>
      </label>
      <label>
        <span>Answer</span>
        <input
          name="answer"
          className="mono"
          size={26}
          required
          pattern="[45]\d\d( \w+)?|network"
          title="A status from 400 to 599 with an error type, or: network"
          defaultValue={ANSWERS[0]}
          list={answersId}
        />
        <datalist id={answersId}>
          {ANSWERS.map((answer) => (
            <option key={answer} value={answer} />
          ))}
        </datalist>
      </label>
      <label>
        <span>Times, 0 for ever</span>
        <input name="times" type="number" min={0} max={10_000} required defaultValue={1} />
      </label>
      <button type="submit">Add fault</button>
    </form>
  )
}

function faultOf(form: FormData): Fault {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const method = text('method')
  const [status, error_type] = text('answer').split(' ')
  return {
    ...(status === 'network' ? { networkError: true } : { status: Number(status) }),
    ...(error_type && { error_type }),
    ...(method && { method }),
    path: text('path'),
    times: Number(text('times')),
  }
}
