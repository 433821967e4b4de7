'use client'
import { MembersScreens } from './MembersScreens.tsx'
import { MembersStateScreen } from './MembersStateScreen.tsx'
import { MemberListMemoryContext, useMemberListMemory } from './list/useMemberListMemory.ts'
import { useListAhead, useMemberAhead, useMembersPortal } from './useMembersPortal.ts'
import { useMembersNavigation } from './useMembersNavigation.ts'
import { useShownMembers } from './useShownMembers.ts'

/** The member management within a `PortalRoot`. */
export function MembersPart() {
  const memory = useMemberListMemory()
  const state = useMembersPortal()
  const shown = useShownMembers(state)
  const { screen } = useMembersNavigation().address
  const loading = state.type === 'loading'
  return (
    <MemberListMemoryContext.Provider value={memory}>
      {screen.type === 'list' && <ListAhead loading={loading} />}
      {screen.type === 'member' && <MemberAhead loading={loading} memberId={screen.memberId} />}
      {shown && <MembersScreens key={shown.viewer.memberId} {...shown} />}
      {!shown && state.type !== 'ready' && (
        <MembersStateScreen state={state} screen={screen.type} />
      )}
    </MemberListMemoryContext.Provider>
  )
}

function ListAhead({ loading }: { loading: boolean }) {
  useListAhead({ loading })
  return null
}

function MemberAhead({ loading, memberId }: { loading: boolean; memberId: string }) {
  useMemberAhead(memberId, { loading })
  return null
}
