'use client'
import { PartFrame } from '../portal/PartFrame.tsx'
import { PartState } from '../portal/PartState.tsx'
import { Card } from '../ui/Card.tsx'
import { Skeleton, SkeletonGroup } from '../ui/Skeleton.tsx'
import type { MembersScreen } from './membersAddress.ts'
import { useMembersMessages } from './useMembersMessages.ts'
import type { MembersPortalState } from './useMembersPortal.ts'

export interface MembersStateScreenProps {
  state: Exclude<MembersPortalState, { type: 'ready' }>
  /** What will come once it is loaded. */
  screen: MembersScreen['type']
}

/** The member management while there is none of its screens to show. */
export function MembersStateScreen({ state, screen }: MembersStateScreenProps) {
  const messages = useMembersMessages()
  if (state.type === 'loading' && screen !== 'list') return <ScreenSkeleton />
  return (
    <PartFrame title={messages.title} description={messages.purpose} width="full">
      {state.type === 'loading' ? (
        <MemberListSkeleton />
      ) : (
        <PartState state={state} words={messages} />
      )}
    </PartFrame>
  )
}

const ROWS = ['1', '2', '3', '4', '5', '6', '7', '8']

/** Rows of the list that are on their way. */
export function MemberListSkeleton() {
  const messages = useMembersMessages()
  return (
    <SkeletonGroup label={messages.loading} data-rows>
      {ROWS.map((row) => (
        <span key={row} data-part="members-skeleton-row">
          <Skeleton />
          <Skeleton />
          <Skeleton shape="tag" />
        </span>
      ))}
    </SkeletonGroup>
  )
}

/** The shape of a member's page, and of the invite screen. */
export function ScreenSkeleton() {
  return (
    <div data-part="part" data-width="form">
      <div data-part="part-heading">
        <Skeleton shape="tag" />
        <Skeleton shape="title" />
      </div>
      <CardsSkeleton />
    </div>
  )
}

/** The shape of cards that are on their way. */
export function CardsSkeleton() {
  const messages = useMembersMessages()
  return (
    <SkeletonGroup label={messages.loading}>
      {['first', 'second', 'third'].map((card) => (
        <Card key={card}>
          <Skeleton shape="title" />
          <Skeleton />
          <Skeleton shape="block" />
        </Card>
      ))}
    </SkeletonGroup>
  )
}
