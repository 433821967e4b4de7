import type { NamedRoleSource } from '../hooks/roleSources.ts'

/** Where a role comes from, in words. */
export function roleSourceText(source: NamedRoleSource): string {
  switch (source.type) {
    case 'direct_assignment':
      return 'assigned directly'
    case 'email_assignment':
      return `everybody at ${source.email_domain}`
    case 'sso_connection':
      return `SSO connection ${source.connection_name}`
    case 'sso_connection_group':
      return `group ${source.group} of SSO connection ${source.connection_name}`
    case 'scim_connection_group':
      return `SCIM group ${source.group_name} of ${source.connection_name}`
    case 'viewed':
      return 'looked through'
    case 'other':
      return 'a source that this version does not know'
  }
}
