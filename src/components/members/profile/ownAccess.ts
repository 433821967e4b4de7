import { memberActions, type MemberAction } from '../useMembersAccess.ts'

/** Whether these roles allow something; `allows` of a compiled policy answers so. */
type Allows = (roleIds: readonly string[], resource: string, action: string) => boolean

/** What a change of one's own roles takes away of the member management. */
export function ownAccessLost(
  allows: Allows,
  before: readonly string[],
  after: readonly string[],
): MemberAction[] {
  return ALL.filter((action) => {
    const can = (roleIds: readonly string[]) =>
      allows(roleIds, 'stytch.member', memberActions[action])
    return can(before) && !can(after)
  })
}

const ALL: readonly MemberAction[] = [
  'search',
  'roles',
  'create',
  'delete',
  'revokeSessions',
  'name',
  'email',
  'unlinkRetiredEmail',
  'untrustedMetadata',
  'breakglass',
  'mfaEnrolled',
  'defaultMfaMethod',
  'mfaPhone',
  'deleteMfaPhone',
  'deleteTotp',
  'deletePassword',
  'connectedApps',
  'revokeConnectedApp',
]
