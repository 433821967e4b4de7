import { useMemo } from 'react'
import * as magicLinksEmailMutations from '../../../hooks/magicLinksEmailMutations.ts'
import * as organizationMembersMutations from '../../../hooks/organizationMembersMutations.ts'
import * as sessionMutations from '../../../hooks/sessionMutations.ts'
import { useWriteMany } from '../../../hooks/useWriteMany.ts'
import { useMembersConfig } from '../MembersConfig.ts'
import { directRolesAfter, type MemberAction, type RunMember } from './memberAction.ts'

/** Sends the write of an action for one member after the other, and says when the lists may show it. */
export interface MemberWrites {
  send: (action: MemberAction, member: RunMember) => Promise<unknown>
  settle: () => void
}

/**
 * The writes behind the actions on many members.
 *
 * @rbac stytch.member update.settings.roles, delete, create, revoke-sessions: what each action needs
 */
export function useMemberWrites(): MemberWrites {
  const { inviteTemplateId, inviteRedirectURL } = useMembersConfig()
  const update = useWriteMany(organizationMembersMutations.update)
  const remove = useWriteMany(organizationMembersMutations.delete)
  const reactivate = useWriteMany(organizationMembersMutations.reactivate)
  const invite = useWriteMany(magicLinksEmailMutations.invite)
  const revokeSessions = useWriteMany(sessionMutations.revokeForMember)
  return useMemo(
    () => ({
      send: (action, member) => {
        const { member_id, email_address } = member
        switch (action.type) {
          case 'addRoles':
          case 'removeRoles':
          case 'restoreRoles':
            return update.send({ member_id, roles: directRolesAfter(action, member) })
          case 'deactivate':
          case 'revokeInvitations':
            return remove.send(member_id)
          case 'reactivate':
            return reactivate.send(member_id)
          case 'resendInvitations':
            return invite.send({
              email_address,
              ...(inviteTemplateId && { invite_template_id: inviteTemplateId }),
              ...(inviteRedirectURL && { invite_redirect_url: inviteRedirectURL }),
            })
          case 'revokeSessions':
            return revokeSessions.send({ member_id })
        }
      },
      settle: () => {
        for (const write of [update, remove, reactivate, invite, revokeSessions]) write.settle()
      },
    }),
    [update, remove, reactivate, invite, revokeSessions, inviteTemplateId, inviteRedirectURL],
  )
}
