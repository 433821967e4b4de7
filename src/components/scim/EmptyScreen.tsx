'use client'
import type { Denied } from '../portal/denied.ts'
import { PartFrame } from '../portal/PartFrame.tsx'
import { Button } from '../ui/Button.tsx'
import { DeniedHint } from '../ui/DeniedHint.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { UsersIcon } from '../ui/icons.tsx'
import { useScimMessages } from './useScimMessages.ts'

export interface EmptyScreenProps {
  /** Why no connection can be created. */
  denied: Denied | undefined
  onCreate: () => void
}

/** No connection yet: what one is for, and the one thing to do. */
export function EmptyScreen({ denied, onCreate }: EmptyScreenProps) {
  const messages = useScimMessages()
  return (
    <PartFrame title={messages.title} description={messages.purpose} screen="empty">
      <EmptyState
        icon={<UsersIcon />}
        title={messages.empty.title}
        description={messages.empty.hint}
        action={
          <>
            <Button variant="primary" denied={denied} onClick={onCreate}>
              {messages.empty.create}
            </Button>
            <DeniedHint denied={denied} />
          </>
        }
      />
    </PartFrame>
  )
}
