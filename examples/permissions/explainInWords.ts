import type { HeldRole, NamedRoleSource, PermissionExplanation } from 'orgportal/hooks'

/** Why somebody may or may not do something, in a sentence. */
export function explainInWords(explanation: PermissionExplanation): string {
  const { reason, heldRoles, rolesThatGrant } = explanation
  const [held] = heldRoles
  switch (reason) {
    case 'granted':
      return `You may: ${held ? roleInWords(held) : 'a role of yours grants it'}.`
    case 'not-in-session':
      return held?.counts === 'with-sso'
        ? `You may once you sign in by SSO: ${roleInWords(held)}.`
        : 'You have just been given a role for this. It counts in a moment.'
    case 'no-role':
      return rolesThatGrant.length > 0
        ? `Ask for one of these roles: ${rolesThatGrant.map((role) => role.role_id).join(', ')}.`
        : 'No role allows this.'
    case 'signed-out':
      return 'Please sign in.'
    case 'loading':
      return 'One moment.'
    default:
      return 'This cannot be done here.'
  }
}

function roleInWords({ role_id, sources }: HeldRole): string {
  return `you are ${role_id}${sources[0] ? ` ${sourceInWords(sources[0])}` : ''}`
}

function sourceInWords(source: NamedRoleSource): string {
  switch (source.type) {
    case 'direct_assignment':
      return 'because somebody made you that'
    case 'email_assignment':
      return `by your address at ${source.email_domain}`
    case 'sso_connection':
      return `by signing in through ${source.connection_name}`
    case 'sso_connection_group':
      return `by the group ${source.group} of ${source.connection_name}`
    case 'scim_connection_group':
      return `by the group ${source.group_name} of ${source.connection_name}`
    case 'viewed':
      return 'while you look at the app as that role'
    case 'other':
      return 'by the directory'
  }
}
