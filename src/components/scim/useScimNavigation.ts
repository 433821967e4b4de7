import { useMemo } from 'react'
import { usePortalLocation } from '../portal/usePortalLocation.ts'
import { readScimAddress, scimParams, type ScimAddress, type ScimDialog } from './scimAddress.ts'

export interface ScimNavigation {
  address: ScimAddress
  /** Goes to another screen; asks first where something unsaved would be lost. */
  go: (address: ScimAddress) => void
  /** Goes there without asking and in place of the present entry: the work here is done. */
  replace: (address: ScimAddress) => void
  openDialog: (dialog: ScimDialog) => void
  closeDialog: () => void
}

/** Where the SCIM part is, read from and written to the location adapter. */
export function useScimNavigation(): ScimNavigation {
  const { params, navigate } = usePortalLocation()
  const address = useMemo(() => readScimAddress(params), [params])
  return {
    address,
    go: (next) => navigate(scimParams(next)),
    replace: (next) => navigate(scimParams(next), { replace: true, keepsChanges: true }),
    // A dialog in place of another takes its entry, so that closing it leads back to the page.
    openDialog: (dialog) =>
      navigate({ dialog }, { keepsChanges: true, replace: dialogOf(address) !== null }),
    closeDialog: () => navigate({ dialog: undefined }, { replace: true, keepsChanges: true }),
  }
}

/** The dialog that is open over the present screen. */
export function dialogOf(address: ScimAddress): ScimDialog | null {
  return address.screen === 'new' ? null : address.dialog
}
