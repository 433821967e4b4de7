'use client'
import { useCallback } from 'react'
import type { Member } from '../../../client/types.ts'
import { Table } from '../../ui/Table.tsx'
import { memberLabel } from '../../portal/memberLabel.ts'
import { useMemberColumns } from './useMemberColumns.tsx'
import type { MemberListModel, MemberListState } from './useMemberListModel.ts'
import type { MemberRowActions } from './useMemberRowActions.ts'
import { useMembersMessages } from '../useMembersMessages.ts'
import { useMembersNavigation } from '../useMembersNavigation.ts'
import type { MembersViewer } from '../useMembersViewer.ts'

export interface MemberListTableProps {
  page: Extract<MemberListState, { type: 'page' }>
  model: Pick<MemberListModel, 'view' | 'selection' | 'busy'>
  viewer: MembersViewer
  actions: MemberRowActions
  /** Before one goes to a member's page from here. */
  onLeave: (member: Member) => void
}

/** The members of one page, as a grid that arrow keys walk through. */
export function MemberListTable({ page, model, viewer, actions, onLeave }: MemberListTableProps) {
  const { list: messages } = useMembersMessages()
  const { to, go } = useMembersNavigation()
  const view = useCallback(
    (member: Member) => {
      onLeave(member)
      go({ type: 'member', memberId: member.member_id })
    },
    [go, onLeave],
  )
  const columns = useMemberColumns({
    view: model.view,
    viewer,
    to,
    actions,
    onLeave,
    onView: view,
  })
  const { selection } = model
  return (
    <Table
      caption={messages.caption}
      columns={columns}
      rows={page.members}
      getKey={memberId}
      interaction="grid"
      density={model.view.density}
      rowsAreLinks
      stale={page.stale}
      busy={model.busy}
      selection={
        mayChangeMany(viewer)
          ? {
              isSelected: selection.isSelected,
              toggle: selection.toggle,
              page: selection.page,
              togglePage: selection.togglePage,
              labelOf: (member) => messages.select(memberLabel(member)),
              headerLabel: messages.selectPage,
            }
          : undefined
      }
    />
  )
}

const memberId = (member: Member) => member.member_id

/** Who may do nothing to many has nothing to select them for. */
function mayChangeMany({ access: { others } }: MembersViewer): boolean {
  return !(others.roles && others.delete && others.create && others.revokeSessions)
}
