import { AdminPortalSSO, type SsoConfig } from 'orgportal/components'
import 'orgportal/styles.css'

const config: SsoConfig = {
  getRoleDisplayName: ({ role_id }) => (role_id === 'stytch_admin' ? 'Administrator' : role_id),
  testLoginRedirectURL: 'http://localhost:3000/authenticate',
  testSignupRedirectURL: 'http://localhost:3000/authenticate',
}

export function Sso() {
  return <AdminPortalSSO config={config} />
}
