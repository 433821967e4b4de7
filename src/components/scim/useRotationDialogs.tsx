'use client'
import { useCallback, useRef, useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { lazyWhenOpen } from '../ui/lazyWhenOpen.tsx'
import type { ConnectionSecrets } from './useConnectionSecrets.ts'
import { dialogOf, type ScimNavigation } from './useScimNavigation.ts'
import type { ScimPage } from './useScimPortal.ts'
import { useTokenRotation, type TokenRotationModel } from './useTokenRotation.ts'
import { useNow } from '../portal/useNow.ts'

const RotateTokenDialog = lazyWhenOpen(() =>
  import('./RotateTokenDialog.tsx').then((file) => file.RotateTokenDialog),
)
const CancelRotationDialog = lazyWhenOpen(() =>
  import('./CancelRotationDialog.tsx').then((file) => file.CancelRotationDialog),
)

/** The token's model with its two dialogs, which open over the connection page and over the guide. */
export function useRotationDialogs(input: {
  page: ScimPage
  secrets: ConnectionSecrets
  navigation: ScimNavigation
}): {
  rotation: TokenRotationModel
  dialogs: ReactNode
  /** For the button that begins a rotation: what a rotation was ended with is gone, and the focus goes there. */
  startRef: RefObject<HTMLButtonElement | null>
} {
  const { page, secrets, navigation } = input
  const { connection, viewer } = page
  const now = useNow()
  const startRef = useRef<HTMLButtonElement>(null)
  const returnFocus = useCallback(() => startRef.current, [])
  const [cancelsFromDialog, setCancelsFromDialog] = useState(false)
  const rotation = useTokenRotation({
    connection,
    secrets,
    now,
    onEnded: () => {
      setCancelsFromDialog(false)
      navigation.closeDialog()
    },
  })
  // A token that is not stored yet is to be seen in the dialog only, wherever one came from.
  const keepRunning = () => {
    rotation.cancellation.reset()
    setCancelsFromDialog(false)
    if (cancelsFromDialog || rotation.rotation.step === 'store') navigation.openDialog('rotate')
    else navigation.closeDialog()
  }
  const open = viewer.access.update === undefined ? dialogOf(navigation.address) : null
  const dialogs = (
    <>
      <RotateTokenDialog
        open={open === 'rotate'}
        onClose={navigation.closeDialog}
        onCancelRotation={() => {
          setCancelsFromDialog(true)
          navigation.openDialog('cancel-rotation')
        }}
        returnFocus={returnFocus}
        rotation={rotation}
        provider={connection.identity_provider}
      />
      <CancelRotationDialog
        open={open === 'cancel-rotation'}
        onClose={keepRunning}
        returnFocus={returnFocus}
        rotation={rotation}
      />
    </>
  )
  return { rotation, dialogs, startRef }
}
