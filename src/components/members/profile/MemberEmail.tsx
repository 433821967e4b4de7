'use client'
import { useContext } from 'react'
import { isApiError } from '../../../client/errors.ts'
import type { Member } from '../../../client/types.ts'
import type { Messages } from '../../i18n/messages.ts'
import { KeptContext } from '../../portal/KeptContext.ts'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Card } from '../../ui/Card.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { Row, Rows } from '../../ui/Row.tsx'
import { SettingsCard } from '../../ui/SettingsCard.tsx'
import { StatusDot } from '../../ui/StatusDot.tsx'
import type { EmailWay } from './emailChange.ts'
import type { MemberCardProps } from './memberCard.ts'
import { memberDirectory } from './memberDirectory.ts'
import { MemberEmailForm } from './MemberEmailForm.tsx'
import { MemberEmailReview } from './MemberEmailReview.tsx'
import { RetiredEmailsRow } from './RetiredEmailsRow.tsx'
import { useMemberEmail } from './useMemberEmail.ts'
import { useProfileMessages } from './useProfileMessages.ts'

/** A member's address and the former ones; changed with proof by mail, or at once. Never one's own. */
export function MemberEmail({ member, viewer, access }: MemberCardProps) {
  const { email, directory } = useProfileMessages()
  const state = useMemberEmail(member)
  const kept = useContext(KeptContext)
  const managedBy = memberDirectory(member, viewer.organization)
  const isSelf = member.member_id === viewer.memberId
  const facts = (
    <Rows>
      <Row label={email.address}>
        <Address member={member} />
      </Row>
      <RetiredEmailsRow member={member} denied={access.unlinkRetiredEmail} />
    </Rows>
  )
  if (isSelf || member.status === 'deleted') {
    return (
      <Card title={email.title} description={email.hint}>
        {facts}
        {isSelf && <p data-part="hint">{email.ownHint}</p>}
      </Card>
    )
  }
  const editor = state.type === 'editing' ? state : null
  const done = state.type === 'viewing' ? state.done : null
  return (
    <>
      <SettingsCard
        title={email.title}
        description={email.hint}
        denied={access.email}
        editing={editor !== null}
        dirty={editor?.differs ?? false}
        saving={(editor?.saving ?? false) && !editor?.review}
        blocked={kept !== null}
        saveLabel={editor?.way === 'direct' ? email.review : email.send}
        onEdit={() => state.type === 'viewing' && state.edit()}
        onCancel={() => editor?.cancel()}
        onSave={() => editor?.save()}
        saved={done && doneText(email, done)}
        preview={<SaveBlocked />}
        error={editor && !editor.review && <EmailFailed error={editor.error} way={editor.way} />}
        form={
          editor && (
            <>
              <MemberEmailForm member={member} editor={editor} />
              {managedBy && <p data-part="hint">{directory.email(managedBy.name)}</p>}
            </>
          )
        }
      >
        {facts}
      </SettingsCard>
      <MemberEmailReview
        member={member}
        roles={viewer.roles}
        editor={editor}
        failure={<EmailFailed error={editor?.error ?? null} way="direct" />}
      />
    </>
  )
}

function Address({ member }: { member: Member }) {
  const { email } = useProfileMessages()
  return (
    <span data-part="member-address">
      <span>{member.email_address}</span>
      {member.email_address_verified ? (
        <StatusDot tone="success">{email.verified}</StatusDot>
      ) : (
        <StatusDot tone="warning">{email.unverified}</StatusDot>
      )}
    </span>
  )
}

function EmailFailed({ error, way }: { error: Error | null; way: EmailWay }) {
  const { email } = useProfileMessages()
  const title = way === 'direct' ? email.failed : email.sendFailed
  const reason = isApiError(error) ? reasons[error.error_type] : undefined
  if (reason) return <ErrorState title={title} description={email.reasons[reason]} error={error} />
  return <SaveFailed title={title} error={error} kept />
}

const reasons: Readonly<Record<string, keyof Messages['memberProfile']['email']['reasons']>> = {
  duplicate_member_email: 'taken',
  desired_email_deactivated_by_different_member: 'taken',
  desired_email_updating_for_different_member: 'changing',
  member_has_no_active_verified_email: 'notVerified',
  email_updates_available_only_for_active_members: 'notVerified',
  invalid_email: 'invalid',
  action_not_allowed_email_domain_is_claimed: 'claimed',
}

function doneText(
  email: Messages['memberProfile']['email'],
  { way, address }: { way: EmailWay; address: string },
): string {
  if (way === 'link') return email.sentLink(address)
  return way === 'code' ? email.sentCode(address) : email.saved(address)
}
