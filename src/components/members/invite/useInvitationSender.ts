import { useCallback, useMemo } from 'react'
import * as magicLinksEmailMutations from '../../../hooks/magicLinksEmailMutations.ts'
import { useMagicLinksEmailInvite } from '../../../hooks/magicLinks.ts'
import {
  useOrganizationMembersCreate,
  useOrganizationMembersReactivate,
} from '../../../hooks/organizationMembers.ts'
import * as organizationMembersMutations from '../../../hooks/organizationMembersMutations.ts'
import { useWriteMany } from '../../../hooks/useWriteMany.ts'
import type { InvitationRequest } from './invitationDraft.ts'

export interface InvitationSender {
  /** Sends one; lists of members follow at once. */
  sendOne: (request: InvitationRequest) => Promise<unknown>
  /** Sends one of many; lists follow with `settle`. */
  sendOneOfMany: (request: InvitationRequest) => Promise<unknown>
  settle: () => void
}

/** The three ways in which somebody comes to be a member, one at a time or many. */
export function useInvitationSender(): InvitationSender {
  const { mutateAsync: invite } = useMagicLinksEmailInvite()
  const { mutateAsync: add } = useOrganizationMembersCreate()
  const { mutateAsync: reactivate } = useOrganizationMembersReactivate()
  const inviteMany = useWriteMany(magicLinksEmailMutations.invite)
  const addMany = useWriteMany(organizationMembersMutations.create)
  const reactivateMany = useWriteMany(organizationMembersMutations.reactivate)

  const sendOne = useCallback(
    (request: InvitationRequest) => sendBy(request, { invite, add, reactivate }),
    [invite, add, reactivate],
  )
  return useMemo(
    () => ({
      sendOne,
      sendOneOfMany: (request) =>
        sendBy(request, {
          invite: inviteMany.send,
          add: addMany.send,
          reactivate: reactivateMany.send,
        }),
      settle: () => {
        inviteMany.settle()
        addMany.settle()
        reactivateMany.settle()
      },
    }),
    [sendOne, inviteMany, addMany, reactivateMany],
  )
}

type Input<Type> = Extract<InvitationRequest, { type: Type }>

interface Ways {
  invite: (input: Input<'invite'>['input']) => Promise<unknown>
  add: (input: Input<'add'>['input']) => Promise<unknown>
  reactivate: (memberId: string) => Promise<unknown>
}

function sendBy(request: InvitationRequest, ways: Ways): Promise<unknown> {
  switch (request.type) {
    case 'invite':
      return ways.invite(request.input)
    case 'add':
      return ways.add(request.input)
    case 'reactivate':
      return ways.reactivate(request.memberId)
  }
}
