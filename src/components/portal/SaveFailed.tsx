'use client'
import { useUiMessages } from '../i18n/useUiMessages.ts'
import { ErrorState } from '../ui/ErrorState.tsx'
import { saveFailureReason } from './saveFailureReason.ts'

export interface SaveFailedProps {
  /** What failed, in plain words. */
  title: string
  error: Error | null
  /** Something typed is still there. */
  kept?: boolean
}

/** A write that failed, said where it was asked for; nothing when none failed. */
export function SaveFailed({ title, error, kept = false }: SaveFailedProps) {
  const { saveFailed } = useUiMessages()
  if (error === null) return null
  return (
    <ErrorState
      title={title}
      description={
        <>
          {saveFailureReason(error, saveFailed)}
          {kept && ` ${saveFailed.kept}`}
        </>
      }
      error={error}
    />
  )
}
