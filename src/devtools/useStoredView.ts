'use client'

import { useState } from 'react'

export const TABS = ['session', 'requests', 'queries', 'permissions', 'emulator'] as const
export type Tab = (typeof TABS)[number]

/** What is to be seen of the devtools. */
export interface View {
  isOpen: boolean
  tab: Tab
}

const ITEM = 'orgportal-devtools'

/** The view as it was left in this browser tab, where signing in often loads the page again. */
export function useStoredView(initial: View): [View, (view: View) => void] {
  const [view, setView] = useState(() => ({ ...initial, ...storedView() }))
  return [
    view,
    (next) => {
      setView(next)
      store(next)
    },
  ]
}

function storedView(): View | undefined {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(ITEM) ?? 'null')
    return isView(stored) ? stored : undefined
  } catch {
    // No storage here, or somebody else's item: it begins anew.
    return undefined
  }
}

function store(view: View): void {
  try {
    sessionStorage.setItem(ITEM, JSON.stringify(view))
  } catch {
    // A frame without storage: the view lasts as long as the page.
  }
}

function isView(value: unknown): value is View {
  return (
    typeof value === 'object' &&
    value !== null &&
    'isOpen' in value &&
    typeof value.isOpen === 'boolean' &&
    'tab' in value &&
    TABS.some((tab) => tab === value.tab)
  )
}
