'use client'
import type { Member } from '../../../client/types.ts'
import { useUiMessages } from '../../i18n/useUiMessages.ts'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { writeClipboard } from '../../ui/writeClipboard.ts'
import { invitesSetting } from '../invite/invitesSetting.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import { statusChange } from '../status/statusChange.ts'
import type { MemberRowActions } from './useMemberRowActions.ts'
import { useMembersMessages } from '../useMembersMessages.ts'
import type { MembersViewer } from '../useMembersViewer.ts'

export interface MemberRowMenuProps {
  member: Member
  viewer: MembersViewer
  actions: Pick<MemberRowActions, 'resend' | 'askStatus'>
  onView: (member: Member) => void
}

/** What can be done to one member from the list; what is denied stays in the menu and says why. */
export function MemberRowMenu({ member, viewer, actions, onView }: MemberRowMenuProps) {
  const { actionsFor } = useUiMessages()
  const { actions: messages } = useMembersMessages()
  const toast = useToast()
  const access = viewer.accessTo(member.member_id)
  const change = statusChange(member)
  const copy = async () => {
    const copied = await writeClipboard(member.email_address)
    toast({ text: copied ? messages.copied(member.email_address) : messages.copyFailed })
  }
  const items: MenuItem[] = [
    { id: 'view', label: messages.view, onSelect: () => onView(member) },
    { id: 'copy', label: messages.copyEmail, onSelect: () => void copy() },
  ]
  if (member.status === 'invited' || member.status === 'pending') {
    const invitesAreOff = invitesSetting(viewer.organization).type === 'nobody'
    items.push({
      id: 'resend',
      label: messages.resend,
      denied: viewer.access.others.create,
      reason: invitesAreOff ? messages.resendOff : undefined,
      onSelect: () => actions.resend(member),
    })
  }
  if (change !== null) {
    items.push({
      id: change,
      label: messages[change],
      tone: change === 'reactivate' ? 'neutral' : 'danger',
      denied: change === 'reactivate' ? access.create : access.delete,
      onSelect: () => actions.askStatus(member),
    })
  }
  return <Menu label={actionsFor(memberLabel(member))} items={items} />
}
