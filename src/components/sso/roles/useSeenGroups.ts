import { useMemo } from 'react'
import { useKnownMembers } from '../../portal/useKnownMembers.ts'
import { useLastTest } from '../testSignIn/useTestResults.ts'
import type { SsoViewer } from '../useSsoViewer.ts'
import { seenGroups } from './previewSsoRoles.ts'

/**
 * The groups that the identity provider has named so far, of members who signed in and in the last test: as suggestions, so
 * without a word where they cannot be had.
 *
 * @rbac stytch.member search
 */
export function useSeenGroups(
  connectionId: string,
  { viewer, enabled }: { viewer: SsoViewer; enabled: boolean },
): string[] {
  const { members } = useKnownMembers({
    allowed: viewer.access.searchMembers === undefined,
    enabled,
  })
  const test = useLastTest(connectionId)
  const tested = test?.groups
  return useMemo(() => {
    const known = members.type === 'known' || members.type === 'partial' ? members.members : []
    return [...new Set([...seenGroups(known, connectionId), ...(tested ?? [])])]
  }, [members, connectionId, tested])
}
