'use client'

import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { EmulatorControl } from '../testing/connectEmulator.ts'
import { EmulatorTab } from './EmulatorTab.tsx'
import { PermissionsTab } from './PermissionsTab.tsx'
import { QueriesTab } from './QueriesTab.tsx'
import type { RequestLog } from './requestLog.ts'
import { RequestsTab } from './RequestsTab.tsx'
import { SessionTab } from './SessionTab.tsx'
import { TABS, type Tab } from './useStoredView.ts'

interface PanelProps {
  id: string
  log: RequestLog
  control: EmulatorControl | undefined
  tab: Tab
  /** It was opened just now by whoever sits there, and so takes the focus. */
  takesFocus: boolean
  onTab: (tab: Tab) => void
  onClose: () => void
}

const NAMES: Record<Tab, string> = {
  session: 'Session',
  requests: 'Requests',
  queries: 'Queries',
  permissions: 'Permissions',
  emulator: 'Emulator',
}

/** The tabs, of which one is there at a time. Arrow keys go from tab to tab, Escape closes. */
export function Panel(props: PanelProps): ReactNode {
  const { id, control, takesFocus, onTab, onClose } = props
  const panel = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const tabs = TABS.filter((name) => name !== 'emulator' || control)
  const tab = tabs.includes(props.tab) ? props.tab : 'session'

  useEffect(() => {
    if (takesFocus) list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus()
  }, [takesFocus])

  useEffect(() => {
    const element = panel.current
    const onEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape' && !emptiesSearch(event)) onClose()
    }
    element?.addEventListener('keydown', onEscape)
    return () => element?.removeEventListener('keydown', onEscape)
  }, [onClose])

  function onTabKey(event: KeyboardEvent) {
    const next = nextTab(tabs, tab, event.key)
    if (!next) return
    event.preventDefault()
    onTab(next)
    list.current?.querySelector<HTMLElement>(`[data-tab="${next}"]`)?.focus()
  }

  return (
    <div
      ref={panel}
      id={id}
      className="panel"
      role="dialog"
      aria-label="orgportal devtools"
      tabIndex={-1}
    >
      <h2 className="hidden">orgportal devtools</h2>
      <header>
        <div
          ref={list}
          role="tablist"
          aria-label="orgportal devtools"
          tabIndex={-1}
          onKeyDown={onTabKey}
        >
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`${id}-${name}`}
              data-tab={name}
              aria-selected={name === tab}
              aria-controls={`${id}-content`}
              tabIndex={name === tab ? 0 : -1}
              onClick={() => {
                onTab(name)
              }}
            >
              {NAMES[name]}
            </button>
          ))}
        </div>
        <button type="button" className="close" aria-label="Close" onClick={onClose}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="m4 4 8 8m0-8-8 8" />
          </svg>
        </button>
      </header>
      <div
        id={`${id}-content`}
        className="content"
        role="tabpanel"
        aria-label={NAMES[tab]}
        tabIndex={-1}
      >
        <TabContent {...props} tab={tab} />
      </div>
    </div>
  )
}

function TabContent({ tab, log, control }: PanelProps): ReactNode {
  switch (tab) {
    case 'session':
      return <SessionTab />
    case 'requests':
      return <RequestsTab log={log} control={control} />
    case 'queries':
      return <QueriesTab />
    case 'permissions':
      return <PermissionsTab />
    case 'emulator':
      return control && <EmulatorTab control={control} log={log} />
  }
}

/** In a search field Escape first takes back what was searched for. */
const emptiesSearch = ({ target }: Event) =>
  target instanceof HTMLInputElement && target.type === 'search' && target.value !== ''

function nextTab(tabs: readonly Tab[], tab: Tab, key: string): Tab | undefined {
  const here = tabs.indexOf(tab)
  switch (key) {
    case 'ArrowRight':
      return tabs[(here + 1) % tabs.length]
    case 'ArrowLeft':
      return tabs.at(here - 1)
    case 'Home':
      return tabs[0]
    case 'End':
      return tabs.at(-1)
    default:
      return undefined
  }
}
