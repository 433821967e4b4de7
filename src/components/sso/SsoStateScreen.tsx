'use client'
import { PartFrame } from '../portal/PartFrame.tsx'
import { PartState } from '../portal/PartState.tsx'
import { Card } from '../ui/Card.tsx'
import { Skeleton, SkeletonGroup } from '../ui/Skeleton.tsx'
import type { SsoAddress } from './ssoAddress.ts'
import { useSsoMessages } from './useSsoMessages.ts'
import type { SsoPortalState } from './useSsoPortal.ts'

export interface SsoStateScreenProps {
  state: Exclude<SsoPortalState, { type: 'ready' }>
  /** What will come once it is loaded. */
  screen: SsoAddress['screen']
}

/** The part while there is none of its screens to show. */
export function SsoStateScreen({ state, screen }: SsoStateScreenProps) {
  const messages = useSsoMessages()
  if (state.type === 'loading' && screen !== 'list') return <SsoScreenSkeleton />
  return (
    <PartFrame title={messages.title} description={messages.purpose} width="full">
      {state.type === 'loading' ? <ListSkeleton /> : <PartState state={state} words={messages} />}
    </PartFrame>
  )
}

const ROWS = ['1', '2', '3']

/** Rows of the list that are on their way. */
function ListSkeleton() {
  const messages = useSsoMessages()
  return (
    <SkeletonGroup label={messages.loading} data-rows>
      {ROWS.map((row) => (
        <span key={row} data-part="sso-skeleton-row">
          <Skeleton />
          <Skeleton />
          <Skeleton shape="tag" />
        </span>
      ))}
    </SkeletonGroup>
  )
}

/** The shape of every other screen: a title and cards. */
export function SsoScreenSkeleton() {
  return (
    <div data-part="part" data-width="form">
      <div data-part="part-heading">
        <Skeleton shape="tag" />
        <Skeleton shape="title" />
      </div>
      <SsoCardsSkeleton />
    </div>
  )
}

/** The shape of cards that are on their way. */
export function SsoCardsSkeleton() {
  const messages = useSsoMessages()
  return (
    <SkeletonGroup label={messages.loading}>
      {ROWS.map((card) => (
        <SsoCardSkeleton key={card} />
      ))}
    </SkeletonGroup>
  )
}

/** One of them. */
export function SsoCardSkeleton() {
  return (
    <Card>
      <Skeleton shape="title" />
      <Skeleton />
      <Skeleton shape="block" />
    </Card>
  )
}
