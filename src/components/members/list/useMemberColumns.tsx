'use client'
import { useMemo } from 'react'
import type { Member } from '../../../client/types.ts'
import type { Column } from '../../ui/Table.tsx'
import type { ListView } from './listColumns.ts'
import { ListCell, NameCell } from './MemberListCells.tsx'
import { useMembersConfig, useMembersSlots } from '../MembersConfig.ts'
import { MemberRowMenu } from './MemberRowMenu.tsx'
import type { MemberRowActions } from './useMemberRowActions.ts'
import { useMembersMessages } from '../useMembersMessages.ts'
import type { MembersNavigation } from '../useMembersNavigation.ts'
import type { MembersViewer } from '../useMembersViewer.ts'

/** The columns of the list as the viewer likes them, then those of the host, then the actions. The same until one of them changes. */
export function useMemberColumns(input: {
  view: ListView
  viewer: MembersViewer
  to: MembersNavigation['to']
  actions: Pick<MemberRowActions, 'resend' | 'askStatus'>
  onLeave: (member: Member) => void
  onView: (member: Member) => void
}): Column<Member>[] {
  const { viewer, to, onLeave, onView } = input
  const { resend, askStatus } = input.actions
  const { columns: chosen } = input.view
  const { columns: names } = useMembersMessages()
  const { getLastSeen } = useMembersConfig()
  const { columns: slots } = useMembersSlots()
  return useMemo(() => {
    const actions = { resend, askStatus }
    const own = chosen
      .filter((id) => id !== 'lastSeen' || getLastSeen !== undefined)
      .filter((id) => id !== 'name')
      .map((id): Column<Member> => ({
        id,
        header: names[id],
        cell: (member) => <ListCell id={id} member={member} viewer={viewer} />,
      }))
    const hosts = (slots ?? []).map(({ id, header, cell }): Column<Member> => ({
      id: `host-${id}`,
      header,
      cell,
    }))
    return [
      {
        id: 'name',
        header: names.name,
        cell: (member) => (
          <NameCell
            member={member}
            own={member.member_id === viewer.memberId}
            to={to({ type: 'member', memberId: member.member_id })}
            onFollow={() => onLeave(member)}
          />
        ),
      },
      ...own,
      ...hosts,
      {
        id: 'actions',
        header: names.actions,
        hideHeader: true,
        align: 'end',
        width: '1px',
        cell: (member) => <MemberRowMenu {...{ member, viewer, actions, onView }} />,
      },
    ]
  }, [chosen, names, getLastSeen, slots, viewer, to, resend, askStatus, onLeave, onView])
}
