import { AdminPortalSSO } from 'orgportal/components'
import { useNavigation } from '../shell/navigation.ts'
import type { Theme } from '../shell/useTheme.ts'
import { getRoleDisplayName } from './roleNames.ts'

/** Where test sign-ins come back to: the page of every sign-in, which knows them apart. */
const RETURN_URL = `${window.location.origin}/authenticate`

const CONFIG = {
  getRoleDisplayName,
  testLoginRedirectURL: RETURN_URL,
  testSignupRedirectURL: RETURN_URL,
}

/** Single sign-on of the organization, as `DirectorySyncPage` has its directory. */
export function SsoPage({ theme }: { theme: Theme }) {
  const { setUnsaved } = useNavigation()
  return (
    <>
      <h1 className="visually-hidden">Settings</h1>
      <AdminPortalSSO theme={theme} config={CONFIG} onUnsavedChange={setUnsaved} />
    </>
  )
}
