'use client'
import { useContext } from 'react'
import { KeptContext } from '../../portal/KeptContext.ts'
import { SaveBlocked } from '../../portal/KeptNotice.tsx'
import { SaveFailed } from '../../portal/SaveFailed.tsx'
import { Card } from '../../ui/Card.tsx'
import { SettingsCard } from '../../ui/SettingsCard.tsx'
import { LastManagerNotice } from '../status/LastManagerNotice.tsx'
import type { MemberCardProps } from './memberCard.ts'
import { memberDirectory } from './memberDirectory.ts'
import { MemberRolesForm } from './MemberRolesForm.tsx'
import { MemberRolesTable } from './MemberRolesTable.tsx'
import { directRoles } from './memberRoleChanges.ts'
import { OwnAccessDialog } from './OwnAccessDialog.tsx'
import { useMemberRoles } from './useMemberRoles.ts'
import { useProfileMessages } from './useProfileMessages.ts'
import { useRoleSources } from './useRoleSources.ts'

/** What a member may do, where each role comes from, and what a change of those given directly really changes. */
export function MemberRoles({ member, viewer, access }: MemberCardProps) {
  const { roles: messages, directory } = useProfileMessages()
  const state = useMemberRoles({ member, viewerId: viewer.memberId })
  const nameSource = useRoleSources(member)
  const kept = useContext(KeptContext)
  const managedBy = memberDirectory(member, viewer.organization)
  const { roles } = viewer
  const table = <MemberRolesTable member={member} roles={roles} nameSource={nameSource} />

  if (member.status === 'deleted') {
    return (
      <Card title={messages.title} description={messages.hint}>
        {table}
      </Card>
    )
  }
  const editor = state.type === 'editing' ? state : null
  const failure = <SaveFailed title={messages.failed} error={editor?.error ?? null} kept />
  return (
    <>
      <SettingsCard
        title={messages.title}
        description={messages.hint}
        denied={access.roles}
        editing={editor !== null}
        dirty={editor?.differs ?? false}
        saving={(editor?.saving ?? false) && !editor?.ownLoss}
        blocked={kept !== null || (editor !== null && isBlocked(editor))}
        onEdit={() => state.type === 'viewing' && state.edit()}
        onCancel={() => editor?.cancel()}
        onSave={() => editor?.save()}
        saved={
          state.type === 'viewing' &&
          state.justSaved &&
          messages.saved(roles.sort(directRoles(member)).map(roles.nameOf))
        }
        preview={
          <>
            {editor && (
              <LastManagerNotice
                guard={editor.guard}
                roles={roles}
                own={member.member_id === viewer.memberId}
              />
            )}
            <SaveBlocked />
          </>
        }
        error={!editor?.ownLoss && failure}
        form={
          editor && (
            <>
              <MemberRolesForm editor={editor} roles={roles} nameSource={nameSource} />
              {managedBy && <p data-part="hint">{directory.roles(managedBy.name)}</p>}
            </>
          )
        }
      >
        {table}
      </SettingsCard>
      <OwnAccessDialog ownLoss={editor?.ownLoss ?? null} busy={editor?.saving} failure={failure} />
    </>
  )
}

/** Somebody else's change has to be looked at first, or it would leave nobody who can manage roles. */
function isBlocked({ conflict, guard }: { conflict: unknown; guard: { type: string } }): boolean {
  return conflict !== null || guard.type !== 'open'
}
