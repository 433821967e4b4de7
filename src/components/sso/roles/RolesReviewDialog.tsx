'use client'
import { useState } from 'react'
import { RoleChangePreview } from '../../portal/RoleChangePreview.tsx'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Button } from '../../ui/Button.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { SsoViewer } from '../useSsoViewer.ts'
import { diffRoles } from './connectionRoles.ts'
import { RolePairList } from './RolePairList.tsx'
import type { RolesReview } from './useConnectionRoles.ts'
import { useRolesReview } from './useRolesReview.ts'
import { useSsoRolesMessages } from './useSsoRolesMessages.ts'

export interface RolesReviewDialogProps {
  open: boolean
  review: RolesReview | null
  connectionId: string
  viewer: SsoViewer
}

/** Before roles are saved: which mappings change, who gains and who loses which role. */
export function RolesReviewDialog({ open, review, connectionId, viewer }: RolesReviewDialogProps) {
  const messages = useSsoRolesMessages()
  // What was shown stays while the dialog fades out.
  const [shown, setShown] = useState(review)
  const model = useRolesReview({ open, review: shown, connectionId, viewer })
  if (review !== null && review !== shown) setShown(review)
  if (shown === null) return null
  const { members, changes, counting, lastManager } = model
  return (
    <Dialog
      open={open}
      size="wide"
      title={messages.reviewTitle}
      dismissible={!shown.saving}
      initialFocus="[data-safe]"
      onOpenChange={(next) => {
        if (!next) shown.back()
      }}
      footer={
        <>
          <Button data-safe disabled={shown.saving} onClick={shown.back}>
            {messages.back}
          </Button>
          <Button
            variant="primary"
            disabled={lastManager}
            busy={shown.saving || counting}
            onClick={shown.save}
          >
            {messages.save}
          </Button>
        </>
      }
    >
      <RolePairList
        diff={diffRoles(shown.before, shown.after)}
        label={messages.changes}
        nameOf={viewer.roles.nameOf}
        attribute={shown.attribute}
      />
      {lastManager && (
        <Callout tone="danger" announce="alert" title={messages.lastManager.title}>
          {messages.lastManager.hint}
        </Callout>
      )}
      <RoleChangePreview changes={changes} members={members} viewer={viewer} />
      <SaveFailed title={messages.failed} error={shown.error} kept />
    </Dialog>
  )
}
