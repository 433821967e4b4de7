import { createContext, useContext } from 'react'

export type PortalTheme = 'light' | 'dark' | 'auto'

/** What every component below a portal root may need to know about it. */
export interface PortalEnvironment {
  theme: PortalTheme
  /** BCP 47 tag for dates, numbers and lists. */
  locale: string
  /** Where dialogs, menus and toasts are put. Undefined until mounted: then `document.body`. */
  layer: HTMLElement | undefined
}

/** Dates read `21 Nov 2026`, as the English texts do. */
export const DEFAULT_LOCALE = 'en-GB'

export const PortalContext = createContext<PortalEnvironment>({
  theme: 'auto',
  locale: DEFAULT_LOCALE,
  layer: undefined,
})

export function usePortal(): PortalEnvironment {
  return useContext(PortalContext)
}

/** The locale for Intl. */
export function useLocale(): string {
  return useContext(PortalContext).locale
}
