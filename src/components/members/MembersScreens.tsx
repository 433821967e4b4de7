'use client'
import { FaultNet } from '../portal/FaultNet.tsx'
import { KeptContext } from '../portal/KeptContext.ts'
import { lazyScreen } from '../portal/lazyScreen.tsx'
import { usePortalLocation } from '../portal/usePortalLocation.ts'
import { RunProvider } from './bulk/RunProvider.tsx'
import { RunStatus } from './bulk/RunStatus.tsx'
import { MemberListScreen } from './list/MemberListScreen.tsx'
import { ScreenSkeleton } from './MembersStateScreen.tsx'
import { useMembersMessages } from './useMembersMessages.ts'
import { useMembersNavigation } from './useMembersNavigation.ts'
import type { MembersViewer } from './useMembersViewer.ts'
import type { ShownMembers } from './useShownMembers.ts'

const MemberScreen = lazyScreen(
  () => import('./profile/MemberScreen.tsx').then((file) => file.MemberScreen),
  ScreenSkeleton,
)
const InviteScreen = lazyScreen(
  () => import('./invite/InviteScreen.tsx').then((file) => file.InviteScreen),
  ScreenSkeleton,
)

export type MembersScreensProps = ShownMembers

/** The screens of the part. What is being done to many goes on, and is seen, on all of them. */
export function MembersScreens({ viewer, kept }: MembersScreensProps) {
  const { screen } = useMembersNavigation().address
  const key = screen.type === 'member' ? screen.memberId : screen.type
  return (
    <KeptContext.Provider value={kept}>
      <RunProvider>
        <FaultNet key={key}>
          <CurrentScreen viewer={viewer} />
        </FaultNet>
        <RunStatus viewer={viewer} />
      </RunProvider>
    </KeptContext.Provider>
  )
}

function CurrentScreen({ viewer }: { viewer: MembersViewer }) {
  const messages = useMembersMessages()
  const { navigate } = usePortalLocation()
  const { address, to } = useMembersNavigation()
  const { screen } = address
  // In place of the present entry, so that going back and forth leaves no trail.
  const toList = () => navigate(to({ type: 'list' }), { replace: true })
  switch (screen.type) {
    case 'list':
      return <MemberListScreen viewer={viewer} />
    case 'member':
      return (
        <MemberScreen
          viewer={viewer}
          memberId={screen.memberId}
          back={{ label: messages.back, onSelect: toList }}
        />
      )
    case 'invite':
      return <InviteScreen viewer={viewer} onClose={toList} />
  }
}
