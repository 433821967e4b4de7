'use client'
import { useContext, useSyncExternalStore } from 'react'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { lazyWhenOpen } from '../ui/lazyWhenOpen.tsx'
import { LeaveGuardContext } from './useLeaveGuard.ts'

const ConfirmDialog = lazyWhenOpen(() =>
  import('../ui/ConfirmDialog.tsx').then((file) => file.ConfirmDialog),
)

/** The one question before unsaved changes are left. */
export function LeaveQuestion() {
  const guard = useContext(LeaveGuardContext)
  const { unsaved } = useUiMessages()
  const question = useSyncExternalStore(
    guard?.subscribe ?? subscribeToNothing,
    guard?.getQuestion ?? getNothing,
    getNothing,
  )
  return (
    <ConfirmDialog
      open={question !== null}
      onOpenChange={() => question?.stay()}
      title={unsaved.question}
      confirmLabel={unsaved.discard}
      cancelLabel={unsaved.keep}
      onConfirm={() => question?.leave()}
    >
      {unsaved.explanation}
    </ConfirmDialog>
  )
}

const subscribeToNothing = () => () => {}
const getNothing = () => null
