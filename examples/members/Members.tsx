import { AdminPortalMemberManagement, type MembersConfig } from 'orgportal/components'
import 'orgportal/styles.css'

const config: MembersConfig = {
  getRoleDisplayName: ({ role_id }) => (role_id === 'stytch_admin' ? 'Administrator' : role_id),
  inviteRedirectURL: 'https://app.example/join',
  organizationSettingsURL: '/settings/organization',
}

export function Members() {
  return <AdminPortalMemberManagement config={config} />
}
