import type { Denied } from '../../portal/denied.ts'
import type { MemberAccess } from '../useMembersAccess.ts'
import type { MemberActionType } from './memberAction.ts'

/** Why an action on others is denied to the viewer; undefined where it is allowed. */
export function actionDenied(action: MemberActionType, others: MemberAccess): Denied | undefined {
  switch (action) {
    case 'addRoles':
    case 'removeRoles':
    case 'restoreRoles':
      return others.roles
    case 'deactivate':
    case 'revokeInvitations':
      return others.delete
    case 'reactivate':
    case 'resendInvitations':
      return others.create
    case 'revokeSessions':
      return others.revokeSessions
  }
}
