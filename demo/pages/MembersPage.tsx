import { AdminPortalMemberManagement } from 'orgportal/components'
import { useNavigation } from '../shell/navigation.ts'
import type { Theme } from '../shell/useTheme.ts'
import { getRoleDisplayName } from './roleNames.ts'

const CONFIG = { getRoleDisplayName }

/** The members of the organization, as `DirectorySyncPage` has its directory. */
export function MembersPage({ theme }: { theme: Theme }) {
  const { setUnsaved } = useNavigation()
  return (
    <>
      <h1 className="visually-hidden">Settings</h1>
      <AdminPortalMemberManagement theme={theme} config={CONFIG} onUnsavedChange={setUnsaved} />
    </>
  )
}
