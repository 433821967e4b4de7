'use client'
import { useState } from 'react'
import { isApiError } from '../../../client/errors.ts'
import type { Member } from '../../../client/types.ts'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { LastManagerNotice } from './LastManagerNotice.tsx'
import { memberDirectory } from '../profile/memberDirectory.ts'
import { memberLabel } from '../../portal/memberLabel.ts'
import { canBeReactivated, type StatusChange } from './statusChange.ts'
import type { MemberStatusChange } from './useMemberStatusChange.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { useProfileMessages } from '../profile/useProfileMessages.ts'
import { useUiMessages } from '../../i18n/useUiMessages.ts'

/* Brings Radix: import this file only from files that are loaded lazily (see lazyWhenOpen). */

export interface MemberStatusDialogProps {
  open: boolean
  asking: MemberStatusChange['asking']
  member: Member
  viewer: MembersViewer
  rolesThatReactivate: MemberStatusChange['rolesThatReactivate']
}

/** Asks before a membership ends or returns, and refuses to deactivate the last one who can manage roles. */
export function MemberStatusDialog(props: MemberStatusDialogProps) {
  const { open, asking, member, viewer, rolesThatReactivate } = props
  const { danger, directory } = useProfileMessages()
  const ui = useUiMessages()
  // What was shown stays while the dialog fades out.
  const [last, setLast] = useState(asking)
  if (asking !== null && asking.change !== last?.change) setLast(asking)
  const shown = asking ?? last
  if (shown === null) return null

  const { change, guard, busy } = shown
  const own = member.member_id === viewer.memberId
  const who = memberLabel(member)
  const managedBy = memberDirectory(member, viewer.organization)
  const refused = guard.type === 'last'
  const ownEnd = own && change === 'deactivate'
  return (
    <Dialog
      open={open}
      title={ownEnd ? danger.deactivate.ownTitle : danger[change].title(who)}
      dismissible={!busy}
      initialFocus="[data-safe]"
      onOpenChange={(next) => {
        if (!next) asking?.back()
      }}
      footer={
        <>
          <Button data-safe disabled={busy} onClick={() => asking?.back()}>
            {refused ? ui.close : ui.cancel}
          </Button>
          {!refused && (
            <Button
              variant={change === 'reactivate' ? 'primary' : 'danger'}
              disabled={guard.type === 'failed'}
              busy={busy || guard.type === 'looking'}
              onClick={() => asking?.confirm()}
            >
              {ownEnd ? danger.deactivate.ownConfirm : danger[change].confirm}
            </Button>
          )}
        </>
      }
    >
      {!refused && (
        <ul data-part="member-consequences">
          {change === 'deactivate' ? (
            <Deactivation member={member} own={own} back={() => namesOf(rolesThatReactivate())} />
          ) : (
            <li>
              {change === 'revoke'
                ? danger.revoke.text(member.email_address)
                : danger.reactivate.text}
            </li>
          )}
          {managedBy && <li>{directory.status(managedBy.name)}</li>}
        </ul>
      )}
      <LastManagerNotice guard={guard} roles={viewer.roles} own={own} />
      <Failed change={change} error={shown.error} />
    </Dialog>
  )

  function namesOf(roleIds: readonly string[]): string[] {
    return viewer.roles.sort(roleIds).map(viewer.roles.nameOf)
  }
}

function Deactivation({
  member,
  own,
  back,
}: {
  member: Member
  own: boolean
  back: () => string[]
}) {
  const { deactivate } = useProfileMessages().danger
  const texts = own ? deactivate.ownTexts : deactivate.texts
  const way = own ? deactivate.ownBack(back()) : deactivate.reversible
  return (
    <>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
      <li>{canBeReactivated(member) ? way : deactivate.final}</li>
    </>
  )
}

function Failed({ change, error }: { change: StatusChange; error: Error | null }) {
  const { danger } = useProfileMessages()
  const { reasons } = danger.reactivate
  const title = danger[change].failed
  if (isApiError(error) && change === 'reactivate') {
    if (error.error_type === 'reactivation_email_belongs_to_another_member')
      return <ErrorState title={title} description={reasons.taken} error={error} />
    if (error.error_type === 'email_unverified_for_reactivation')
      return <ErrorState title={title} description={reasons.unverified} error={error} />
  }
  return <SaveFailed title={title} error={error} />
}
