'use client'
import { Button } from '../../ui/Button.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { Link } from '../../ui/Link.tsx'
import { invitesSetting } from '../invite/invitesSetting.ts'
import { useMembersConfig } from '../MembersConfig.ts'
import { useMembersMessages } from '../useMembersMessages.ts'
import type { MembersViewer } from '../useMembersViewer.ts'

export interface InviteButtonProps {
  viewer: MembersViewer
  onInvite: () => void
}

/** The way to new members: by invitation, or, where the organization allows none, by adding them directly. */
export function InviteButton({ viewer, onInvite }: InviteButtonProps) {
  const { list: messages } = useMembersMessages()
  return (
    <Button
      variant="primary"
      icon={<PlusIcon />}
      denied={viewer.access.others.create}
      onClick={onInvite}
    >
      {invitesAreOff(viewer) ? messages.add : messages.invite}
    </Button>
  )
}

/** Says that the organization allows no invitations, and where that is set. */
export function InvitesOffHint({ viewer }: Pick<InviteButtonProps, 'viewer'>) {
  const { list: messages } = useMembersMessages()
  const { organizationSettingsURL } = useMembersConfig()
  if (!invitesAreOff(viewer) || viewer.access.others.create) return null
  return (
    <p data-part="hint">
      {messages.invitesOff}{' '}
      {organizationSettingsURL && (
        <Link href={organizationSettingsURL}>{messages.invitesOffSetting}</Link>
      )}
    </p>
  )
}

const invitesAreOff = ({ organization }: MembersViewer) =>
  invitesSetting(organization).type === 'nobody'
