'use client'
import { useMemo, useState } from 'react'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { previewRoleChanges } from './previewRoleChanges.ts'
import { diffAssignments } from './roleAssignments.ts'
import { RoleChangePreview } from '../portal/RoleChangePreview.tsx'
import { SaveFailed } from '../portal/SaveFailed.tsx'
import type { RolesReview } from './useGroupRoles.ts'
import { useGroupText } from './useGroupText.ts'
import { useAllMembers } from '../portal/useKnownMembers.ts'
import { useScimMessages } from './useScimMessages.ts'
import type { ScimPage } from './useScimPortal.ts'

export interface RolesReviewDialogProps {
  open: boolean
  review: RolesReview | null
  page: ScimPage
}

/** Before group roles are saved: which mappings change, who gains and who loses which role. */
export function RolesReviewDialog({ open, review, page }: RolesReviewDialogProps) {
  const { roles: messages, preview } = useScimMessages()
  const { connection, members } = page
  // What was shown stays while the dialog fades out.
  const [shown, setShown] = useState(review)
  useAllMembers(page.members, { needed: open })
  if (review !== null && review !== shown) setShown(review)
  const changes = useMemo(
    () =>
      shown && members.type === 'known'
        ? previewRoleChanges({
            connectionId: connection.connection_id,
            before: shown.before,
            after: shown.after,
            members: members.members,
          })
        : [],
    [connection.connection_id, members, shown],
  )
  if (shown === null) return null

  const counting = page.members.type === 'loading' || page.members.type === 'partial'
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
          <Button variant="primary" busy={shown.saving || counting} onClick={shown.save}>
            {messages.save}
          </Button>
        </>
      }
    >
      <Mappings review={shown} page={page} label={preview.mapping} />
      <RoleChangePreview changes={changes} members={page.members} viewer={page.viewer} />
      <SaveFailed title={messages.failed} error={shown.error} kept />
    </Dialog>
  )
}

function Mappings({ review, page, label }: { review: RolesReview; page: ScimPage; label: string }) {
  const { preview } = useScimMessages()
  const textOf = useGroupText()
  const { nameOf } = page.viewer.roles
  const { added, removed } = diffAssignments(review.before, review.after)
  const groupName = (groupId: string) => textOf(review.names(groupId))
  return (
    <ul data-part="mapping-changes" aria-label={label}>
      {added.map(({ group_id, role_id }) => (
        <li key={`+${group_id} ${role_id}`} data-part="mapping-change" data-state="added">
          {preview.gives(groupName(group_id), nameOf(role_id))}
        </li>
      ))}
      {removed.map(({ group_id, role_id }) => (
        <li key={`-${group_id} ${role_id}`} data-part="mapping-change" data-state="removed">
          {preview.givesNoMore(groupName(group_id), nameOf(role_id))}
        </li>
      ))}
    </ul>
  )
}
