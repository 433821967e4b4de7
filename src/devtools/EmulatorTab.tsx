'use client'

import { useEffect, useMemo, useSyncExternalStore, type ReactNode } from 'react'
import { useOrgportalClient } from '../hooks/useOrgportalClient.ts'
import type { EmulatorControl } from '../testing/connectEmulator.ts'
import { createEmulatorView } from './emulatorView.ts'
import { Faults } from './Faults.tsx'
import { Inbox } from './Inbox.tsx'
import { Personas } from './Personas.tsx'
import type { RequestLog } from './requestLog.ts'
import { Surroundings } from './Surroundings.tsx'
import { useAction } from './useAction.ts'

interface EmulatorTabProps {
  control: EmulatorControl
  log: RequestLog
}

/** What the sections do: run something against the emulator, then see what has become of it. */
export type Act = (action: () => Promise<unknown>) => void

/** The emulator's latency, faults, clock, data, people and inbox. */
export function EmulatorTab({ control, log }: EmulatorTabProps): ReactNode {
  const client = useOrgportalClient()
  const view = useMemo(() => createEmulatorView(control), [control])
  const { state, inbox, failure } = useSyncExternalStore(view.subscribe, view.getView)
  const action = useAction()

  // Each request of the page may have sent a mail or met a fault.
  useEffect(() => {
    void view.refresh()
    return client.onRequest(() => void view.refresh())
  }, [client, view])

  const act: Act = (change) => {
    action.run(async () => {
      try {
        await change()
      } finally {
        await view.refresh()
      }
    })
  }
  const alarm = action.failure ?? failure

  return (
    <>
      <div className="toolbar">
        <span className="mono muted grow">{control.url}</span>
        <button
          type="button"
          onClick={() => {
            act(() => Promise.resolve())
          }}
        >
          Refresh
        </button>
      </div>
      {alarm !== null && (
        <p role="alert" className="alarm">
          {alarm}
        </p>
      )}
      {state && (
        <fieldset className="plain" disabled={action.isBusy} aria-label="Emulator">
          <Surroundings state={state} control={control} act={act} />
          <Faults faults={state.faults} control={control} log={log} act={act} />
          <Personas personas={state.personas} control={control} act={act} />
          <Inbox messages={inbox} control={control} act={act} />
        </fieldset>
      )}
    </>
  )
}
