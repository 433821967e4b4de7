'use client'
import { PartFrame } from '../portal/PartFrame.tsx'
import { Card } from '../ui/Card.tsx'
import { DeniedHint } from '../ui/DeniedHint.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { LockIcon, UsersIcon } from '../ui/icons.tsx'
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
      <StateBody state={state} />
    </PartFrame>
  )
}

function StateBody({ state }: ScimStateScreenProps) {
  const messages = useScimMessages()
  switch (state.type) {
    case 'loading':
      return <ScimSkeleton />
    case 'signed-out':
      return (
        <EmptyState
          icon={<LockIcon />}
          title={messages.signedOut.title}
          description={state.reason ? messages.signedOut.ended : messages.signedOut.hint}
        />
      )
    case 'denied':
      return (
        <EmptyState
          icon={<LockIcon />}
          title={messages.denied.title}
          description={messages.denied.hint}
          action={<DeniedHint denied={state.denied} />}
        />
      )
    case 'not-enabled':
      return (
        <EmptyState
          icon={<UsersIcon />}
          title={messages.notEnabled.title}
          description={messages.notEnabled.hint}
        />
      )
    case 'failed':
      return (
        <ErrorState
          title={messages.failed.title}
          description={messages.failed.hint}
          error={state.error}
          onRetry={state.retry}
          retrying={state.retrying}
        />
      )
  }
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
