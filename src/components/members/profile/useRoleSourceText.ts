import type { NamedRoleSource } from '../../../hooks/roleSources.ts'
import { useProfileMessages } from './useProfileMessages.ts'

/** Puts the source of a role into words: `SCIM group Engineering of Okta SCIM`. */
export function useRoleSourceText(): (source: NamedRoleSource) => string {
  const { sources } = useProfileMessages().roles
  return (source) => {
    switch (source.type) {
      case 'direct_assignment':
        return sources.direct
      case 'email_assignment':
        return sources.email(source.email_domain)
      case 'sso_connection':
        return sources.sso(source.connection_name)
      case 'sso_connection_group':
        return sources.ssoGroup(source.group, source.connection_name)
      case 'scim_connection_group':
        return sources.scimGroup(source.group_name, source.connection_name)
      case 'viewed':
      case 'other':
        return sources.other
    }
  }
}
