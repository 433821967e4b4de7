import { AdminPortalSCIM } from 'orgportal/components'
import { useNavigation } from '../shell/navigation.ts'
import type { Theme } from '../shell/useTheme.ts'
import { getRoleDisplayName } from './roleNames.ts'

const CONFIG = { getRoleDisplayName }

/**
 * All that a product writes to have the portal: the part, its theme and, here, names for its own roles, and a navigation
 * that asks before something unsaved is left.
 */
export function DirectorySyncPage({ theme }: { theme: Theme }) {
  const { setUnsaved } = useNavigation()
  return (
    <>
      <h1 className="visually-hidden">Settings</h1>
      <AdminPortalSCIM theme={theme} config={CONFIG} onUnsavedChange={setUnsaved} />
    </>
  )
}
