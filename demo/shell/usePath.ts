import { useSyncExternalStore } from 'react'

/** The page that the address names. Only the path: the portal keeps its own state in the query string. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname)
}

/** Goes to another page of the console without loading the document again. */
export function navigate(path: string): void {
  if (!mayLeave()) return
  window.history.pushState(null, '', path)
  window.dispatchEvent(new PopStateEvent('popstate'))
}

/**
 * The portal, like any page with unsaved work, asks the browser to hold the visitor back (`beforeunload`). A router that
 * never unloads the document has to put that question itself.
 */
function mayLeave(): boolean {
  const unsaved = !window.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  return !unsaved || window.confirm('Leave this page? What is not saved here is lost.')
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  return () => window.removeEventListener('popstate', listener)
}
