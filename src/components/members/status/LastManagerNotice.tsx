'use client'
import type { Roles } from '../../portal/useRoles.ts'
import { Callout } from '../../ui/Callout.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import type { LastManagerGuard } from './useLastManagerGuard.ts'
import { useProfileMessages } from '../profile/useProfileMessages.ts'

export interface LastManagerNoticeProps {
  guard: LastManagerGuard
  roles: Roles
  /** The member is the viewer. */
  own: boolean
}

/** Why something waits, or must not be done, for the sake of the management of roles; nothing where it may be done. */
export function LastManagerNotice({ guard, roles, own }: LastManagerNoticeProps) {
  const { lastManager } = useProfileMessages()
  switch (guard.type) {
    case 'open':
      return null
    case 'looking':
      return (
        <p data-part="hint" role="status">
          {lastManager.looking}
        </p>
      )
    case 'failed':
      return (
        <ErrorState
          title={lastManager.failed}
          description={lastManager.failedHint}
          error={guard.error}
          onRetry={guard.retry}
          retrying={guard.retrying}
        />
      )
    case 'last': {
      const names = roles.sort(guard.roleIds).map(roles.nameOf)
      return (
        <Callout tone="danger" announce="alert" title={lastManager.title}>
          {own ? lastManager.ownRoles(names) : lastManager.roles(names)}
        </Callout>
      )
    }
  }
}
