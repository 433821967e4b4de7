'use client'
import type { Member } from '../../../client/types.ts'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { SearchIcon, UsersIcon } from '../../ui/icons.tsx'
import { InviteButton } from './InviteButton.tsx'
import { MemberListTable } from './MemberListTable.tsx'
import { MemberListSkeleton } from '../MembersStateScreen.tsx'
import { isTooShort } from '../searchQuery.ts'
import type { MemberListModel, MemberListState } from './useMemberListModel.ts'
import type { MemberRowActions } from './useMemberRowActions.ts'
import { useMembersMessages } from '../useMembersMessages.ts'
import type { MembersViewer } from '../useMembersViewer.ts'

export interface MemberListBodyProps {
  model: MemberListModel
  viewer: MembersViewer
  actions: MemberRowActions
  onLeave: (member: Member) => void
  onInvite: () => void
}

/** The rows, or why there are none. */
export function MemberListBody(props: MemberListBodyProps) {
  const { model, viewer, onInvite } = props
  const { list: messages, filters: filterMessages } = useMembersMessages()
  const { list, clearFilters } = model
  switch (list.type) {
    case 'loading':
      return <MemberListSkeleton />
    case 'failed':
      return (
        <ErrorState
          title={messages.failed}
          description={messages.failedHint}
          error={list.failure.error}
          onRetry={list.failure.retry}
          retrying={list.failure.retrying}
        />
      )
    case 'refused':
      return (
        <ErrorState
          title={messages.refused}
          description={messages.refusedHint}
          error={list.error}
          actions={
            <Button size="small" onClick={clearFilters}>
              {filterMessages.clear}
            </Button>
          }
        />
      )
    case 'none':
      return list.because === 'filters' ? (
        <EmptyState
          icon={<SearchIcon />}
          title={messages.noMatch}
          description={
            isTooShort(model.filters.search) ? messages.noMatchTooShort : messages.noMatchHint
          }
          action={<Button onClick={clearFilters}>{filterMessages.clear}</Button>}
        />
      ) : (
        <Nobody title={messages.empty} viewer={viewer} onInvite={onInvite} />
      )
    case 'page':
      return <Rows page={list} {...props} />
  }
}

function Rows(props: MemberListBodyProps & { page: Extract<MemberListState, { type: 'page' }> }) {
  const { page, model, viewer, onInvite } = props
  const { list: messages } = useMembersMessages()
  const { failure } = page
  const [first, ...others] = page.members
  const isAlone =
    !model.isFiltered && model.total === 1 && !others.length && first?.member_id === viewer.memberId
  return (
    <>
      {failure && (
        <ErrorState
          title={page.stale ? messages.failed : messages.refreshFailed}
          description={page.stale ? messages.failedHint : messages.refreshFailedHint}
          error={failure.error}
          onRetry={failure.retry}
          retrying={failure.retrying}
        />
      )}
      <MemberListTable {...props} />
      {isAlone && <Nobody title={messages.alone} viewer={viewer} onInvite={onInvite} />}
    </>
  )
}

interface NobodyProps extends Pick<MemberListBodyProps, 'viewer' | 'onInvite'> {
  title: string
}

/** There is nobody, or nobody else, yet. */
function Nobody({ title, viewer, onInvite }: NobodyProps) {
  const { list: messages } = useMembersMessages()
  return (
    <EmptyState
      icon={<UsersIcon />}
      title={title}
      description={messages.emptyHint}
      action={<InviteButton viewer={viewer} onInvite={onInvite} />}
    />
  )
}
