import { AdminPortalSCIM } from 'orgportal/components'
import { useNavigation } from '../shell/navigation.ts'
import type { Theme } from '../shell/useTheme.ts'

const ROLE_NAMES: Record<string, string> = {
  stytch_admin: 'Administrator',
  stytch_member: 'Member',
  it_admin: 'IT administrator',
  people_manager: 'People manager',
  auditor: 'Auditor',
  engineer: 'Engineer',
  billing_admin: 'Billing administrator',
  viewer: 'Viewer',
  fleet_operator: 'Fleet operator',
}

const CONFIG = {
  getRoleDisplayName: (role: { role_id: string }) => ROLE_NAMES[role.role_id] ?? role.role_id,
}

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
