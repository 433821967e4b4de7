'use client'
import type { ReactNode } from 'react'
import { lazyWhenOpen } from '../ui/lazyWhenOpen.tsx'
import type { ConnectionSecrets } from './useConnectionSecrets.ts'
import { dialogOf, type ScimNavigation } from './useScimNavigation.ts'
import type { ScimPage } from './useScimPortal.ts'
import { useTokenRotation, type TokenRotationModel } from './useTokenRotation.ts'
import { useNow } from './useNow.ts'

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
}): { rotation: TokenRotationModel; dialogs: ReactNode } {
  const { page, secrets, navigation } = input
  const { connection, viewer } = page
  const now = useNow()
  const rotation = useTokenRotation({ connection, secrets, now, onEnded: navigation.closeDialog })
  const open = viewer.access.update === undefined ? dialogOf(navigation.address) : null
  const dialogs = (
    <>
      <RotateTokenDialog
        open={open === 'rotate'}
        onClose={navigation.closeDialog}
        onCancelRotation={() => navigation.openDialog('cancel-rotation')}
        rotation={rotation}
        provider={connection.identity_provider}
      />
      <CancelRotationDialog
        open={open === 'cancel-rotation'}
        onClose={() => {
          rotation.cancellation.reset()
          navigation.closeDialog()
        }}
        rotation={rotation}
      />
    </>
  )
  return { rotation, dialogs }
}
