import { useMemo } from 'react'
import type { LocationChange } from '../portal/location.ts'
import { usePortalLocation } from '../portal/usePortalLocation.ts'
import {
  membersParams,
  readMembersAddress,
  type ListPlace,
  type MembersAddress,
  type MembersScreen,
} from './membersAddress.ts'

export interface MembersNavigation {
  address: MembersAddress
  /** What leads to another screen, for a `PlaceLink`; the place in the list stays. */
  to: (screen: MembersScreen) => LocationChange
  /** Goes to another screen; asks first where something unsaved would be lost. */
  go: (screen: MembersScreen) => void
  /** Goes there without asking and in place of the present entry: the work here is done. */
  replace: (screen: MembersScreen) => void
  /** Another place in the list. With `replace` no entry is added to the history (typing in the search box). */
  goInList: (list: ListPlace, options?: { replace?: boolean }) => void
}

/** Where the member management is, read from and written to the location adapter. */
export function useMembersNavigation(): MembersNavigation {
  const { params, navigate } = usePortalLocation()
  return useMemo(() => {
    const address = readMembersAddress(params)
    const to = (screen: MembersScreen) => membersParams({ ...address, screen })
    return {
      address,
      to,
      go: (screen) => navigate(to(screen)),
      replace: (screen) => navigate(to(screen), { replace: true, keepsChanges: true }),
      goInList: (list, { replace = false } = {}) =>
        navigate(membersParams({ ...address, list }), { replace, keepsChanges: true }),
    }
  }, [params, navigate])
}
