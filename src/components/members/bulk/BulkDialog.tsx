'use client'
import { Callout } from '../../ui/Callout.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { Field } from '../../ui/Field.tsx'
import { Link } from '../../ui/Link.tsx'
import { RolePicker } from '../RolePicker.tsx'
import type { MemberSelection } from '../list/selection.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { useBulkAction, type BulkActionModel, type ChosenAction } from './useBulkAction.ts'
import { useBulkMessages } from './useBulkMessages.ts'

export interface BulkDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  type: ChosenAction
  selection: MemberSelection
  viewer: MembersViewer
  /** It was begun: what was chosen is chosen no more. */
  onBegun: () => void
}

/** Asks before something is done to many members: what will happen, and to whom. */
export function BulkDialog(props: BulkDialogProps) {
  const { open, onOpenChange, type, selection, viewer, onBegun } = props
  const { ask, actions } = useBulkMessages()
  const model = useBulkAction(type, selection, viewer)
  const isDanger =
    type === 'deactivate' || type === 'revokeInvitations' || type === 'revokeSessions'
  const who =
    selection.type === 'matching'
      ? ask.allMatching
      : ask.count(model.affected === 0 ? selection.members.size : (model.affected ?? 0))
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={ask.title[type](who)}
      confirmLabel={actions[type]}
      tone={isDanger ? 'danger' : 'neutral'}
      {...(model.blocked === null && { typedConfirmation: model.typed })}
      onConfirm={() => {
        if (!model.begin()) return
        onOpenChange(false)
        onBegun()
      }}
    >
      <p data-part="text">{ask.consequence[type]}</p>
      {model.roles && (
        <Field
          label={ask.roles}
          hint={type === 'addRoles' ? ask.rolesHint : ask.rolesRemoveHint}
          error={model.roles.isMissing && ask.rolesMissing}
        >
          <RolePicker
            roles={viewer.roles}
            value={model.roles.value}
            onValueChange={model.roles.set}
          />
        </Field>
      )}
      <Whom model={model} matching={selection.type === 'matching'} type={type} />
      <Blocked blocked={model.blocked} />
    </ConfirmDialog>
  )
}

interface WhomProps {
  model: BulkActionModel
  matching: boolean
  type: ChosenAction
}

function Whom({ model, matching, type }: WhomProps) {
  const { ask, skip } = useBulkMessages()
  if (matching) {
    const leavesOutSelf = type !== 'addRoles' && type !== 'resendInvitations'
    return (
      <p data-part="text">
        {ask.looksFirst} {leavesOutSelf && ask.selfOut}
      </p>
    )
  }
  const leftOut = model.leftOut.reduce((sum, { count }) => sum + count, 0)
  return (
    <>
      {model.names.length > 0 && <p data-part="members-bulk-names">{ask.names(model.names)}</p>}
      {leftOut > 0 && (
        <div data-part="members-bulk-left-out">
          <p data-part="text">{ask.leftOut(leftOut)}</p>
          <ul data-part="list">
            {model.leftOut.map(({ reason, count }) => (
              <li key={reason}>{ask.leftOutReason(skip[reason], count)}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function Blocked({ blocked }: Pick<BulkActionModel, 'blocked'>) {
  const { ask, bar } = useBulkMessages()
  if (blocked === null) return null
  if (blocked === 'nobody') return <Callout announce="status">{ask.nobody}</Callout>
  if (blocked === 'busy') {
    return (
      <Callout tone="warning" announce="status">
        {bar.busy}
      </Callout>
    )
  }
  return (
    <Callout tone="warning">
      {ask.invitesOff}{' '}
      {blocked.settingsURL && <Link href={blocked.settingsURL}>{ask.invitesSetting}</Link>}
    </Callout>
  )
}
