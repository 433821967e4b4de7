'use client'
import { useCallback, useRef } from 'react'
import { KeptNotice } from '../../portal/KeptNotice.tsx'
import { PartFrame } from '../../portal/PartFrame.tsx'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import type { Member } from '../../../client/types.ts'
import { lazyWhenOpen } from '../../ui/lazyWhenOpen.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { InviteButton, InvitesOffHint } from './InviteButton.tsx'
import { MemberListBody } from './MemberListBody.tsx'
import { MemberListSelection } from './MemberListSelection.tsx'
import { MemberListToolbar } from './MemberListToolbar.tsx'
import { memberLabel } from '../../portal/memberLabel.ts'
import { useMembersSlots } from '../MembersConfig.ts'
import { useListAnnouncements } from './useListAnnouncements.ts'
import { useMemberListModel, type MemberListModel } from './useMemberListModel.ts'
import { useMemberRowActions } from './useMemberRowActions.ts'
import { useMembersMessages } from '../useMembersMessages.ts'
import { MembersStateScreen } from '../MembersStateScreen.tsx'
import { useSearchDenial } from '../useSearchDenial.ts'
import { useMembersNavigation } from '../useMembersNavigation.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { useReturnToRow } from './useReturnToRow.ts'

const RowStatusDialog = lazyWhenOpen(() =>
  import('./RowStatusDialog.tsx').then((file) => file.RowStatusDialog),
)

export interface MemberListScreenProps {
  viewer: MembersViewer
}

/** The members: search, filters, columns, pages, selection, and what can be done to one or to many. */
export function MemberListScreen({ viewer }: MemberListScreenProps) {
  const messages = useMembersMessages()
  const slots = useMembersSlots()
  const toast = useToast()
  const { go } = useMembersNavigation()
  const model = useMemberListModel()
  useListAnnouncements(model)

  const table = useRef<HTMLDivElement>(null)
  const onLeave = useReturnToRow(table, { hasRows: model.list.type === 'page' })
  const { resent } = messages.actions
  const onResent = useCallback(
    ({ email_address }: Member) => toast({ text: resent(email_address) }),
    [toast, resent],
  )
  const actions = useMemberRowActions({ onResent })
  const { resendFailure } = actions
  const denied = useSearchDenial('failure' in model.list ? model.list.failure?.error : null, viewer)
  if (denied) return <MembersStateScreen state={denied} screen="list" />
  const invite = () => go({ type: 'invite' })
  return (
    <PartFrame
      title={messages.title}
      description={messages.purpose}
      width="full"
      screen="members-list"
      action={
        <>
          {slots.listActions}
          <InviteButton viewer={viewer} onInvite={invite} />
        </>
      }
    >
      <KeptNotice />
      <InvitesOffHint viewer={viewer} />
      <MemberListToolbar model={model} viewer={viewer} />
      {resendFailure && (
        <SaveFailed
          title={messages.actions.resendFailed(memberLabel(resendFailure.member))}
          error={resendFailure.error}
        />
      )}
      <MemberListSelection model={model} viewer={viewer} />
      <div ref={table} data-part="members-list">
        <MemberListBody {...{ model, viewer, actions, onLeave, onInvite: invite }} />
      </div>
      <ListPages model={model} />
      <RowStatusDialog
        open={actions.isAsking}
        member={actions.asked}
        viewer={viewer}
        onClose={actions.closeStatus}
      />
    </PartFrame>
  )
}

function ListPages({ model: { list, total, paging, busy } }: { model: MemberListModel }) {
  const { list: messages } = useMembersMessages()
  if (list.type !== 'page') return null
  return (
    <Pagination
      label={messages.pages}
      from={list.from}
      to={list.to}
      total={total}
      page={paging.page}
      hasNext={paging.hasNext}
      hasPrevious={paging.hasPrevious}
      onNext={paging.next}
      onPrevious={paging.previous}
      onFirst={paging.first}
      onNear={paging.near}
      busy={busy && list.stale}
      size={paging.size}
      sizes={paging.sizes}
      onSizeChange={paging.setSize}
    />
  )
}
