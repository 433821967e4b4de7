import { useState } from 'react'

/** What is asked about before it is done. */
export interface Confirmation<Subject> {
  open: boolean
  /** What was asked about last; still there while the dialog closes. */
  subject: Subject | null
  busy: boolean
  error: Error | null
  ask: (subject: Subject) => void
  /** Nothing happens while it is being done. */
  close: () => void
  confirm: () => void
}

interface Write<Subject> {
  isPending: boolean
  error: Error | null
  reset: () => void
  mutate: (subject: Subject, options: { onSuccess: () => void }) => void
}

/** A write that is asked about first: closes when it is done, and stays with the reason when it fails. */
export function useConfirmation<Subject>(
  write: Write<Subject>,
  onDone?: (subject: Subject) => void,
): Confirmation<Subject> {
  const [asked, setAsked] = useState<{ subject: Subject; open: boolean } | null>(null)
  const shut = () => setAsked((last) => last && { ...last, open: false })
  return {
    open: asked?.open ?? false,
    subject: asked?.subject ?? null,
    busy: write.isPending,
    error: write.error,
    ask: (subject) => {
      write.reset()
      setAsked({ subject, open: true })
    },
    close: () => {
      if (!write.isPending) shut()
    },
    confirm: () => {
      if (!asked?.open || write.isPending) return
      write.mutate(asked.subject, {
        onSuccess: () => {
          shut()
          onDone?.(asked.subject)
        },
      })
    },
  }
}
