import { useMemo } from 'react'
import type { LocationChange } from '../portal/location.ts'
import { usePortalLocation } from '../portal/usePortalLocation.ts'
import { readSsoAddress, ssoParams, type SsoAddress, type SsoDialog } from './ssoAddress.ts'

export interface SsoNavigation {
  address: SsoAddress
  /** What leads to another screen, for a `PlaceLink`. */
  to: (address: SsoAddress) => LocationChange
  /** Goes to another screen; asks first where something unsaved would be lost. */
  go: (address: SsoAddress) => void
  /** Goes there without asking and in place of the present entry: the work here is done. */
  replace: (address: SsoAddress) => void
  openDialog: (dialog: SsoDialog) => void
  closeDialog: () => void
}

/** Where the SSO part is, read from and written to the location adapter. */
export function useSsoNavigation(): SsoNavigation {
  const { params, navigate } = usePortalLocation()
  return useMemo(
    () => ({
      address: readSsoAddress(params),
      to: ssoParams,
      go: (next) => navigate(ssoParams(next)),
      replace: (next) => navigate(ssoParams(next), { replace: true, keepsChanges: true }),
      openDialog: (dialog) => navigate({ dialog }, { keepsChanges: true }),
      closeDialog: () => navigate({ dialog: undefined }, { replace: true, keepsChanges: true }),
    }),
    [params, navigate],
  )
}
