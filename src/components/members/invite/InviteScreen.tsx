'use client'
import { useEffect, useRef } from 'react'
import { useMembersConfig } from '../MembersConfig.ts'
import { useMembersMessages } from '../useMembersMessages.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { KeptNotice } from '../../portal/KeptNotice.tsx'
import { PartFrame } from '../../portal/PartFrame.tsx'
import { useRequestLeave, useUnsavedChanges } from '../../portal/useLeaveGuard.ts'
import { Callout } from '../../ui/Callout.tsx'
import { DeniedHint } from '../../ui/DeniedHint.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LockIcon } from '../../ui/icons.tsx'
import { Link } from '../../ui/Link.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { InvitationFormView } from './InvitationFormView.tsx'
import { InvitationRunView } from './InvitationRunView.tsx'
import { useInvitation, type Invitation } from './useInvitation.ts'
import { useInviteMessages } from './useInviteMessages.ts'

export interface InviteScreenProps {
  viewer: MembersViewer
  /** Goes back to the list. */
  onClose: () => void
}

/**
 * Invites one person or many: typed, pasted or from a CSV file, each checked before anything is sent.
 *
 * @rbac stytch.member create; for roles update.settings.roles as well
 */
export function InviteScreen({ viewer, onClose }: InviteScreenProps) {
  const messages = useInviteMessages()
  const { title: list } = useMembersMessages()
  const invitation = useInvitation(viewer)
  const { state, invites } = invitation
  const denied = viewer.access.others.create
  const requestLeave = useRequestLeave()
  const leave = () => requestLeave(onClose)
  useQuestion(invitation)
  useEndOfOne(invitation, onClose)

  const isWide = state.type !== 'editing' || state.shape === 'many'
  return (
    <PartFrame
      title={invites.type === 'nobody' ? messages.titleAdd : messages.title}
      description={invites.type === 'nobody' ? undefined : messages.purpose}
      screen="invite"
      width={isWide ? 'full' : 'form'}
      back={{ label: list, onSelect: leave }}
    >
      <KeptNotice />
      {denied ? (
        <EmptyState
          icon={<LockIcon />}
          title={messages.denied.title}
          description={messages.denied.hint}
          action={<DeniedHint denied={denied} />}
        />
      ) : state.type === 'editing' ? (
        <>
          <InvitesNotice invites={invites} />
          <InvitationFormView
            form={state}
            viewer={viewer}
            off={invites.type === 'nobody'}
            onCancel={leave}
          />
        </>
      ) : (
        <InvitationRunView progress={state} onClose={leave} />
      )}
    </PartFrame>
  )
}

/** Whom the organization lets be invited, where that is not anybody. */
function InvitesNotice({ invites }: Pick<Invitation, 'invites'>) {
  const { off, restricted } = useInviteMessages()
  const { organizationSettingsURL } = useMembersConfig()
  if (invites.type === 'anybody') return null
  const settings = organizationSettingsURL && (
    <Link href={organizationSettingsURL}>{off.settings}</Link>
  )
  if (invites.type === 'domains') {
    return (
      <Callout actions={invites.domains.length === 0 && settings}>
        {restricted(invites.domains)}
      </Callout>
    )
  }
  return (
    <Callout tone="warning" title={off.title} actions={settings}>
      {off.hint}
    </Callout>
  )
}

/** Before what was typed, or what is still to be sent, is left. */
function useQuestion({ unsaved }: Invitation) {
  const { run, done } = useInviteMessages()
  const words = unsaved === 'sending' ? run.leave : unsaved === 'unreached' ? done.leave : undefined
  useUnsavedChanges(unsaved !== null, words)
}

/** Whoever invited one person goes back to the list, and is told there. */
function useEndOfOne({ sent }: Invitation, onClose: () => void) {
  const messages = useInviteMessages()
  const toast = useToast()
  const end = useRef(() => {})
  useEffect(() => {
    end.current = () => {
      if (sent === null || sent.action === 'leave-out') return
      toast({ text: messages.sent[sent.action](sent.email) })
      onClose()
    }
  })
  useEffect(() => end.current(), [sent])
}
