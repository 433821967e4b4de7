'use client'
import { useState } from 'react'
import type { ReactNode } from 'react'
import type { Member } from '../../../client/types.ts'
import type { Roles } from '../../portal/useRoles.ts'
import { LazyConfirmDialog } from './LazyConfirmDialog.ts'
import type { MemberEmailEditor } from './useMemberEmail.ts'
import { useProfileMessages } from './useProfileMessages.ts'

export interface MemberEmailReviewProps {
  member: Member
  roles: Roles
  /** Null while nothing is edited. */
  editor: MemberEmailEditor | null
  failure: ReactNode
}

/** Before an address changes at once: what the member loses by it. */
export function MemberEmailReview({ member, roles, editor, failure }: MemberEmailReviewProps) {
  const { email } = useProfileMessages()
  const review = editor?.review ?? null
  // What was shown stays while the dialog fades out.
  const [shown, setShown] = useState(review)
  if (review !== null && review.address !== shown?.address) setShown(review)
  const { consequences: texts } = email
  return (
    <LazyConfirmDialog
      open={review !== null}
      onOpenChange={(open) => {
        if (!open) review?.back()
      }}
      title={email.confirmTitle(shown?.address ?? '')}
      confirmLabel={email.confirm}
      busy={editor?.saving}
      onConfirm={() => review?.confirm()}
    >
      {shown && (
        <ul data-part="member-consequences">
          <li>{texts.sessions}</li>
          {shown.consequences.password && <li>{texts.password}</li>}
          {shown.consequences.registrations > 0 && (
            <li>{texts.registrations(shown.consequences.registrations)}</li>
          )}
          {shown.consequences.formerDomain !== null && shown.consequences.losesRoles.length > 0 && (
            <li>
              {texts.roles(
                roles.sort(shown.consequences.losesRoles).map(roles.nameOf),
                shown.consequences.formerDomain,
              )}
            </li>
          )}
          <li>{texts.unverified}</li>
          <li>
            {editor?.freesFormer
              ? texts.freed(member.email_address)
              : texts.kept(member.email_address)}
          </li>
        </ul>
      )}
      {failure}
    </LazyConfirmDialog>
  )
}
