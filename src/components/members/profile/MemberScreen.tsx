'use client'
import { useContext } from 'react'
import type { Member } from '../../../client/types.ts'
import { KeptContext } from '../../portal/KeptContext.ts'
import { KeptNotice } from '../../portal/KeptNotice.tsx'
import { PartFrame } from '../../portal/PartFrame.tsx'
import { Callout } from '../../ui/Callout.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { ErrorState } from '../../ui/ErrorState.tsx'
import { ConnectedAppsCard } from '../signIn/ConnectedAppsCard.tsx'
import type { MemberCardProps } from './memberCard.ts'
import { MemberDanger } from './MemberDanger.tsx'
import { MemberDetails } from './MemberDetails.tsx'
import { memberDirectory } from './memberDirectory.ts'
import { MemberEmail } from './MemberEmail.tsx'
import { DirectoryNotice, MemberSummary, MemberTitle } from './MemberHeader.tsx'
import { MemberRoles } from './MemberRoles.tsx'
import { useMembersSlots } from '../MembersConfig.ts'
import { CardsSkeleton, MembersStateScreen } from '../MembersStateScreen.tsx'
import { SecondFactorCard } from '../signIn/SecondFactorCard.tsx'
import { SessionsCard } from '../signIn/SessionsCard.tsx'
import { SignInMethodsCard } from '../signIn/SignInMethodsCard.tsx'
import { useMemberPage, type MemberPageState } from './useMemberPage.ts'
import type { MembersViewer } from '../useMembersViewer.ts'
import { useSearchDenial } from '../useSearchDenial.ts'
import { useProfileMessages } from './useProfileMessages.ts'

export interface MemberScreenProps {
  viewer: MembersViewer
  memberId: string
  back: { label: string; onSelect: () => void }
}

/** One member, with everything that can be done: at once from what a list knows, then as it is now. */
export function MemberScreen({ viewer, memberId, back }: MemberScreenProps) {
  const messages = useProfileMessages()
  const state = useMemberPage(memberId)
  const denied = useSearchDenial(state.type === 'failed' ? state.failure.error : null, viewer)
  const screen = `member ${memberId}`
  switch (state.type) {
    case 'loading':
      return (
        <PartFrame title={messages.title} back={back}>
          <CardsSkeleton />
        </PartFrame>
      )
    case 'failed':
      if (denied) return <MembersStateScreen state={denied} screen="member" />
      return (
        <PartFrame title={messages.title} back={back} screen={screen}>
          <ErrorState
            title={messages.failed.title}
            description={messages.failed.hint}
            error={state.failure.error}
            onRetry={state.failure.retry}
            retrying={state.failure.retrying}
          />
        </PartFrame>
      )
    case 'not-found':
      return (
        <PartFrame title={messages.title} back={back} screen={screen}>
          <EmptyState title={messages.notFound.title} description={messages.notFound.hint} />
        </PartFrame>
      )
    case 'shown':
      return <Page key={memberId} state={state} viewer={viewer} frame={{ back, screen }} />
  }
}

interface PageProps {
  state: Extract<MemberPageState, { type: 'shown' }>
  viewer: MembersViewer
  frame: Pick<React.ComponentProps<typeof PartFrame>, 'back' | 'screen'>
}

function Page({ state, viewer, frame }: PageProps) {
  const { notRefreshed, gone, deactivated } = useProfileMessages()
  const outer = useContext(KeptContext)
  const { member, failure } = state
  const directory = memberDirectory(member, viewer.organization)
  return (
    <KeptContext.Provider value={outer ?? (state.gone ? gone : null)}>
      <PartFrame
        title={<MemberTitle member={member} own={member.member_id === viewer.memberId} />}
        description={<MemberSummary member={member} />}
        {...frame}
      >
        <KeptNotice />
        {failure && (
          <ErrorState
            title={notRefreshed.title}
            description={notRefreshed.hint}
            error={failure.error}
            onRetry={failure.retry}
            retrying={failure.retrying}
          />
        )}
        {member.status === 'deleted' && <Callout>{deactivated}</Callout>}
        {directory && <DirectoryNotice directory={directory} />}
        <Cards member={member} viewer={viewer} access={viewer.accessTo(member.member_id)} />
        <HostCards member={member} />
      </PartFrame>
    </KeptContext.Provider>
  )
}

function Cards(props: MemberCardProps) {
  return (
    <>
      <MemberDetails {...props} />
      <MemberEmail {...props} />
      <MemberRoles {...props} />
      <SignInMethodsCard {...props} />
      <SecondFactorCard {...props} />
      <ConnectedAppsCard {...props} />
      <SessionsCard {...props} />
      <MemberDanger {...props} />
    </>
  )
}

/** The host's own cards, after ours. */
function HostCards({ member }: { member: Member }) {
  return <>{useMembersSlots().memberCards?.(member)}</>
}
