import { createContext, useContext, useMemo, useRef, useSyncExternalStore } from 'react'

/** The console's own router, and what it has to know of the portal: whether leaving would lose something. */
export interface Navigation {
  /** Goes to another page of the console without loading the document again, unless the visitor stays. */
  navigate: (path: string) => void
  /** For `onUnsavedChange` of the portal. */
  setUnsaved: (unsaved: boolean) => void
  /** True when nothing would be lost, or the visitor agrees. */
  mayLeave: () => boolean
}

export const NavigationContext = createContext<Navigation | null>(null)

export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext)
  if (navigation === null) throw new Error('`useNavigation` must be used within the console')
  return navigation
}

/** The page that the address names. Only the path: the portal keeps its own state in the query string. */
export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname)
}

/** The one navigation of the console. A router that never unloads the document has to put the question itself. */
export function useCreateNavigation(): Navigation {
  const unsaved = useRef(false)
  return useMemo(() => {
    const mayLeave = () =>
      !unsaved.current || window.confirm('Leave this page? What is not saved here is lost.')
    return {
      mayLeave,
      setUnsaved: (now) => {
        unsaved.current = now
      },
      navigate: (path) => {
        if (!mayLeave()) return
        window.history.pushState(null, '', path)
        window.dispatchEvent(new PopStateEvent('popstate'))
      },
    }
  }, [])
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener)
  return () => window.removeEventListener('popstate', listener)
}
