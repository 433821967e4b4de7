'use client'
import { useContext, useState, useSyncExternalStore } from 'react'
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
  // The words stay while the question fades out.
  const [asked, setAsked] = useState(question)
  if (question !== null && question !== asked) setAsked(question)
  const words = asked?.words ?? unsaved
  return (
    <ConfirmDialog
      open={question !== null}
      onOpenChange={() => question?.stay()}
      title={words.question}
      confirmLabel={words.discard}
      cancelLabel={words.keep}
      onConfirm={() => question?.leave()}
    >
      {words.explanation}
    </ConfirmDialog>
  )
}

const subscribeToNothing = () => () => {}
const getNothing = () => null
