'use client'
import { PartFrame } from '../portal/PartFrame.tsx'
import { PartState } from '../portal/PartState.tsx'
import { Card } from '../ui/Card.tsx'
import { Skeleton, SkeletonGroup } from '../ui/Skeleton.tsx'
import { useScimMessages } from './useScimMessages.ts'
import type { ScimPortalState } from './useScimPortal.ts'

export interface ScimStateScreenProps {
  state: Exclude<ScimPortalState, { type: 'connected' | 'empty' }>
}

/** The part while there is no connection page to show. */
export function ScimStateScreen({ state }: ScimStateScreenProps) {
  const messages = useScimMessages()
  return (
    <PartFrame title={messages.title} description={messages.purpose}>
      {state.type === 'loading' ? <ScimSkeleton /> : <PartState state={state} words={messages} />}
    </PartFrame>
  )
}

/** The shape of the connection page. */
export function ScimSkeleton() {
  const messages = useScimMessages()
  return (
    <SkeletonGroup label={messages.loading}>
      {['details', 'provisioning', 'roles', 'token'].map((card) => (
        <Card key={card}>
          <Skeleton shape="title" />
          <Skeleton />
          <Skeleton shape="block" />
        </Card>
      ))}
    </SkeletonGroup>
  )
}
