'use client'

import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react'
import { useOrgportalClient } from '../hooks/useOrgportalClient.ts'
import { useSessionStatus } from '../hooks/useSessionSnapshot.ts'
import { connectEmulator, type EmulatorAccess } from '../testing/connectEmulator.ts'
import type { OrgportalDevtoolsProps } from './OrgportalDevtools.tsx'
import { Panel } from './Panel.tsx'
import { createRequestLog } from './requestLog.ts'
import { useStoredView } from './useStoredView.ts'
import { ViewAsBanner } from './ViewAsBanner.tsx'

interface DevtoolsProps {
  emulator: EmulatorAccess | undefined
  initialOpen: boolean
  position: NonNullable<OrgportalDevtoolsProps['position']>
}

/** Listens from the start, so that the panel knows what happened before it was opened. */
export function Devtools({ emulator, initialOpen, position }: DevtoolsProps): ReactNode {
  const client = useOrgportalClient()
  const status = useSessionStatus()
  const [log] = useState(createRequestLog)
  const control = useMemo(() => (emulator ? connectEmulator(emulator) : undefined), [emulator])
  const [view, setView] = useStoredView({ isOpen: initialOpen, tab: 'session' })
  const [isOpenedByHand, setOpenedByHand] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  const panelId = useId()

  useEffect(() => client.onRequest(log.add), [client, log])

  function setOpen(isOpen: boolean) {
    setOpenedByHand(isOpen)
    setView({ ...view, isOpen })
    if (!isOpen) toggle.current?.focus()
  }

  return (
    <aside className="devtools" data-position={position} aria-label="orgportal devtools">
      {view.isOpen && (
        <Panel
          id={panelId}
          log={log}
          control={control}
          tab={view.tab}
          takesFocus={isOpenedByHand}
          onTab={(tab) => {
            setView({ ...view, tab })
          }}
          onClose={() => {
            setOpen(false)
          }}
        />
      )}
      <div className="dock">
        <button
          ref={toggle}
          type="button"
          className="toggle"
          data-status={status}
          aria-expanded={view.isOpen}
          aria-controls={view.isOpen ? panelId : undefined}
          aria-label={view.isOpen ? 'Close orgportal devtools' : 'Open orgportal devtools'}
          onClick={() => {
            setOpen(!view.isOpen)
          }}
        >
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M5 21V7a7 7 0 0 1 14 0v14M9.5 21V8a2.5 2.5 0 0 1 5 0v13M3 21h18" />
          </svg>
        </button>
        <ViewAsBanner />
      </div>
    </aside>
  )
}
