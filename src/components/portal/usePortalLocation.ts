import { createContext, useContext, useSyncExternalStore } from 'react'
import type { LocationChange, LocationParams } from './location.ts'
import type { LocationStore, NavigateOptions } from './locationStore.ts'

export const LocationContext = createContext<LocationStore | null>(null)

export interface PortalLocation {
  params: LocationParams
  /** Changes the named parameters. Asks first when something unsaved would be left. */
  navigate: (change: LocationChange, options?: NavigateOptions) => void
  /** The URL that `change` would lead to, for a link; undefined where the host's adapter knows none. */
  href: (change: LocationChange) => string | undefined
}

/**
 * Where the part is and how to go elsewhere.
 *
 * @throws {Error} outside of a `PortalRoot`
 */
export function usePortalLocation(): PortalLocation {
  const store = useContext(LocationContext)
  if (store === null) throw new Error('`usePortalLocation` must be used within `PortalRoot`')
  const params = useSyncExternalStore(store.subscribe, store.get, onServer)
  return { params, navigate: store.navigate, href: store.href }
}

/** A server knows no address; a browser that takes its markup over begins there too, and then moves. */
const onServer = () => NOWHERE
const NOWHERE: LocationParams = {}
